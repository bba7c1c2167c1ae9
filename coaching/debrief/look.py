"""A session as its debrief looks at it: what was said, how it scored, what the scenario tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.customer.state import CustomerState
from coaching.moves import COURTESY, RESOLVE
from coaching.played import PlayedSession, PlayedTurn
from coaching.scorecard import Scorecard
from coaching.scoring.account import Said
from coaching.scoring.session_weights import SessionWeights
from coaching.scoring.story import Story
from coaching.scoring.talk import is_good

_BY_AGENT = ("agent_closes", "content", "grudging")
"""Endings for which there was time to close."""


@dataclass(frozen=True)
class Look:
    """What all parts of a debrief read.

    Attributes:
        played: The session.
        story: Its case.
        said: The agent's sentences.
        card: How they scored.
        weights: Its section ``session``.
    """

    played: PlayedSession
    story: Story
    said: Sequence[Said]
    card: Scorecard
    weights: SessionWeights

    @property
    def closed_by_agent(self) -> bool:
        """Whether the agent could have closed the conversation."""
        ending = self.played.ending
        return ending is not None and ending.kind in _BY_AGENT

    def turn(self, number: int) -> PlayedTurn:
        """The agent's turn of this number."""
        return self.played.turns[number - 1]

    def state_before(self, number: int) -> CustomerState | None:
        """The customer's state when a turn was written; None before the first."""
        return self.played.turns[number - 2].state if number > 1 else None

    def heard_before(self, number: int) -> str:
        """All that the customer had said when a turn was written."""
        replies = [turn.reply for turn in self.played.turns[: number - 1]]
        return "\n".join(said.text for said in (self.played.opening, *replies))

    def angered(self, number: int, words: str) -> float:
        """How far a sentence raised the customer's anger, 0 or more."""
        changes = self.turn(number).reply.changes
        return max(0.0, sum(change.by for change in changes if change.words == words and change.on == "anger"))

    def first_remedy(self) -> Said | None:
        """The first sentence that offers something."""
        return next((one for one in self.said if RESOLVE in one.sentence.labels and is_good(one)), None)

    def last_deed(self) -> Said | None:
        """The last sentence that does or offers something."""
        return next((one for one in reversed(self.said) if RESOLVE in one.sentence.labels and is_good(one)), None)

    def opening_place(self, step: str) -> tuple[int, int, int]:
        """Where a word of feeling is due: in the first message, behind its greeting."""
        first = [one for one in self.said if one.turn == 1]
        at = 0
        for one in first:
            if set(one.sentence.labels) - {COURTESY}:
                break
            if COURTESY in one.sentence.labels:
                at = one.sentence.end
        return 1, at, at

    def place_for(self, step: str) -> tuple[int, int, int]:
        """Where a deed is due: at the end of the second message, or of the only one."""
        turn = self.turn(min(2, len(self.played.turns)))
        return turn.number, len(turn.text), len(turn.text)
