"""One turn as the customer sees it, from which they choose what to talk about."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.customer.constants import Constants
from coaching.customer.endings import Decision
from coaching.customer.fairness import UNKNOWN
from coaching.customer.reading import Message
from coaching.customer.scenario import Fact
from coaching.customer.state import CustomerState
from coaching.customer.step import Felt

FACT, SCENARIO = "fact:", "scenario:"
"""Prefixes of topics whose lines stand in the scenario; the others are in the phrasebook."""
Chain = tuple[str, ...]
"""Topics in the order of preference: the first that has a line left is taken."""
_GOOD_FIT = 0.5


@dataclass(frozen=True)
class Whims:
    """What chance has the customer do in this turn, if the turn leaves room for it.

    Attributes:
        provokes: Needle the agent.
        strays: Say something beside the matter.
        names_help: Say what helped, when they soften.
    """

    provokes: bool = False
    strays: bool = False
    names_help: bool = False


@dataclass(frozen=True)
class Scene:
    """The state before the message, the message, what it did and what was decided.

    Attributes:
        state: Before the message.
        message: As taken in.
        felt: What it did.
        decision: What they make up their mind to.
        facts: What they tell.
        holds_back: Whether they keep something that was asked for to themselves.
        softened: Whether the mood that they show has become a better one.
        whims: What chance adds.
        constants: The sizes.
    """

    state: CustomerState
    message: Message
    felt: Felt
    decision: Decision
    facts: tuple[Fact, ...]
    holds_back: bool
    softened: bool
    whims: Whims
    constants: Constants

    @property
    def fits(self) -> bool:
        """Whether what is on the table makes up for at least half of the loss, however far it is believed."""
        left = 1.0
        for fit in {remedy: fit for act in self.message.acts for remedy, fit in act.remedies}.values():
            left *= 1.0 - fit
        known = any(offer != UNKNOWN for offer in self.felt.experience.offers)
        return 1.0 - left >= _GOOD_FIT or (known and self.felt.feelings.distributive >= _GOOD_FIT)
