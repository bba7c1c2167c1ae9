"""A message as a parser reads it best, with the way back to the customer's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coaching.understanding.wording import wording

_PIECE = re.compile(r"(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<space>\s+)")
_NEXT = re.compile(r"\s{1,3}([^\W\d_]+)")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_SHOUTING = 0.7
"""Share of capitals among a message's letters from which on it is read in small letters."""


@dataclass(frozen=True)
class Mended:
    """A text whose chat spellings are written out, with every character's place in the original.

    Attributes:
        original: The customer's words.
        text: The mended words; its length may differ.
        starts, ends: For each character of ``text`` where its piece of the original starts and ends.
    """

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The words of the original from which the mended ones came, without white space at either end.

        Args:
            start: Offset in ``text``.
            end: Offset behind the last character; greater than ``start``.
        """
        first, last = self.starts[start], self.ends[end - 1]
        words = self.original[first:last]
        first += len(words) - len(words.lstrip())
        return first, first + len(words.strip())

    def cut(self, start: int, end: int) -> tuple[str, int, int]:
        """The same words with their place in the original."""
        first, last = self.place(start, end)
        return self.original[first:last], first, last

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Where in ``text`` the mended words stand that came from a stretch of the original; undoes ``place``."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)

    def words(self, start: int, end: int) -> str:
        """The mended words that came from a stretch of the original."""
        first, last = self.bounds(start, end)
        return self.text[first:last]


@lru_cache(maxsize=64)
def mend(message: str) -> Mended:
    """Write out chat spellings, common typing errors and drawn-out letters; straighten apostrophes, lower shouting.

    White space becomes one space, or one or two line ends.

    Args:
        message: Any characters. Nothing else is changed.
    """
    text, starts, ends = [], [], []
    for start, end, mended in _pieces(message.replace("’", "'")):
        same = len(mended) == end - start
        for number, letter in enumerate(mended):
            text.append(letter)
            starts.append(start + number if same else start)
            ends.append(start + number + 1 if same else end)
    return Mended(message, _lowered("".join(text)), tuple(starts), tuple(ends))


def _pieces(message: str) -> Iterator[tuple[int, int, str]]:
    """The message cut into words, white space and what else stands between them."""
    behind = 0
    for piece in _PIECE.finditer(message):
        if piece.start() > behind:
            yield behind, piece.start(), message[behind : piece.start()]
        behind = piece.end()
        if piece["space"]:
            lines = piece["space"].count("\n")
            yield piece.start(), behind, "\n" * min(lines, 2) or " "
        else:
            yield piece.start(), behind, _spelt(piece["word"], _NEXT.match(message, behind))
    if behind < len(message):
        yield behind, len(message), message[behind:]


def _spelt(word: str, follows: re.Match[str] | None) -> str:
    low = word.lower()
    means, before = wording().mended_before.get(low, ("", frozenset()))
    if follows is not None and follows[1].lower() in before:
        return means
    if low in wording().spelling:
        return wording().spelling[low]
    if len(word) > 3 and _DRAWN_OUT.search(low):
        short = _DRAWN_OUT.sub(r"\1", low)
        return wording().spelling.get(short, short) if len(short) > 1 else word
    return word


def _lowered(text: str) -> str:
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) <= _SHOUTING * len(letters):
        return text
    # A few capitals become two small letters, which would shift every place behind them.
    low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return re.sub(r"\bi\b", "I", low)
