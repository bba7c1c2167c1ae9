"""Where somebody, a team or everybody stands, over the API."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, Literal

from pydantic import Field, validator

from assistant_api.api import figure_answers as answers
from assistant_api.api.operation import Routes
from assistant_api.api.reading import Taken
from assistant_api.assigning.rules import told_after_hours
from assistant_api.people import current_person
from assistant_api.seeing.rules import seeing_rules
from assistant_api.seeing.trend import trend
from assistant_api.seeing.weeks import Span
from assistant_api.seeing.whose import ME, whose
from assistant_api.services import services
from assistant_api.store import now
from assistant_api.store.figures import FACES, FIFTHS, Asked, Cell, Figures, Week, figures
from assistant_api.store.review_people import readers
from coaching.moves import STEPS

WEEKS, LONGEST, MARK = 8, 26, 70


class InsightQuery(Taken):
    """Whose figures, and over which span; one's own where nobody is named."""

    person: str | None = Field(None, max_length=36, description="a person's id")
    team: str | None = Field(None, max_length=36, description="a team's id, and no person's beside it")
    everybody: Literal["yes"] | None = Field(None, description="yes, without a person or a team")
    weeks: int = Field(WEEKS, ge=2, le=LONGEST, description=f"a whole number from 2 to {LONGEST}")
    mark: int = Field(MARK, ge=0, le=100, description="a whole number from 0 to 100")

    @validator("person", "team")
    def _storable(cls, value: str | None) -> str | None:
        # PostgreSQL cannot be asked for this character.
        return None if value is None else value.replace("\0", " ")

    @validator("team")
    def _one_of_two(cls, value: str | None, values: dict[str, Any]) -> str | None:
        if value is not None and values.get("person") is not None:
            raise ValueError("nothing here, for a person is named")
        return value

    @validator("everybody")
    def _alone(cls, value: str | None, values: dict[str, Any]) -> str | None:
        if value is not None and (values.get("person") is not None or values.get("team") is not None):
            raise ValueError("nothing here, for a person or a team is named")
        return value


def get_insight(query: InsightQuery) -> answers.InsightAnswer:
    """Figures of ended practice sessions."""
    viewer, parts, rules, moment = current_person(), services(), seeing_rules(), now()
    about = whose(viewer, moment, person=query.person, team=query.team, everybody=query.everybody is not None)
    parts.practice.records.end_lapsed()
    parts.review.outcomes.catch_up()
    span = Span.until(moment.date(), query.weeks)
    asked = Asked(
        people=about.people,
        told=about.told,
        start=span.start,
        ends=span.ends,
        mark=query.mark,
        first_response=rules.first_response,
        recommend=rules.recommend,
    )
    found = figures(parts.database, asked)
    others = readers(parts.database, viewer.id) if about.kind == ME and parts.sign_in else {}
    return answers.InsightAnswer(
        about=answers.About(kind=about.kind, id=about.id, name=about.name),
        seen_by=[name for one, name in others.items() if one != viewer.id],
        told_after_hours=told_after_hours(),
        mark=query.mark,
        few=rules.few,
        weeks=_weeks(span, found.weeks),
        trend=answers.TrendAnswer.parse_obj(vars(trend(found.weeks, query.weeks, rules.few))),
        scenarios=_scores(found.cells, lambda cell: cell.scenario_id, lambda cell: cell.title),
        levels=_scores(found.cells, lambda cell: str(cell.level), lambda cell: f"Level {cell.level}"),
        **_totals(found, rules.first_response, rules.recommend),
    )


def add_to(routes: Routes) -> None:
    """Add this route."""
    routes.route(
        "GET",
        "/insight",
        "Where somebody, a team or everybody stands, week by week",
        query=InsightQuery,
        answer=answers.InsightAnswer,
        problems=("not-found",),
    )(get_insight)


def _weeks(span: Span, found: Sequence[Week]) -> list[answers.WeekFigures]:
    by_number = {week.number: week for week in found}
    told = []
    for number, monday in enumerate(span.mondays):
        week = by_number.get(number, Week(number, 0, {}))
        means = {name: week.means.get(name) for name in ("score", "anger", "satisfaction", "recommend")}
        steps = {step: week.means[step] for step in STEPS if step in week.means}
        told.append(answers.WeekFigures(monday=monday, sessions=week.sessions, steps=steps, **means))
    return told


def _scores(cells: Iterable[Cell], key: Callable[[Cell], str], title: Callable[[Cell], str]) -> list[answers.Scores]:
    fifths: dict[str, list[int]] = {}
    points: dict[str, int] = {}
    titles: dict[str, str] = {}
    for cell in cells:
        name = key(cell)
        fifths.setdefault(name, [0] * FIFTHS)[cell.fifth] += cell.sessions
        points[name] = points.get(name, 0) + cell.points
        titles[name] = title(cell)
    return [
        answers.Scores(id=name, title=titles[name], sessions=sum(each), mean=points[name] / sum(each), fifths=each)
        for name, each in sorted(fifths.items(), key=lambda one: titles[one[0]])
    ]


def _groups(titles: Iterable[str], counts: Iterable[int]) -> list[answers.Group]:
    return [answers.Group(title=title, sessions=count) for title, count in zip(titles, counts, strict=True)]


def _minutes(seconds: int) -> str:
    return f"{seconds / 60:g}"


def _totals(found: Figures, seconds: Sequence[int], recommend: tuple[int, int]) -> dict[str, Any]:
    totals, (middle, upper) = found.totals, recommend
    between = [f"{_minutes(low)} to {_minutes(high)} min" for low, high in pairwise(seconds)]
    made = sorted(totals.mistakes.items(), key=lambda one: -one[1][0])
    return {
        **{name: getattr(totals, name) for name in ("sessions", "people", "untold", "anger", "satisfaction")},
        **{name: getattr(totals, name) for name in ("recommend", "first_response", "replies")},
        "faces": _groups(FACES, totals.faces),
        "recommend_groups": _groups(
            (f"0 to {middle - 1}", f"{middle} to {upper - 1}", f"{upper} to 10"), totals.groups
        ),
        "mistakes": [
            answers.MistakeCount(label=label, count=count, sessions=within) for label, (count, within) in made if count
        ],
        "reached": [
            answers.Reach(sessions=tries, people=people) for tries, people in found.reached.items() if tries is not None
        ],
        "not_reached": found.reached.get(None, 0),
        "first_responses": _groups(
            (f"under {_minutes(seconds[0])} min", *between, f"{_minutes(seconds[-1])} min and over"), totals.responses
        ),
    }
