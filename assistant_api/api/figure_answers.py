"""The shapes of the API's answers on where people stand."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from assistant_api.shapes import Shape


class About(Shape):
    """Whose figures they are."""

    kind: str = Field(description="me, person, team or everybody")
    id: str = Field(description="The person's or the team's; empty for everybody")
    name: str


class WeekFigures(Shape):
    """The means of the sessions that ended in one week (UTC)."""

    monday: date
    sessions: int = Field(ge=0)
    steps: dict[str, float] = Field(
        description="By HEARD step, the share of its points, 0 to 1; empty without sessions"
    )
    score: float | None
    anger: float | None
    satisfaction: float | None
    recommend: float | None


class Scores(Shape):
    """How the scores of one scenario, or of one level, are spread."""

    id: str
    title: str
    sessions: int = Field(ge=1)
    mean: float
    fifths: list[int] = Field(description="Sessions with 0-19, 20-39, 40-59, 60-79 and 80-100 points")


class MistakeCount(Shape):
    """How often one kind of mistake was made."""

    label: str
    count: int = Field(ge=1)
    sessions: int = Field(ge=1, description="Sessions in which it was made")


class Group(Shape):
    """So many sessions of a kind."""

    title: str
    sessions: int = Field(ge=0)


class Reach(Shape):
    """People who needed so many sessions until the first with the pass mark."""

    sessions: int = Field(ge=1)
    people: int = Field(ge=1)


class TrendAnswer(Shape):
    """The earlier half of the weeks beside the later one; no means where either has too few sessions."""

    first: int = Field(ge=0)
    second: int = Field(ge=0)
    before: float | None
    after: float | None


class InsightAnswer(Shape):
    """Where somebody, a team or everybody stands."""

    about: About
    seen_by: list[str] = Field(description="Of one's own figures: the names of those who see them, too")
    told_after_hours: int = Field(
        description="Until then results are the trainee's alone, unless they open the debrief"
    )
    untold: int = Field(ge=0, description="Sessions that are left out because they are the trainee's alone for now")
    mark: int = Field(description="The pass mark asked for")
    few: int = Field(description="A mean of fewer sessions says little")
    sessions: int = Field(ge=0)
    people: int = Field(ge=0)
    weeks: list[WeekFigures]
    trend: TrendAnswer
    scenarios: list[Scores]
    levels: list[Scores]
    anger: list[int] = Field(description="Sessions by the fifth of the scale where anger ended, the lowest first")
    satisfaction: list[int] = Field(description="Likewise for satisfaction")
    faces: list[Group] = Field(description="Bad, neutral, good")
    recommend: float | None = Field(description="The mean, 0 to 10")
    recommend_groups: list[Group]
    mistakes: list[MistakeCount] = Field(description="The commonest first")
    reached: list[Reach] = Field(description="From everybody's first session on, also before the span")
    not_reached: int = Field(ge=0, description="People who have practised, and not reached the mark so far")
    first_response: float | None = Field(description="The mean in seconds")
    first_responses: list[Group]
    replies: float | None = Field(description="The mean number of replies in a session")
