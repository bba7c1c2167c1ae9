"""One turn as the customer sees it, from which they choose what to talk about."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.customer.constants import Constants
from coaching.customer.endings import Decision
from coaching.customer.fairness import UNKNOWN
from coaching.customer.reading import Message
from coaching.customer.scenario import Fact, Want
from coaching.customer.state import CustomerState
from coaching.customer.step import Felt

FACT, SCENARIO = "fact:", "scenario:"
"""Prefixes of topics whose lines stand in the scenario; the others are in the phrasebook."""
Chain = tuple[str, ...]
"""Topics in the order of preference: the first that has a line left is taken."""
SOFTENS = "softens"
_GOOD_FIT = 0.5
_SOONEST = 2
"""Turns answered before anybody but a loud customer speaks of their tone."""


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
        loud: Whether they are somebody who shouts.
        left: What they came for and have not been given.
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
    loud: bool
    left: tuple[Want, ...]
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

    @property
    def eased(self) -> bool:
        """Whether the message took anger away, or left none to take, and nothing in it hurt."""
        before, after = self.state.feelings.anger, self.felt.feelings.anger
        return not self.message.hurts and (after < before or before < self.constants.bands.annoyed)

    @property
    def repents(self) -> bool:
        """Whether it is time to be sorry for one's own tone: it was sharp, most of the anger is gone, once is enough.

        Once in a session. Somebody who shouts says so as soon as they stop.
        """
        bands, anger = self.constants.bands, self.felt.feelings.anger
        if SOFTENS in self.state.spoken or self.state.peak < bands.angry or self.message.hurts:
            return False
        late = self.state.turn >= _SOONEST and anger < bands.annoyed
        return self.softened and (late or (self.loud and self.state.peak >= bands.furious))
