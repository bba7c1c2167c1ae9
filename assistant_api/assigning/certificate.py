"""A certificate as a PDF of one A4 page."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from assistant_api.printing.fonts import register, runs, width
from assistant_api.store.certificates import Certificate

_PAGE = landscape(A4)
_MIDDLE, _ROOM = _PAGE[0] / 2, _PAGE[0] - 160
_ACCENT, _INK, _MUTED, _LINE = (HexColor(one) for one in ("#0f5e58", "#1d2b29", "#51605d", "#7d8b87"))


def certificate_pdf(certificate: Certificate, scenario: str) -> bytes:
    """The page; the same certificate gives the same bytes.

    Args:
        certificate: What it says.
        scenario: What was played, as it is called.
    """
    register()
    written = BytesIO()
    page = Canvas(written, pagesize=_PAGE, invariant=1, pageCompression=1, lang="en-GB")
    page.setTitle(f"Certificate {certificate.code}")
    page.setAuthor("HEARD Coach")
    page.setSubject("HEARD Coach certificate")
    page.setStrokeColor(_ACCENT)
    page.setLineWidth(2)
    page.rect(34, 34, _PAGE[0] - 68, _PAGE[1] - 68)
    page.setLineWidth(0.5)
    page.rect(40, 40, _PAGE[0] - 80, _PAGE[1] - 80)
    _line(page, 500, "HEARD Coach", 13, _ACCENT, bold=True)
    _line(page, 452, "Certificate", 34, _INK, bold=True)
    _line(page, 408, "This is to say that", 13, _MUTED)
    _line(page, 362, certificate.person_name, 30, _ACCENT, bold=True)
    page.setStrokeColor(_LINE)
    page.line(_MIDDLE - 190, 348, _MIDDLE + 190, 348)
    _line(page, 318, "has passed", 13, _MUTED)
    _line(page, 286, certificate.title, 20, _INK, bold=True)
    _line(page, 254, f"playing “{scenario}” with a customer of level {certificate.level} of 5", 13, _INK)
    marks = f"{certificate.score} of 100 points; {certificate.pass_mark} were needed"
    _line(page, 216, marks, 15, _INK, bold=True)
    day = certificate.passed_at
    _line(page, 190, f"on {day.day} {day:%B %Y}", 13, _INK)
    rubric = "" if certificate.rubric is None else f"Scored by the rubric for sessions, version {certificate.rubric}. "
    _line(page, 112, f"{rubric}Practice with a simulated customer.", 9, _MUTED)
    _line(page, 92, f"Code {certificate.code}", 12, _INK, bold=True)
    _line(page, 72, f"Whoever is signed in there can compare it at /certificates/{certificate.code}", 9, _MUTED)
    page.save()
    return written.getvalue()


def _line(page: Canvas, height: float, text: str, size: float, colour: HexColor, *, bold: bool = False) -> None:
    """A line in the middle, smaller where it would not fit, and cut short where it would be too small to read."""
    pieces = runs(text, bold=bold)
    if (fits := _ROOM / max(width(pieces, size), 1)) < 1:
        size = max(8.0, size * fits)
    while len(text) > 1 and width(pieces, size) > _ROOM:
        text = text[:-1]
        pieces = runs(f"{text}…", bold=bold)
    page.setFillColor(colour)
    across = _MIDDLE - width(pieces, size) / 2
    for piece, font in pieces:
        page.setFont(font, size)
        page.drawString(across, height, piece)
        across += width([(piece, font)], size)
