"""Looking for many phrases at once, whatever the number of phrases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

Sought = TypeVar("Sought")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_GAP = re.compile(r"'?[^\S\n]*[-/]?[^\S\n]*\n?[^\S\n]*")
"""What may stand between two words of a phrase: no stop, no comma, no empty line."""


@dataclass(frozen=True)
class Place(Generic[Sought]):
    """Where something that was sought stands."""

    start: int
    end: int
    what: Sought


class Phrases(Generic[Sought]):
    """Phrases by their first word, so that a text is gone through once."""

    def __init__(self, phrases: Iterable[tuple[str, Sought]]) -> None:
        """Take the phrases, each with what it stands for.

        Args:
            phrases: In small letters, with straight apostrophes. A star at the end of a word stands for any ending.
        """
        self._whole: dict[str, list[tuple[list[str], Sought]]] = defaultdict(list)
        self._begun: dict[str, list[tuple[list[str], Sought]]] = defaultdict(list)
        for phrase, what in phrases:
            first, *rest = re.findall(r"[^\W_]+(?:'[^\W_]+)*\*?", phrase)
            table = self._begun if first.endswith("*") else self._whole
            table[first.removesuffix("*")].append((rest, what))
        self._lengths = sorted({len(first) for first in self._begun})

    def find(self, text: str) -> Iterator[Place[Sought]]:
        """Every place of every phrase; places may overlap.

        Args:
            text: Any characters, with straight apostrophes; capitals do not matter.
        """
        words = [(found.start(), found.end(), found[0].lower()) for found in _WORD.finditer(text)]
        for number, (start, _, word) in enumerate(words):
            begun = (self._begun.get(word[:length], []) for length in self._lengths if length <= len(word))
            for rest, what in (*self._whole.get(word, []), *(one for some in begun for one in some)):
                end = _follow(text, words, number, rest)
                if end is not None:
                    yield Place(start, end, what)


def _follow(text: str, words: list[tuple[int, int, str]], number: int, rest: list[str]) -> int | None:
    """Where the phrase ends whose first word is there; None where its other words do not follow."""
    end = words[number][1]
    if number + len(rest) >= len(words):
        return None
    for (start, stop, word), wanted in zip(words[number + 1 :], rest, strict=False):
        same = word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
        if not same or _GAP.fullmatch(text, end, start) is None:
            return None
        end = stop
    return end
