"""What one sentence of the agent is to this customer: the input of the feelings' model."""

from __future__ import annotations

from dataclasses import dataclass, field

from coaching.customer.matching import same_sentence
from coaching.moves import DIAGNOSE, HEAR, INQUIRE, MISTAKES, RESOLVE

_NEWS = (HEAR, RESOLVE, DIAGNOSE, INQUIRE)


CONTRADICTION, BROKEN_PROMISE, PASSED_ON_AGAIN = BREACHES = ("contradiction", "broken_promise", "passed_on_again")
"""What breaks trust although no single sentence shows it: only what was said before does."""


@dataclass(frozen=True)
class Act:
    """One sentence, read in the light of the case.

    Attributes:
        words: The sentence.
        moves: Its labels.
        specificity: How far it is tied to this customer's case, 0 to 1.
        remedies: The scenario's remedies that it offers or reports done: id, and how far it fits the loss, 0 to 1.
        names_cause: Whether it names the true cause.
        again: Whether the agent has said this very sentence before.
        asks_known: Whether it asks for what the customer has told already or what the agent's own card shows.
        waits: Whether it asks the customer to wait for something.
        breaches: Those of ``BREACHES`` that it is, in the light of what was said before.
        takes_back: The remedies offered earlier that it takes back.
        cold: Whether it holds something against them, defends the firm or puts them off, whatever its moves are.
        dated: Whether it does something and says when.
    """

    words: str
    moves: tuple[str, ...]
    specificity: float = 0.0
    remedies: tuple[tuple[str, float], ...] = field(default=())
    names_cause: bool = False
    again: bool = False
    asks_known: bool = False
    waits: bool = False
    breaches: tuple[str, ...] = ()
    takes_back: tuple[str, ...] = ()
    cold: bool = False
    dated: bool = False

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The mistakes among its moves."""
        return tuple(move for move in self.moves if move in MISTAKES)

    @property
    def hurts(self) -> bool:
        """Whether it is a mistake or a breach."""
        return bool(self.mistakes or self.breaches)

    @property
    def brings(self) -> bool:
        """Whether it is something to have waited for: news, a question, an answer, rather than kind words alone."""
        return not self.again and not self.waits and any(move in _NEWS for move in self.moves)

    @property
    def key(self) -> str:
        """The sentence without case and punctuation, by which it is known again."""
        return same_sentence(self.words)
