"""What one sentence of the agent is to this customer: the input of the feelings' model."""

from __future__ import annotations

from dataclasses import dataclass, field

from coaching.customer.matching import same_sentence
from coaching.moves import MISTAKES


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
    """

    words: str
    moves: tuple[str, ...]
    specificity: float = 0.0
    remedies: tuple[tuple[str, float], ...] = field(default=())
    names_cause: bool = False
    again: bool = False
    asks_known: bool = False

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The mistakes among its moves."""
        return tuple(move for move in self.moves if move in MISTAKES)

    @property
    def key(self) -> str:
        """The sentence without case and punctuation, by which it is known again."""
        return same_sentence(self.words)
