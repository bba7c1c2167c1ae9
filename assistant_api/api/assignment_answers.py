"""The shapes of the API's answers on assignments, certificates and goals."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import Field

from assistant_api.api.review_answers import PersonName
from assistant_api.shapes import Shape


class AssignedScenario(Shape):
    """What is to be played."""

    id: str
    title: str
    there: bool = Field(description="False once the scenario is gone; then nobody can try it")


class TryAnswer(Shape):
    """A session that was played for an assignment."""

    session: str
    started_at: datetime
    ended_at: datetime | None = Field(description="Null while it goes on")
    score: int | None = Field(ge=0, le=100, description="Null while there is none")
    passed: bool


class StandingAnswer(Shape):
    """Where somebody stands with an assignment."""

    state: str = Field(description="not_begun, begun, passed, or used_up where no try is left and none passed")
    tries: list[TryAnswer] = Field(description="In order; for trainers, those whose results they may see")
    tries_taken: int = Field(ge=0)
    tries_left: int | None = Field(ge=0, description="Null where there is no limit")
    best: int | None = Field(ge=0, le=100)
    passed_at: datetime | None
    certificate: str | None = Field(description="The code of the certificate; null until it is passed")
    overdue: bool
    due_soon: bool
    untold: int = Field(ge=0, description="Results that are the trainee's alone for now; 0 for oneself")
    open_session: str | None = Field(description="A try that goes on")


class PersonStanding(StandingAnswer):
    """Where one of those who have an assignment stands."""

    person: PersonName


class AssignmentCounts(Shape):
    """How many people stand where, as far as it is told."""

    people: int = Field(ge=0)
    not_begun: int = Field(ge=0)
    passed: int = Field(ge=0)
    overdue: int = Field(ge=0)


class AssignmentSummary(Shape):
    """An assignment."""

    id: str
    title: str
    note: str
    scenario: AssignedScenario
    level: int = Field(ge=1, le=5)
    pass_mark: int = Field(ge=0, le=100)
    tries: int | None = Field(ge=1, description="How often it may be tried; null for as often as one likes")
    due_on: date | None
    made_by: PersonName | None = Field(description="Null where they are not known any more")
    created_at: datetime
    closed_at: datetime | None


class OwnAssignment(AssignmentSummary):
    """An assignment that one has, and where one stands."""

    mine: StandingAnswer


class ManagedAssignment(AssignmentSummary):
    """An assignment of one's people, and how many stand where."""

    counts: AssignmentCounts


class AssignmentsAnswer(Shape):
    """One's own assignments, and those of one's people."""

    mine: list[OwnAssignment] = Field(description="The newest 100")
    managed: list[ManagedAssignment] = Field(description="Likewise; empty for agents")
    told_after_hours: int = Field(description="A result is the trainee's alone until they open the debrief, or so long")


class AssignmentDetail(AssignmentSummary):
    """An assignment with all that whoever asks may know of it."""

    mine: StandingAnswer | None = Field(description="Null where one has not got it oneself")
    progress: list[PersonStanding] | None = Field(description="Of one's people; null for agents")
    people: list[PersonName] = Field(description="Those whom it names; empty for agents")
    teams: list[PersonName] = Field(description="Those whose agents it is for; empty for agents")
    may_edit: bool
    told_after_hours: int


class CertificateAnswer(Shape):
    """What a certificate says, as it stands in the database."""

    code: str
    person: str = Field(description="The name")
    title: str
    scenario: str
    level: int = Field(ge=1, le=5)
    score: int = Field(ge=0, le=100)
    pass_mark: int = Field(ge=0, le=100)
    rubric: str | None = Field(description="The version; null where the session was erased before this was kept")
    passed_at: datetime
    pdf: bool = Field(description="Whether whoever asks may have it as PDF: its owner, and their trainers")


class GoalAnswer(Shape):
    """A team's goal, and where the team stands."""

    id: str
    team: PersonName
    measure: str = Field(description="score, satisfaction, recommend, sessions or mistakes")
    target: float
    value: float | None = Field(description="Null where nothing counts yet")
    sessions: int = Field(ge=0, description="How many sessions count")
    share: float = Field(ge=0, le=1, description="How much of the way is done")
    due_on: date | None
    over: bool = Field(description="Whether its last day is over and it was not met")
    created_at: datetime
    met_at: datetime | None
    may_edit: bool


class GoalsAnswer(Shape):
    """The goals of one's teams."""

    goals: list[GoalAnswer]
    days: int = Field(description="Sessions of the last so many days count")
    fewest: int = Field(description="A goal is met no sooner than after so many sessions")
