"""What every exported PDF is set with: fonts, sizes, and how text that somebody wrote gets onto the page."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from coaching.paths import ROOT

FONT, BOLD = "ExportSans", "ExportSans-Bold"
WIDTH = A4[0] - 36 * mm
INK, SOFT, LINE = colors.HexColor("#1d2a33"), colors.HexColor("#52626d"), colors.HexColor("#c9d2d8")
_FONTS = ROOT / "assistant_api" / "printing" / "fonts"
_BLANK = "\u25a1"
_NOTE = (
    "Some characters are of a script or a kind that this paper's font does not have; each stands as □. "
    "The JSON export holds them all."
)


@lru_cache(maxsize=1)
def _widths() -> frozenset[int]:
    """Registers the fonts; the code points that they have."""
    for name, file in ((FONT, "DejaVuSans.ttf"), (BOLD, "DejaVuSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(_FONTS / file)))
    return frozenset(pdfmetrics.getFont(FONT).face.charToGlyph) & frozenset(pdfmetrics.getFont(BOLD).face.charToGlyph)


def _style(size: float, font: str = FONT, **more: object) -> ParagraphStyle:
    _widths()
    return ParagraphStyle("x", fontName=font, fontSize=size, leading=size * 1.4, textColor=INK, **more)


class Paper:
    """Collects what stands on the pages of one PDF; the same content makes the same bytes."""

    def __init__(self, title: str) -> None:
        """Begin with this title."""
        self._title, self._lacking = title, False
        self._parts: list[Flowable] = []
        self.text(title, size=17, bold=True, after=4)

    def text(self, text: str, *, size: float = 9.5, bold: bool = False, soft: bool = False, after: float = 3) -> Paper:
        """A paragraph; whatever markup the text seems to hold is text."""
        self._parts.append(self.paragraph(text, size=size, bold=bold, soft=soft, after=after))
        return self

    def heading(self, text: str) -> Paper:
        """A heading of a part."""
        self._parts.append(Spacer(1, 8))
        return self.text(text, size=12.5, bold=True, after=4)

    def paragraph(
        self, text: str, *, size: float = 9.5, bold: bool = False, soft: bool = False, after: float = 0
    ) -> Paragraph:
        """A paragraph for a cell."""
        style = _style(size, BOLD if bold else FONT, spaceAfter=after)
        if soft:
            style.textColor = SOFT
        return Paragraph(escape(self.printable(text)).replace("\n", "<br/>"), style)

    def table(
        self, rows: Sequence[Sequence[str]], widths: Sequence[float], shades: Sequence[tuple[int, int, str]] = ()
    ) -> Paper:
        """A table with a head, its columns in parts of the page's width, some cells (column, row) shaded."""
        whole = sum(widths)
        cells = [[self.paragraph(cell, size=7.5, bold=number == 0) for cell in row] for number, row in enumerate(rows)]
        looks = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
            ("LEFTPADDING", (0, 0), (-1, -1), 2),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            *(("BACKGROUND", (column, row), (column, row), colors.HexColor(shade)) for column, row, shade in shades),
        ]
        self._parts.append(
            Table(cells, [WIDTH * part / whole for part in widths], repeatRows=1, style=TableStyle(looks))
        )
        return self

    def add(self, part: Flowable) -> Paper:
        """Anything else."""
        self._parts.append(part)
        return self

    def printable(self, text: str) -> str:
        """The text with a sign in place of each character that the fonts lack or that is written from the right."""
        known = _widths()
        shown = "".join(
            one
            if one == "\n" or (ord(one) in known and unicodedata.bidirectional(one) not in ("R", "AL"))
            else " "
            if one.isspace()
            else ""
            if unicodedata.category(one) in ("Cc", "Cf", "Mn")
            else _BLANK
            for one in unicodedata.normalize("NFC", text)
        )
        self._lacking |= _BLANK in shown and _BLANK not in text
        return shown

    def pdf(self) -> bytes:
        """The whole."""
        if self._lacking:
            self.text(_NOTE, size=8, soft=True)
        held = io.BytesIO()
        document = SimpleDocTemplate(
            held, pagesize=A4, leftMargin=18 * mm, rightMargin=18 * mm, topMargin=16 * mm, bottomMargin=16 * mm,
            title=self.printable(self._title), author="HEARD Coach", invariant=1,
        )  # fmt: skip
        document.build(self._parts, onFirstPage=_foot, onLaterPages=_foot)
        return held.getvalue()


def _foot(canvas: object, _document: object) -> None:
    canvas.setFont(FONT, 7.5)  # type: ignore[attr-defined]
    canvas.setFillColor(SOFT)  # type: ignore[attr-defined]
    canvas.drawString(18 * mm, 9 * mm, "HEARD Coach")  # type: ignore[attr-defined]
    canvas.drawRightString(A4[0] - 18 * mm, 9 * mm, str(canvas.getPageNumber()))  # type: ignore[attr-defined]
