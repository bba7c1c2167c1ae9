"""The shapes of the API's answers on sessions and on what there is to practise with."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from assistant_api.api.reports import Scorecard
from assistant_api.shapes import Change, Ending, Mood, Sentence, Shape


class ChannelAnswer(Shape):
    """Where a reply may be sent."""

    name: str
    title: str


class AboutAnswer(Shape):
    """Which versions answer here, and what is switched on."""

    api: str = Field(description="The version of this API")
    codebook: str = Field(description="The version of the codebook")
    channels: list[ChannelAnswer]
    keeps_drafts: bool = Field(description="Whether finished replies are kept, without personal data")
    keep_drafts_days: int = Field(ge=1, description="After how many days a kept reply is erased")


class MoveAnswer(Shape):
    """One label of the codebook."""

    label: str
    kind: str = Field(description="step, support or mistake")
    title: str
    meaning: str = Field(description="Completes “The sentence …”")


class MovesAnswer(Shape):
    """The codebook."""

    codebook: str = Field(description="Its version")
    moves: list[MoveAnswer] = Field(description="In the codebook's order")


class ScenarioSummary(Shape):
    """A scenario, for the person who chooses one."""

    id: str
    title: str
    summary: str
    channel: str
    difficulty: int = Field(ge=1, le=5, description="1 (mild) to 5 (hard)")
    persona: str = Field(description="The persona who plays it unless another is asked for")


class ScenariosAnswer(Shape):
    """All scenarios."""

    scenarios: list[ScenarioSummary]


class BriefAnswer(Shape):
    """What an agent would know of the case."""

    customer: str
    company: str
    order: list[str]
    history: list[str]
    may_offer: list[str]


class ScenarioAnswer(ScenarioSummary):
    """A scenario with its brief."""

    brief: BriefAnswer


class PersonaAnswer(Shape):
    """A kind of customer."""

    id: str
    name: str
    description: str


class PersonasAnswer(Shape):
    """All personas."""

    personas: list[PersonaAnswer]


class ScenarioName(Shape):
    """Which scenario is played."""

    id: str
    title: str


class PersonaName(Shape):
    """Who plays the customer."""

    id: str
    name: str


class Said(Shape):
    """What the agent said."""

    text: str
    sentences: list[Sentence] = Field(description="Its sentences with their moves; empty while the turn waits")


class Turn(Shape):
    """One message of the agent and what came of it."""

    number: int = Field(ge=1)
    turn_id: str
    status: str = Field(description="waiting or answered")
    agent: Said
    customer: list[str] = Field(description="The customer's lines; empty while the turn waits")
    mood: Mood | None = Field(description="Afterwards; null while the turn waits")
    changes: list[Change] = Field(description="The emotion ledger: what moved the customer, and how far")
    at: datetime = Field(description="When it was sent (UTC)")


class Steps(Shape):
    """The five steps: which ones some sentence has done."""

    hear: bool
    empathize: bool
    apologize: bool
    resolve: bool
    diagnose: bool


class Session(Shape):
    """One practice conversation."""

    id: str
    scenario: ScenarioName
    persona: PersonaName
    seed: int
    status: str = Field(description="open or ended")
    ending: Ending | None = Field(description="Null while it is open")
    started_at: datetime
    ended_at: datetime | None = Field(description="Null while it is open")
    opening: list[str] = Field(description="The customer's first lines")
    closing: list[str] = Field(
        description="The customer's last lines to an agent who closed the conversation, else empty"
    )
    opening_mood: Mood
    mood: Mood = Field(description="The newest")
    steps: Steps
    turns: list[Turn]
    scorecard: Scorecard | None = Field(
        description="Null while it is open. Rows: 0 is the opening, 2n - 1 the agent's turn n, 2n the customer's reply"
    )


class TurnAnswer(Shape):
    """A turn that was played, and the session after it."""

    turn: Turn
    session: Session


class SessionSummary(Shape):
    """A line of the list."""

    id: str
    scenario: ScenarioName
    persona: PersonaName
    status: str = Field(description="open or ended")
    ending: Ending | None = Field(description="Null while it is open")
    score: int | None = Field(ge=0, le=100, description="Null while there is no scorecard")
    turns: int = Field(ge=0, description="How many the agent took")
    mood: Mood = Field(description="The newest")
    started_at: datetime
    ended_at: datetime | None = Field(description="Null while it is open")


class SessionsAnswer(Shape):
    """A page of sessions, newest first."""

    sessions: list[SessionSummary]
    next: str | None = Field(description="What to give as `before` for the next page; null on the last")


class Part(Shape):
    """One part's health."""

    status: str = Field(description="ok or down")
    detail: str


class Parts(Shape):
    """Every part's health."""

    database: Part
    recogniser: Part
    rasa: Part
    actions: Part


class HealthAnswer(Shape):
    """How the application is; the status is 200 whatever it is."""

    status: str = Field(description="ok, or degraded where a part is down")
    parts: Parts
