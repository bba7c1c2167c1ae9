"""What every exported PDF is set with: fonts, sizes, and how text that somebody wrote gets onto the page."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from assistant_api.exporting.numbered import numbered
from assistant_api.printing.fonts import BOLD, TEXT, register

MARGIN = 18 * mm
WIDTH = A4[0] - 2 * MARGIN
INK, SOFT, LINE = colors.HexColor("#1d2a33"), colors.HexColor("#52626d"), colors.HexColor("#c9d2d8")
_BLANK = "\u25a1"
_PADDING = 6
"""Points that the PDF library keeps free inside the margins, which tables would else stand out over."""
_ROOM = 90
"""A heading with less room than so many points below it goes to the next page, so that something stands under it."""
_NOTE = (
    "Some characters are of a script or a kind that this paper's font does not have; each stands as □. "
    "The JSON export holds them all."
)


def _style(size: float, font: str = TEXT, **more: object) -> ParagraphStyle:
    register()
    # A name of two parts is divided at its hyphen rather than anywhere.
    known = {"fontName": font, "fontSize": size, "leading": size * 1.4, "textColor": INK, "embeddedHyphenation": 2}
    return ParagraphStyle("x", **known, **more)


class Paper:
    """Collects what stands on the pages of one PDF; the same content makes the same bytes."""

    def __init__(self, title: str) -> None:
        """Begin with this title."""
        self._title, self._lacking = title, False
        self._parts: list[Flowable] = []
        self.text(title, size=17, bold=True, after=4)

    def text(
        self,
        text: str,
        *,
        size: float = 9.5,
        bold: bool = False,
        soft: bool = False,
        after: float = 3,
        leads: bool = False,
    ) -> Paper:
        """A paragraph; whatever markup the text seems to hold is text.

        Args:
            text: What it says.
            size: In points, as is ``after``, the room below.
            bold: Whether it is bold.
            soft: Whether it is paler than the rest.
            after: The room below it.
            leads: Whether it stays on the page of what comes next.
        """
        paragraph = self.paragraph(text, size=size, bold=bold, soft=soft, after=after)
        paragraph.keepWithNext = leads
        self._parts.append(paragraph)
        return self

    def heading(self, text: str) -> Paper:
        """A heading of a part."""
        self._parts += [CondPageBreak(_ROOM), Spacer(1, 8)]
        return self.text(text, size=12.5, bold=True, after=4)

    def paragraph(
        self, text: str, *, size: float = 9.5, bold: bool = False, soft: bool = False, after: float = 0
    ) -> Paragraph:
        """A paragraph for a cell."""
        style = _style(size, BOLD if bold else TEXT, spaceAfter=after)
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
            Table(cells, [WIDTH * part / whole for part in widths], repeatRows=1, style=TableStyle(looks), spaceAfter=4)
        )
        return self

    def add(self, part: Flowable) -> Paper:
        """Anything else."""
        self._parts.append(part)
        return self

    def printable(self, text: str) -> str:
        """The text with a sign in place of each character that the fonts lack or that is written from the right."""
        known = register()
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
            held, pagesize=A4, leftMargin=MARGIN - _PADDING, rightMargin=MARGIN - _PADDING, topMargin=16 * mm,
            bottomMargin=16 * mm, title=self.printable(self._title), author="HEARD Coach", lang="en-GB", invariant=1,
        )  # fmt: skip
        document.build(self._parts, canvasmaker=numbered(self.printable(self._title), MARGIN, SOFT))
        return held.getvalue()
