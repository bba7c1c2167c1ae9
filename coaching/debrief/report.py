"""What a debrief holds, as values that become JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from coaching.customer.ledger import Change
from coaching.customer.mood import Mood
from coaching.customer.state import Ending
from coaching.scorecard import Scorecard

BAD, NEUTRAL, GOOD = FACES = ("bad", "neutral", "good")


@dataclass(frozen=True)
class Reason:
    """A rule by its id, and what it says in a sentence."""

    rule: str
    reason: str


@dataclass(frozen=True)
class Rating:
    """How the customer would rate the service.

    Attributes:
        face: One of ``FACES``.
        recommend: How likely they recommend the company, 0 to 10.
        line: What they say, in their voice.
        reasons: What face and figure were made of.
    """

    face: str
    recommend: int
    line: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Moment:
    """A sentence that moved the customer.

    Attributes:
        turn: The agent's turn, from 1.
        words: The sentence; empty where what was missing did it.
        anger, trust: How far it moved each, signed.
        satisfaction: How far its whole message moved it: the customer rates a message, not a sentence.
        why: A plain sentence.
        changes: The ledger's entries behind it.
    """

    turn: int
    words: str
    anger: float
    satisfaction: float
    trust: float
    why: str
    changes: tuple[Change, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; movements with three decimals."""
        return {
            "turn": self.turn,
            "words": self.words,
            "anger": round(self.anger, 3),
            "satisfaction": round(self.satisfaction, 3),
            "trust": round(self.trust, 3),
            "why": self.why,
            "changes": [change.to_json() for change in self.changes],
        }


@dataclass(frozen=True)
class Advice:
    """One thing to do differently.

    Attributes:
        turn: The agent's turn, from 1.
        said: The words that it is about; the message's end where something was missing.
        start, end: Where they stand in that turn's text; equal where something was missing.
        what: A short title.
        why: The reason.
        instead: Better wording for that very turn.
        rule: Its id.
    """

    turn: int
    said: str
    start: int
    end: int
    what: str
    why: str
    instead: str
    rule: str


@dataclass(frozen=True)
class Praise:
    """Something that went well: turn, words, why, and the rule that saw it."""

    turn: int
    words: str
    why: str
    rule: str


@dataclass(frozen=True)
class RootCause:
    """Whether the true cause was told to the customer; by which words, where it was."""

    found: bool
    text: str
    turn: int | None = None
    words: str | None = None


@dataclass(frozen=True)
class Promise:
    """A promise to the customer: who will do it and when, as far as it was said."""

    turn: int
    words: str
    who: str | None
    when: str | None


@dataclass(frozen=True)
class BeyondLimit:
    """A promise beyond what the agent may give."""

    turn: int
    words: str
    remedy: str
    limit: str


@dataclass(frozen=True)
class Want:
    """Something the customer was after, and whether what was offered meets it."""

    text: str
    met: bool


@dataclass(frozen=True)
class Figures:
    """The numbers of a session; times in seconds, None where not known."""

    first_response_seconds: float | None
    seconds: float | None
    replies: int
    words: int
    hints: int
    root_cause: RootCause
    promises: tuple[Promise, ...]
    beyond_limits: tuple[BeyondLimit, ...]
    wants: tuple[Want, ...]


@dataclass(frozen=True)
class Debrief:
    """A session's debrief.

    Attributes:
        rating: The customer's.
        curve: The mood after the opening (turn 0) and after each turn.
        moments: The strongest, in order of time, at most five.
        differently: At most three, the weightiest first.
        went_well: At most three.
        figures: The session's numbers.
        goal: What the scenario teaches.
        ending: How it ended; None for an open session.
        scorecard: With the words behind each point.
        versions: Of rubric, customer, rules and debrief.
    """

    rating: Rating
    curve: tuple[tuple[int, Mood], ...]
    moments: tuple[Moment, ...]
    differently: tuple[Advice, ...]
    went_well: tuple[Praise, ...]
    figures: Figures
    goal: str
    ending: Ending | None
    scorecard: Scorecard
    versions: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "rating": _plain(asdict(self.rating)),
            "curve": [{"turn": turn, **mood.to_json()} for turn, mood in self.curve],
            "moments": [moment.to_json() for moment in self.moments],
            "differently": [asdict(one) for one in self.differently],
            "went_well": [asdict(one) for one in self.went_well],
            "figures": _plain(asdict(self.figures)),
            "goal": self.goal,
            "ending": None if self.ending is None else self.ending.to_json(),
            "scorecard": self.scorecard.to_json(),
            "versions": dict(self.versions),
        }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """The values with lists for tuples, as JSON gives them back."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}
