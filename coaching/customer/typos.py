"""Typing errors, as fingers make them: which there can be in a line, and which are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from coaching.customer.typos_file import KINDS, TypingHabits

_WORD = re.compile(r"(?<![\w'’.-])[a-z]{4,}(?![\w'’-]|\.\w)")
_SMALL_WORD = r"[a-z]+(?:'[a-z]+)?"
_COMMA = re.compile(rf"(?<![\w'’.-]){_SMALL_WORD}, {_SMALL_WORD}(?![\w'’-])")
_ANY_WORD = re.compile(r"(?<![\w'’.-])[A-Za-z]+(?:'[a-z]+)?(?![\w'’-]|\.\w)")
_BEGINNING = re.compile(r"(?:^|(?<=[.!?] ))[A-Z][a-z]*(?:'[a-z]+)?(?![\w'’-]|\.\w)")


@dataclass(frozen=True)
class Slip:
    """One error: the words between ``start`` and ``end`` become ``text``."""

    start: int
    end: int
    text: str


class Typist:
    """Somebody's hands on the keys, in one reply.

    Every choice comes from the chance given, so that the same session is always typed alike.
    """

    def __init__(self, kinds: Collection[str], channel: str, chance: float, habits: TypingHabits, rng: Random) -> None:
        """Let these ``kinds`` of error, as far as the channel knows them, come into a line with this chance, 0 to 1."""
        on = habits.channels[channel]
        self._kinds = [kind for kind in KINDS if kind in kinds and kind in on.kinds]
        self._chance, self._habits, self._rng = chance * on.chance, habits, rng

    def type(self, line: str) -> str:
        """The line with no error, or one, or in a long line two; never two in one word."""
        if not self._kinds or self._rng.random() >= self._chance:
            return line
        made = self._slip(line, [])
        if made and len(line) >= self._habits.long and self._rng.random() < self._chance:
            made += self._slip(line, made)
        for slip in sorted(made, key=lambda each: -each.start):
            line = line[: slip.start] + slip.text + line[slip.end :]
        return line

    def _slip(self, line: str, made: list[Slip]) -> list[Slip]:
        """One more error, or none where nothing in the line can go wrong any more."""
        there = {
            kind: [
                slip
                for slip in possible(line, kind, self._habits)
                if all(slip.end <= other.start or other.end <= slip.start for other in made)
            ]
            for kind in self._kinds
        }
        kinds = [kind for kind, slips in there.items() if slips]
        return [self._rng.choice(there[self._rng.choice(kinds)])] if kinds else []


def possible(line: str, kind: str, habits: TypingHabits) -> Iterator[Slip]:
    """The errors of one kind that can come into a line; none of them touches more than everyday words."""
    everyday = habits.everyday
    if kind == "space":
        for found in _COMMA.finditer(line):
            yield Slip(found.start(), found.end(), found.group().replace(", ", ","))
    elif kind == "capital":
        for found in _BEGINNING.finditer(line):
            if found.group().lower() in everyday:
                yield Slip(found.start(), found.end(), found.group().lower())
    elif kind == "apostrophe":
        for found in _ANY_WORD.finditer(line):
            if found.group().lower() in habits.contractions:
                yield Slip(found.start(), found.end(), found.group().replace("'", ""))
    elif kind == "confused":
        for found in _ANY_WORD.finditer(line):
            if found.group() in habits.confused:
                yield Slip(found.start(), found.end(), habits.confused[found.group()])
    else:
        for found in _WORD.finditer(line):
            if found.group() in habits.words:
                for typed in _LETTERS[kind](found.group(), habits.beside):
                    if typed not in everyday and typed not in habits.never:
                        yield Slip(found.start(), found.end(), typed)


def _swapped(word: str, beside: Mapping[str, str]) -> Iterator[str]:
    for place in range(1, len(word) - 1):
        if word[place] != word[place + 1]:
            yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _dropped(word: str, beside: Mapping[str, str]) -> Iterator[str]:
    for place in range(1, len(word) - 1) if len(word) > 4 else ():
        yield word[:place] + word[place + 1 :]


def _doubled(word: str, beside: Mapping[str, str]) -> Iterator[str]:
    for place in range(1, len(word)):
        if word[place] not in (word[place - 1], *word[place + 1 : place + 2]):
            yield word[: place + 1] + word[place:]


def _beside(word: str, beside: Mapping[str, str]) -> Iterator[str]:
    for place in range(1, len(word) - 1):
        for key in beside[word[place]]:
            yield word[:place] + key + word[place + 1 :]


_LETTERS: Mapping[str, Callable[[str, Mapping[str, str]], Iterator[str]]] = {
    "swapped": _swapped,
    "dropped": _dropped,
    "doubled": _doubled,
    "beside": _beside,
}
