"""What the recogniser would say of wording before it is offered; several wordings are read in one go."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from coaching.suggestions.reading import Reader

Moves = frozenset[str]
_REMEMBERED = 2048
"""Wordings whose moves are kept, some hundred bytes each: while a draft is typed, its suggestions stay the same."""
_APART = "\n\n"
"""What no sentence crosses."""


class Reads(Protocol):
    """What tells the moves of wording."""

    def moves(self, text: str) -> Moves:
        """The moves that the recogniser finds in a text."""

    def read_ahead(self, texts: Sequence[str]) -> None:
        """Read texts that will probably be asked for; together they take half the time that they take one by one."""


class Vetting:
    """Reads wording and remembers what was found; may be shared between threads."""

    def __init__(self, reader: Reader) -> None:
        """Take the reader."""
        self._reader = reader
        self._known: OrderedDict[tuple[str, str], Moves] = OrderedDict()
        self._lock = Lock()

    def of(self, customer: str) -> Reads:
        """The same for wording that answers one customer."""
        return _Answer(self, customer)

    def moves(self, text: str, customer: str) -> Moves:
        """The moves of a text that answers a customer's message."""
        with self._lock:
            known = self._known.get((text, customer))
            if known is not None:
                self._known.move_to_end((text, customer))
        return self._read([text], customer)[text] if known is None else known

    def read_ahead(self, texts: Sequence[str], customer: str) -> None:
        """Read in one go what of the texts is not yet known."""
        with self._lock:
            new = [text for text in dict.fromkeys(texts) if (text, customer) not in self._known]
        if new:
            self._read(new, customer)

    def _read(self, texts: list[str], customer: str) -> dict[str, Moves]:
        read: dict[str, Moves] = {}
        sentences = self._reader.recognise(_APART.join(texts), customer)
        start = 0
        for text in texts:
            end = start + len(text)
            read[text] = frozenset(label for one in sentences if start <= one.start < end for label in one.labels)
            start = end + len(_APART)
        with self._lock:
            self._known.update({(text, customer): moves for text, moves in read.items()})
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return read


@dataclass(frozen=True)
class _Answer:
    vetting: Vetting
    customer: str

    def moves(self, text: str) -> Moves:
        return self.vetting.moves(text, self.customer)

    def read_ahead(self, texts: Sequence[str]) -> None:
        self.vetting.read_ahead(texts, self.customer)
