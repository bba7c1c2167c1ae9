"""What only the scenario tells of a session: which remedies fit, what is beyond the limits, what the cause is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from coaching.customer.acts import Act
from coaching.customer.cues import Cues, load_cues
from coaching.customer.feelings import Experience
from coaching.customer.offers import Offer, offers
from coaching.customer.reading import take_in
from coaching.customer.scenario import CONTENT, OPENING, Scenario
from coaching.customer.state import CustomerState
from coaching.played import PlayedSession
from coaching.recognition.sentence import RecognisedSentence
from coaching.scoring.account import Said
from coaching.scoring.safety import forbidden


@dataclass(frozen=True)
class Story:
    """The case that was played, and the agent's sentences as the customer took them.

    Attributes:
        scenario: The scenario.
        acts: The sentences by the agent's turn (from 1) and their place in its text.
        left_content: Whether the customer ended it themselves, content, so that nobody could close it any more.
    """

    scenario: Scenario
    acts: Mapping[tuple[int, int], Act]
    left_content: bool = False

    @classmethod
    def of(cls, played: PlayedSession, scenario: Scenario) -> Story:
        """Read a session's sentences once more as its customer did."""
        acts: dict[tuple[int, int], Act] = {}
        for turn in played.turns:
            before = played.turns[turn.number - 2].state if turn.number > 1 else _first(played, scenario)
            taken = take_in(turn.sentences, before, scenario, _cues(), lambda sentence, case: 0.0).acts
            acts.update({(turn.number, one.start): act for one, act in zip(turn.sentences, taken, strict=True)})
        content = played.ending is not None and played.ending.kind == CONTENT
        return cls(scenario, acts, left_content=content)

    def act(self, one: Said) -> Act:
        """A sentence as the customer took it."""
        return self.acts[one.turn, one.sentence.start]

    def offers(self, one: Said) -> tuple[Offer, ...]:
        """The remedies that a sentence offers."""
        return self.offered(one.turn, one.sentence)

    def offered(self, turn: int, sentence: RecognisedSentence) -> tuple[Offer, ...]:
        """The same of a sentence in the agent's turn of this number."""
        return offers(sentence.text, self.scenario) if self.acts[turn, sentence.start].remedies else ()

    def forbidden(self, one: Said) -> bool:
        """Whether a sentence promises what nobody may promise where somebody may come to harm."""
        safety = self.scenario.safety
        return safety is not None and forbidden(one.sentence.text, safety)

    def exceeds(self, one: Said) -> bool:
        """Whether a sentence promises anything beyond the limits."""
        return self.forbidden(one) or any(offer.beyond is not None for offer in self.offers(one))


def _first(played: PlayedSession, scenario: Scenario) -> CustomerState:
    """The state after the opening, as far as reading a message needs it."""
    return replace(
        played.turns[0].state,
        turn=0,
        experience=Experience(),
        told=tuple(fact.id for fact in scenario.facts if fact.given == OPENING),
        said=played.opening.lines,
        heard=(),
        promised={},
    )


@lru_cache(maxsize=1)
def _cues() -> Cues:
    return load_cues()
