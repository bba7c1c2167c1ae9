"""A certificate as a PDF of one A4 page."""

from __future__ import annotations

import re
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from assistant_api.people import OWNER_PERSON
from assistant_api.printing.fonts import register, runs, width
from assistant_api.store.certificates import Certificate

_PAGE = landscape(A4)
_MIDDLE, _ROOM = _PAGE[0] / 2, _PAGE[0] - 160
_ACCENT, _INK, _MUTED, _LINE = (HexColor(one) for one in ("#0f5e58", "#1d2b29", "#51605d", "#7d8b87"))
_SMALLER, _SMALLEST = 0.8, 9.0
"""A line may shrink to this share of its size before it becomes two; and nothing gets smaller than so many points."""


def certificate_pdf(certificate: Certificate, scenario: str) -> bytes:
    """The page; the same certificate gives the same bytes.

    Where nobody signs in, nobody has given their name: the line for it is left to be filled in by hand.

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
    height = _block(page, 520, "HEARD Coach", 13, _ACCENT, bold=True)
    height = _block(page, height - 26, "Certificate", 34, _INK, bold=True)
    height = _block(page, height - 24, "This certifies that", 13, _MUTED)
    height = _block(page, height - 22, _name(certificate), 28, _ACCENT, bold=True)
    page.setStrokeColor(_LINE)
    page.line(_MIDDLE - 190, height - 3, _MIDDLE + 190, height - 3)
    height = _block(page, height - 20, "has passed", 13, _MUTED)
    height = _block(page, height - 14, certificate.title, 20, _INK, bold=True)
    played = f"by playing “{scenario}” with a customer of level {certificate.level} of 5,"
    height = _block(page, height - 10, played, 13, _INK)
    day = certificate.passed_at
    height = _block(page, height - 3, f"on {day.day} {day:%B %Y}", 13, _INK)
    marks = f"{certificate.score} of 100 points; {certificate.pass_mark} were needed"
    _block(page, height - 16, marks, 15, _INK, bold=True)
    rubric = "" if certificate.rubric is None else f" Scored by the rubric for sessions, version {certificate.rubric}."
    _block(page, 104, f"Practice with a simulated customer.{rubric}", 9, _MUTED)
    _block(page, 90, f"Code {certificate.code}", 12, _INK, bold=True)
    compared = f"Whoever signs in where it was issued can compare it at /certificates/{certificate.code}"
    _block(page, 71, compared, 9, _MUTED)
    page.save()
    return written.getvalue()


def _name(certificate: Certificate) -> str:
    nameless = certificate.person_id == OWNER_PERSON.id and certificate.person_name == OWNER_PERSON.name
    return "" if nameless else certificate.person_name


def _block(page: Canvas, top: float, text: str, size: float, colour: HexColor, *, bold: bool = False) -> float:
    """One line in the middle, or two where one would be small; the height below it.

    Args:
        page: Where to write.
        top: The height above it, in points from the bottom of the page.
        text: What it says; cut short where two lines of the smallest size do not hold it.
        size: In points.
        colour: Of the letters.
        bold: Whether they are bold.
    """
    lines = _lines(text, size, bold=bold)
    size = max(_SMALLEST, min(_fit(line, size, bold=bold) for line in lines))
    for line in lines:
        top -= size * 1.25
        _draw(page, top + size * 0.3, _cut(line, size, bold=bold), size, colour)
    return top


def _lines(text: str, size: float, *, bold: bool) -> list[str]:
    breaks = [found.end() for found in re.finditer(r"[\s-]+", text) if found.end() < len(text)]
    if not breaks or _fit(text, size, bold=bold) >= size * _SMALLER:
        return [text]
    halves = [(text[:at].strip(), text[at:].strip()) for at in breaks]
    return list(max(halves, key=lambda pair: min(_fit(line, size, bold=bold) for line in pair)))


def _fit(line: str, size: float, *, bold: bool) -> float:
    """The size at which a line fits, at most this one."""
    return float(size * min(1.0, _ROOM / max(width(runs(line, bold=bold), size), 1)))


def _cut(line: str, size: float, *, bold: bool) -> list[tuple[str, str]]:
    pieces = runs(line, bold=bold)
    # A hair more than the room is what rounding brings.
    while len(line) > 1 and width(pieces, size) > _ROOM + 0.5:
        line = line[:-1]
        pieces = runs(f"{line}…", bold=bold)
    return pieces


def _draw(page: Canvas, height: float, pieces: list[tuple[str, str]], size: float, colour: HexColor) -> None:
    page.setFillColor(colour)
    across = _MIDDLE - width(pieces, size) / 2
    for piece, font in pieces:
        page.setFont(font, size)
        page.drawString(across, height, piece)
        across += width([(piece, font)], size)
