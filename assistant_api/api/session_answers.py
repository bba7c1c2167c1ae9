"""The shapes of the API's answers on sessions."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from assistant_api.api.answers import BriefAnswer, ServiceAnswer
from assistant_api.api.reports import Scorecard
from assistant_api.shapes import Change, Ending, Mood, Sentence, Shape


class ScenarioName(Shape):
    """Which scenario is played."""

    id: str | None = Field(description="Null while a blind session is open")
    title: str = Field(description="While a blind session is open, no more than that it is unknown")


class PersonaName(Shape):
    """Who plays the customer."""

    id: str | None = Field(description="Null while a blind session is open")
    name: str = Field(description="While a blind session is open, no more than that it is unknown")


class LevelName(Shape):
    """How difficult it is."""

    number: int = Field(ge=1, le=5)
    title: str
    meter: str = Field(description="How much of the mood to show: figures, band, face or hidden")


class ForkPoint(Shape):
    """Where two sessions part, one of them a rewind of the other."""

    session: str = Field(description="The other one's id")
    turn: int = Field(ge=1, description="The first turn that is the rewind's own")


class TakenHint(Shape):
    """A hint that was taken."""

    turn: int = Field(ge=0, description="After which turn of the agent; 0 before the first")
    kind: str = Field(description="hint or stuck")
    step: str | None = Field(description="The step that it led to")


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


class OthersSee(Shape):
    """Who else sees how an ended session of one's own went, and from when on; what was said they read at once."""

    trainers: list[str] = Field(description="Names of one's trainers; the admins see it as well")
    opened: bool = Field(description="Whether one has opened the debrief, so that they see it now")
    latest: datetime = Field(description="From then they see it, opened or not")


class Session(Shape):
    """One practice conversation."""

    id: str
    scenario: ScenarioName
    persona: PersonaName
    seed: int
    level: LevelName
    blind: bool = Field(description="Whether scenario and persona stay unknown until the end")
    hints: str = Field(description="When there are hints: off, on_request or live")
    hints_taken: list[TakenHint]
    version: str | None = Field(description="Of the customer's model; null for sessions from before it was told")
    status: str = Field(description="open or ended")
    paused: bool
    idle_at: datetime | None = Field(
        description="When it times out unless it is played on before; null where it is paused or has ended"
    )
    forked_from: ForkPoint | None = Field(
        description="Null where it is no rewind, or the session that it was taken from is erased"
    )
    rewinds: list[ForkPoint] = Field(description="Those taken of it, in order")
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
    others: OthersSee | None = Field(
        description="Null while it is open, where it is somebody else's, and where nobody signs in"
    )


class TurnAnswer(Shape):
    """A turn that was played, and the session after it."""

    turn: Turn
    session: Session
    taken_out: list[str] = Field(
        description="Kinds of personal data that were taken out of the message before storing: name, phone ..."
    )


class SessionSummary(Shape):
    """A line of the list."""

    id: str
    scenario: ScenarioName
    persona: PersonaName
    level: LevelName
    blind: bool = Field(description="Whether scenario and persona stay unknown until the end")
    forked_from: ForkPoint | None = Field(description="As in the session")
    status: str = Field(description="open or ended")
    paused: bool
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


class SessionBrief(Shape):
    """What an agent would know of the case that a session plays."""

    brief: BriefAnswer
    channel: str = Field(description="chat, email, social, form or phone")
    service: ServiceAnswer
    title: str | None = Field(description="Null while a blind session is open")
    goal: str | None = Field(description="Null while a blind session is open")


class HintAnswer(Shape):
    """What to do next."""

    rule: str = Field(description="The rule that is due")
    step: str = Field(description="The HEARD step that it leads to")
    title: str
    why: str
    next_in_words: str = Field(description="How one goes about it")
    strength: str = Field(description="nudge, or sentence where wording comes with it")
    sentence: str | None = Field(description="The wording; null for a nudge")
    faded: bool = Field(description="Whether this trainee does it well by now, so that a live hint may stay away")
