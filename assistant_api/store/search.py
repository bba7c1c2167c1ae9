"""Looking for words in what was said: `parcel "not my fault" -refund` asks for a word and a phrase, and rules one out.

A word is found inside longer ones, capitals do not matter, and all that is asked for has to be there. It is plain
``LIKE`` over ``sessions.search_text``, which SQLite and PostgreSQL understand alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import and_, not_
from sqlalchemy.sql import ColumnElement

from assistant_api.store.tables import sessions

LIMIT = 200
"""Characters of a question."""
_MOST = 12
"""Words and phrases that are looked for; more would not make a question clearer."""
_AROUND = 60
"""Characters shown on either side of the first find."""
_PART = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')


def searchable(texts: Iterable[str]) -> str:
    """Texts as ``sessions.search_text`` holds them: in small letters, each on a line of its own."""
    return "".join(f"{' '.join(text.lower().split())}\n" for text in texts)


@dataclass(frozen=True)
class Piece:
    """A piece of a snippet, and whether it is what was looked for."""

    text: str
    hit: bool


@dataclass(frozen=True)
class Question:
    """What is looked for, in small letters.

    Attributes:
        wanted: Words and phrases that all have to be there.
        unwanted: Those that must not be.
    """

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]

    @classmethod
    def read(cls, text: str) -> Question:
        """Read what a person typed; whatever cannot be looked for is left out."""
        found: dict[bool, list[str]] = {True: [], False: []}
        for minus, phrase, word in list(_PART.findall(text[:LIMIT]))[:_MOST]:
            said = " ".join((phrase or word).lower().split())
            if said.strip('"-'):
                found[not minus].append(said)
        return cls(tuple(found[True]), tuple(found[False]))

    def condition(self) -> ColumnElement:
        """The condition on ``sessions``."""
        column = sessions.c.search_text
        return and_(
            True,
            *(column.contains(one, autoescape=True) for one in self.wanted),
            *(not_(column.contains(one, autoescape=True)) for one in self.unwanted),
        )

    def snippet(self, text: str) -> tuple[Piece, ...]:
        """The words around the first find in a text, cut into pieces; none where nothing of it is in the text."""
        flat = " ".join(text.split())
        # A few letters change their length when they are made small: then what is shown is small as well.
        low = flat.lower()
        shown = flat if len(low) == len(flat) else low
        spans = sorted(self._spans(low))
        if not spans:
            return ()
        start, end = max(0, spans[0][0] - _AROUND), min(len(shown), spans[0][1] + _AROUND)
        pieces = [Piece("…", False)] if start else []
        at = start
        for left, right in spans:
            if right > end or left < at:
                continue
            pieces += [Piece(shown[at:left], False), Piece(shown[left:right], True)]
            at = right
        pieces += [Piece(shown[at:end] + ("…" if end < len(shown) else ""), False)]
        return tuple(piece for piece in pieces if piece.text)

    def _spans(self, low: str) -> Iterator[tuple[int, int]]:
        for one in self.wanted:
            yield from ((found.start(), found.end()) for found in re.finditer(re.escape(one), low))
