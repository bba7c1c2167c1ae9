"""The fonts of printed pages, and how far they reach.

DejaVu Sans is put into every file: Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic letters, and many
signs. Chinese, Japanese and Korean are set in fonts that PDF readers bring with them. What neither has is shown as □.
Arabic is not joined. Hebrew and Arabic are turned round letter by letter, and only where nothing else is in the line.
Scripts that need shaping, such as Devanagari or Thai, come out as □.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

TEXT, BOLD = "DejaVuSans", "DejaVuSans-Bold"
_ASIAN = {"japanese": "HeiseiKakuGo-W5", "chinese": "STSong-Light", "korean": "HYGothic-Medium"}
_HERE = Path(__file__).parent
_MISSING = "\u25a1"
_RIGHT_TO_LEFT = (("\u0590", "\u08ff"), ("\ufb1d", "\ufdff"), ("\ufe70", "\ufeff"))


@lru_cache(maxsize=1)
def register() -> frozenset[int]:
    """Make the fonts known to the PDF library; the code points that the text font has, bold as well."""
    fonts = [TTFont(name, str(_HERE / f"{name}.ttf")) for name in (TEXT, BOLD)]
    for font in fonts:
        pdfmetrics.registerFont(font)
    for name in _ASIAN.values():
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts))


def runs(text: str, *, bold: bool = False) -> list[tuple[str, str]]:
    """The text cut where another font has to take over, each piece with its font; what no font has is a □.

    Args:
        text: One line.
        bold: Whether to set it bold, as far as there is a bold font for it.
    """
    known, own = register(), BOLD if bold else TEXT
    asian = _asian_font(text)
    found: list[tuple[str, str]] = []
    for one in _shown(text):
        font, shown = (own, one) if ord(one) in known else (asian, one) if _is_asian(one) else (own, _MISSING)
        if found and found[-1][1] == font:
            found[-1] = (found[-1][0] + shown, font)
        else:
            found.append((shown, font))
    return found


def width(pieces: list[tuple[str, str]], size: float) -> float:
    """How wide these pieces are at this size, in points."""
    return float(sum(pdfmetrics.stringWidth(text, font, size) for text, font in pieces))


def _shown(text: str) -> str:
    """The signs in the order of the eye, without those that are not to be seen."""
    seen = "".join(one for one in text if one.isprintable())
    letters = [one for one in seen if one.isalpha()]
    return seen[::-1] if letters and all(_is_right_to_left(one) for one in letters) else seen


def _is_right_to_left(one: str) -> bool:
    return any(low <= one <= high for low, high in _RIGHT_TO_LEFT)


def _is_asian(one: str) -> bool:
    return (
        "\u1100" <= one <= "\u11ff"
        or "\u2e80" <= one <= "\ud7af"
        or "\uf900" <= one <= "\ufaff"
        or "\uff00" <= one <= "\uffef"
    )


def _asian_font(text: str) -> str:
    if any("\u3040" <= one <= "\u30ff" for one in text):
        return _ASIAN["japanese"]
    if any("\uac00" <= one <= "\ud7af" for one in text):
        return _ASIAN["korean"]
    return _ASIAN["chinese"]
