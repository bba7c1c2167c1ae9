"""What a customer feels, and what they have been through: the frozen state of the model."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from math import prod
from typing import Any


@dataclass(frozen=True)
class Feelings:
    """Nine quantities, each from 0 to 1.

    Anger is the quick emotion: it follows the appraisal of the failure with the persona's inertia. Satisfaction is the
    slow mood: each turn it goes a part of the way to what the treatment so far deserves, and anger spoils it; so it
    outlasts one bad sentence and one good one, but not what they stood for. Only a farewell makes the customer sum up
    at once.

    Attributes:
        anger: How angry the customer is.
        satisfaction: The mood with which they would rate the service now.
        trust: How far they believe what they are told.
        patience: What is left of it; at 0 they want out.
        forgiveness: How far fair treatment may take blame off the company.
        interactional: How fairly they have been treated as a person.
        procedural: How fairly the handling goes: speed, ownership, a clear next step.
        distributive: How far the remedies on the table make up for the loss.
        deviation: Blame that the agent's own mistakes have added to the failure's.
    """

    anger: float
    satisfaction: float
    trust: float
    patience: float
    forgiveness: float
    interactional: float = 0.0
    procedural: float = 0.0
    distributive: float = 0.0
    deviation: float = 0.0

    def to_json(self) -> dict[str, float]:
        """The quantities by name, unrounded, so that a stored state goes on exactly where it stopped."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Feelings:
        """The inverse of ``to_json``."""
        return cls(**{each.name: float(data[each.name]) for each in fields(cls)})


@dataclass(frozen=True)
class Experience:
    """What the customer remembers of the agent's moves.

    Attributes:
        doses: Move to how many sentences made it so far.
        offers: Remedy to the share of its worth that the customer grants it, 0 to 1.
        cause_told: Whether the true cause was named.
        helped: Move to the anger that sentences with it have taken away so far.
        waiting: Whether the last message asked them to wait for something.
        dated: Whether something was done or promised with a time to it.
    """

    doses: Mapping[str, int] = field(default_factory=dict)
    offers: Mapping[str, float] = field(default_factory=dict)
    cause_told: bool = False
    helped: Mapping[str, float] = field(default_factory=dict)
    waiting: bool = False
    dated: bool = False

    def dose(self, move: str) -> int:
        """How often a move was made so far."""
        return self.doses.get(move, 0)

    def counted(self, move: str) -> Experience:
        """With one more of this move."""
        return replace(self, doses={**self.doses, move: self.dose(move) + 1})

    def offered(self, remedy: str, share: float) -> Experience:
        """With a remedy offered; repeated to a customer who by now feels heard, the better of the two counts."""
        return replace(self, offers={**self.offers, remedy: max(share, self.offers.get(remedy, 0.0))})

    def withdrawn(self, remedy: str) -> Experience:
        """With an offer taken back."""
        return replace(self, offers={key: share for key, share in self.offers.items() if key != remedy})

    def calmed(self, moves: Collection[str], by: float) -> Experience:
        """With anger taken away by a sentence, shared out among its moves."""
        shares = {move: self.helped.get(move, 0.0) + by / len(moves) for move in moves}
        return replace(self, helped={**self.helped, **shares})

    @property
    def on_the_table(self) -> float:
        """How far all that is offered makes up for the loss: remedies add up as the losses they leave multiply."""
        return 1.0 - prod(1.0 - share for share in self.offers.values())

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "doses": dict(self.doses),
            "offers": dict(self.offers),
            "cause_told": self.cause_told,
            "helped": dict(self.helped),
            "waiting": self.waiting,
            "dated": self.dated,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Experience:
        """The inverse of ``to_json``."""
        doses = {str(move): int(count) for move, count in data["doses"].items()}
        offers = {str(remedy): float(share) for remedy, share in data["offers"].items()}
        # Sessions stored by earlier models have none of the last three.
        helped = {str(move): float(by) for move, by in data.get("helped", {}).items()}
        waiting, dated = bool(data.get("waiting", False)), bool(data.get("dated", False))
        return cls(doses, offers, bool(data["cause_told"]), helped, waiting, dated)
