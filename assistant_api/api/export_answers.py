"""The shapes of what is exported as JSON."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from assistant_api.api import review_answers as review
from assistant_api.api.debrief_answers import DebriefAnswer
from assistant_api.api.reports import Scorecard
from assistant_api.shapes import Ending, Mood, Shape

VERSION = "1.0"
_VERSION = "The version of this file's schema"


class ExportedTranscript(Shape):
    """A session with all that was said about it, the same for whoever may read it."""

    id: str
    kind: str = Field(description="practice or imported")
    person: review.PersonName
    title: str
    customer: str
    level: int | None = Field(description="Null where the chat was imported")
    ending: Ending | None
    started_at: datetime
    ended_at: datetime | None
    opening: list[str]
    closing: list[str]
    opening_mood: Mood | None
    mood: Mood | None
    turns: list[review.ReviewTurn]
    scorecard: Scorecard | None = Field(description="The machine's own")
    corrected: Scorecard | None = Field(description="With what trainers overruled; null where nothing is")
    overrules: list[review.Overrule]
    dispute: review.Dispute | None
    held_until: datetime | None = Field(description=review.HELD_UNTIL)


class ExportedSession(Shape):
    """One session."""

    schema_version: str = Field(description=_VERSION)
    session: ExportedTranscript
    debrief: DebriefAnswer | None = Field(
        description="Null for a real chat, while held back, and where the scenario is gone"
    )


class ExportedRow(Shape):
    """What one session came to; figures are null for a real chat, and while they are held back."""

    id: str
    kind: str = Field(description="practice or imported")
    person_id: str
    person: str
    scenario: str
    title: str
    customer: str
    level: int | None
    blind: bool
    rewind: bool
    assignment: str | None
    started_at: datetime
    ended_at: datetime
    ending: str | None
    score: int | None = Field(ge=0, le=100, description="Trainers' corrections counted")
    face: str | None = Field(description="bad, neutral or good")
    recommend: int | None = Field(ge=0, le=10)
    anger: float | None = Field(ge=0, le=1, description="At the end")
    satisfaction: float | None = Field(ge=0, le=1, description="At the end")
    first_response_seconds: float | None
    seconds: float | None
    replies: int | None
    hear: float | None = Field(ge=0, le=1, description="The share of the step's points that was earned")
    empathize: float | None = Field(ge=0, le=1)
    apologize: float | None = Field(ge=0, le=1)
    resolve: float | None = Field(ge=0, le=1)
    diagnose: float | None = Field(ge=0, le=1)
    mistakes: dict[str, int] = Field(description="How many of each label")
    held_until: datetime | None = Field(description=review.HELD_UNTIL)


class ExportedSessions(Shape):
    """Ended sessions of a person or a cohort, the oldest first."""

    schema_version: str = Field(description=_VERSION)
    title: str = Field(description="Whose they are")
    sessions: list[ExportedRow]
