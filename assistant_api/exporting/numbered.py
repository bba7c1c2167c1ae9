"""Pages that say at their foot what they belong to, which they are, and of how many."""

from __future__ import annotations

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from assistant_api.printing.fonts import TEXT

_SIZE, _HEIGHT = 7.5, 9 * mm


def numbered(title: str, margin: float, colour: Color) -> type[Canvas]:
    """A canvas that writes the feet last, when it is known how many pages there are.

    Args:
        title: What the pages belong to; cut short where it is too long for its half of the line.
        margin: Points left free at both sides.
        colour: Of the feet.
    """

    class Numbered(Canvas):  # type: ignore[misc]
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)
            self._pages: list[dict[str, object]] = []

        def showPage(self) -> None:  # noqa: N802 - the library's name
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            pages = self._pages
            for number, page in enumerate(pages, 1):
                self.__dict__.update(page)
                self._foot(f"{number} of {len(pages)}")
                super().showPage()
            super().save()

        def _foot(self, which: str) -> None:
            whole = self._pagesize[0]
            self.setFont(TEXT, _SIZE)
            self.setFillColor(colour)
            self.drawString(margin, _HEIGHT, _fitting(f"HEARD Coach · {title}", whole - 2 * margin - 60))
            self.drawRightString(whole - margin, _HEIGHT, which)

    return Numbered


def _fitting(text: str, room: float) -> str:
    if pdfmetrics.stringWidth(text, TEXT, _SIZE) <= room:
        return text
    while text and pdfmetrics.stringWidth(f"{text}…", TEXT, _SIZE) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
