"""The shapes of debriefs and of the progress over sessions, as ``coaching`` gives them."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from assistant_api.api.reports import Scorecard
from assistant_api.shapes import Change, Ending, Shape


class RatingReason(Shape):
    """What a rating was made of."""

    rule: str
    reason: str


class Rating(Shape):
    """How the customer would rate the service."""

    face: str = Field(description="bad, neutral or good")
    recommend: int = Field(ge=0, le=10, description="How likely they recommend the company")
    line: str = Field(description="In the customer's voice")
    reasons: list[RatingReason]


class CurvePoint(Shape):
    """The mood after a turn."""

    turn: int = Field(ge=0, description="The agent's turn; 0 is the opening")
    anger: float = Field(ge=0, le=1)
    satisfaction: float = Field(ge=0, le=1)
    band: str = Field(description="furious, angry, annoyed, calm or pleased")


class Moment(Shape):
    """A sentence that moved the customer."""

    turn: int = Field(ge=1)
    words: str = Field(description="Empty where what was missing did it")
    anger: float
    satisfaction: float
    trust: float
    why: str
    changes: list[Change] = Field(description="The ledger's entries behind it")


class Differently(Shape):
    """One thing to do differently."""

    turn: int = Field(ge=1)
    said: str
    start: int = Field(ge=0, description="Where it stands in the turn's text, in Unicode code points")
    end: int = Field(ge=0)
    what: str = Field(description="A short title")
    why: str
    instead: str = Field(description="Better wording for that very turn")
    rule: str


class WentWell(Shape):
    """Something that went well."""

    turn: int = Field(ge=1)
    words: str
    why: str
    rule: str


class RootCause(Shape):
    """Whether the customer was told why it really happened."""

    found: bool
    text: str = Field(description="The cause")
    turn: int | None = Field(ge=1, description="When it was told; null where it was not")
    words: str | None


class PromiseMade(Shape):
    """A promise to the customer, as far as it was said."""

    turn: int = Field(ge=1)
    words: str
    who: str | None
    when: str | None


class BeyondLimit(Shape):
    """A promise beyond what the agent may give."""

    turn: int = Field(ge=1)
    words: str
    remedy: str
    limit: str


class WantMet(Shape):
    """Something the customer was after."""

    text: str
    met: bool


class Figures(Shape):
    """The numbers of a session; seconds are null where they are not known."""

    first_response_seconds: float | None
    seconds: float | None = Field(description="From start to end, pauses left out")
    replies: int = Field(ge=0)
    words: int = Field(ge=0)
    hints: int = Field(ge=0)
    root_cause: RootCause
    promises: list[PromiseMade]
    beyond_limits: list[BeyondLimit]
    wants: list[WantMet]


class Versions(Shape):
    """What a debrief was made by."""

    rubric: str
    customer: str
    rules: str
    debrief: str


class DebriefAnswer(Shape):
    """An ended session looked back at; it stays as it was first made."""

    rating: Rating
    curve: list[CurvePoint]
    moments: list[Moment] = Field(description="At most five, in order of time")
    differently: list[Differently] = Field(description="At most three, the weightiest first")
    went_well: list[WentWell] = Field(description="At most three")
    figures: Figures
    goal: str = Field(description="What there was to learn")
    ending: Ending | None
    scorecard: Scorecard
    versions: Versions


class PlayedScenario(Shape):
    """Which scenario was played."""

    id: str
    title: str


class StepShares(Shape):
    """For each of the five steps the share of its points that was earned."""

    hear: float = Field(ge=0, le=1)
    empathize: float = Field(ge=0, le=1)
    apologize: float = Field(ge=0, le=1)
    resolve: float = Field(ge=0, le=1)
    diagnose: float = Field(ge=0, le=1)


class PastSession(Shape):
    """An ended session."""

    id: str
    scenario: PlayedScenario
    level: int = Field(ge=1, le=5)
    blind: bool
    ended_at: datetime
    score: int = Field(ge=0, le=100)
    face: str | None = Field(description="The customer's rating; null where nobody has asked for the debrief yet")
    recommend: int | None = Field(ge=0, le=10, description="Likewise")
    steps: StepShares
    rewind: bool = Field(description="Whether it took a turn of another session again")


class WeakestStep(Shape):
    """The step that has gone worst of late."""

    step: str
    title: str
    share: float = Field(ge=0, le=1, description="Of its points, over the last sessions; rewinds do not count")


class ProgressAnswer(Shape):
    """How one's sessions went."""

    sessions: list[PastSession] = Field(description="The last 50 that ended, the oldest first")
    weakest: WeakestStep | None = Field(
        description="Of the last five sessions; null where every step goes well, and before the first one has ended"
    )
    direction: str = Field(description="How the scores of the last five sessions go: up, steady or down")
    hints: str = Field(description="When hints are advised in the next one: off, on_request or live")
    reason: str = Field(description="Why")
