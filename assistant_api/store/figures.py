"""Where people stand: aggregated by the database, in the same few queries whatever the number of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Float, and_, case, cast, func, select
from sqlalchemy.engine import Connection, Row
from sqlalchemy.sql import ColumnElement, Select

from assistant_api.store.database import Database
from assistant_api.store.ordering import by_code
from assistant_api.store.tables import results, sessions
from assistant_api.store.told import is_told
from coaching.moves import MISTAKES, STEPS

FIFTHS = 5
FACES = ("bad", "neutral", "good")
_DIGITS = 9
_MEANS = (*STEPS, "score", "anger", "satisfaction", "recommend")


@dataclass(frozen=True)
class Asked:
    """Whose sessions are counted, and which of them.

    Attributes:
        people: The ids of those whose they are; None for everybody's.
        told: Only what may be told of them: whose debrief their agent has opened, or that ended before this (UTC).
            None where they ask themselves.
        start, ends: When the span begins and when each of its weeks is over (UTC).
        mark: The score from which a session passes.
        first_response: Seconds that divide the first response time, rising.
        recommend: The lowest answers of the middle and of the upper group.
    """

    people: Select | Sequence[str] | None
    told: datetime | None
    start: datetime
    ends: tuple[datetime, ...]
    mark: int
    first_response: tuple[int, ...]
    recommend: tuple[int, int]


@dataclass(frozen=True)
class Week:
    """The means of one week's sessions, by the column of ``results``."""

    number: int
    sessions: int
    means: dict[str, float]


@dataclass(frozen=True)
class Cell:
    """Sessions of one scenario on one level whose scores lie in the same fifth of the scale; `points` is their sum."""

    scenario_id: str
    title: str
    level: int
    fifth: int
    sessions: int
    points: int


@dataclass(frozen=True)
class Totals:
    """Over the whole span.

    Attributes:
        sessions, people: How many there are.
        untold: Sessions that are left out because they may not be told yet.
        replies, recommend, first_response: Means; None where there is nothing to take one of.
        responses: Sessions by their first response time, the quickest first.
        faces: Sessions by face, in the order of ``FACES``.
        groups: Sessions by how likely the customer recommends, the lowest first.
        anger, satisfaction: Sessions by the fifth of the scale in which the feeling ended, the lowest first.
        mistakes: By label: how many in all, and in how many sessions.
    """

    sessions: int
    people: int
    untold: int
    replies: float | None
    recommend: float | None
    first_response: float | None
    responses: tuple[int, ...]
    faces: tuple[int, ...]
    groups: tuple[int, ...]
    anger: tuple[int, ...]
    satisfaction: tuple[int, ...]
    mistakes: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Figures:
    """All of it; `reached` are people by the number of sessions until they passed first, None for not yet."""

    totals: Totals
    weeks: tuple[Week, ...]
    cells: tuple[Cell, ...]
    reached: dict[int | None, int]


def figures(database: Database, asked: Asked) -> Figures:
    """Count.

    Args:
        database: Where the sessions are kept.
        asked: Which.

    Raises:
        DatabaseUnavailable: The database cannot be used.
    """
    with database.reading() as connection:
        return Figures(
            totals=_totals(connection, asked),
            weeks=_weeks(connection, asked),
            cells=_cells(connection, asked),
            reached=_reached(connection, asked),
        )


def mean_of(value: float | None) -> float | None:
    """A mean that a database has taken, to nine places: each adds in an order of its own, which shows in the last."""
    return None if value is None else round(float(value), _DIGITS)


def _of(asked: Asked, *columns: ColumnElement) -> Select:
    """These columns of the sessions asked for; rewinds are left out, which begin in the middle of another."""
    joined = select(*columns).join_from(results, sessions, sessions.c.id == results.c.session_id)
    joined = joined.where(sessions.c.forked_turn.is_(None), results.c.ended_at < asked.ends[-1])
    return joined if asked.people is None else joined.where(results.c.person_id.in_(asked.people))


def _told(asked: Asked) -> ColumnElement:
    if asked.told is None:
        return results.c.ended_at.is_not(None)
    return is_told(asked.told)


def _within(asked: Asked) -> ColumnElement:
    return and_(results.c.ended_at >= asked.start, _told(asked))


def _fifth(column: ColumnElement, scale: float) -> ColumnElement:
    return case(*((column < scale * number / FIFTHS, number - 1) for number in range(1, FIFTHS)), else_=FIFTHS - 1)


def _count(condition: ColumnElement) -> ColumnElement:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _parts(column: ColumnElement, bounds: Sequence[float], name: str) -> list[ColumnElement]:
    """How many lie below the first bound, from there to the next, and so on."""
    edges = [None, *bounds, None]
    counted = []
    for number, (low, high) in enumerate(zip(edges, edges[1:], strict=False)):
        inside = [column.is_not(None)]
        inside += [] if low is None else [column >= low]
        inside += [] if high is None else [column < high]
        counted.append(_count(and_(*inside)).label(f"{name}_{number}"))
    return counted


def _taken(row: Row, name: str) -> tuple[int, ...]:
    return tuple(int(value) for key, value in row._mapping.items() if key.startswith(f"{name}_"))


def _totals(connection: Connection, asked: Asked) -> Totals:
    told, c = _told(asked), results.c
    in_span = c.ended_at >= asked.start
    fifths = [number / FIFTHS for number in range(1, FIFTHS)]
    made = {label: func.coalesce(c.mistakes[label].as_integer(), 0) for label in MISTAKES}
    wanted = _of(
        asked,
        func.count().label("sessions"),
        func.count(c.person_id.distinct()).label("people"),
        *(func.avg(cast(c[name], Float)).label(name) for name in ("replies", "recommend", "first_response_seconds")),
        *_parts(c.first_response_seconds, asked.first_response, "quick"),
        *(_count(c.face == face).label(f"face_{face}") for face in FACES),
        *_parts(c.recommend, asked.recommend, "group"),
        *_parts(c.anger, fifths, "angry"),
        *_parts(c.satisfaction, fifths, "satisfied"),
        *(func.coalesce(func.sum(one), 0).label(f"made_{label}") for label, one in made.items()),
        *(_count(one > 0).label(f"within_{label}") for label, one in made.items()),
    ).where(in_span, told)
    row = connection.execute(wanted).one()
    untold = connection.execute(_of(asked, func.count()).where(in_span, ~told)).scalar_one() if asked.told else 0
    return Totals(
        sessions=row.sessions,
        people=row.people,
        untold=untold,
        replies=mean_of(row.replies),
        recommend=mean_of(row.recommend),
        first_response=mean_of(row.first_response_seconds),
        responses=_taken(row, "quick"),
        faces=_taken(row, "face"),
        groups=_taken(row, "group"),
        anger=_taken(row, "angry"),
        satisfaction=_taken(row, "satisfied"),
        mistakes={
            label: (int(row._mapping[f"made_{label}"]), int(row._mapping[f"within_{label}"])) for label in MISTAKES
        },
    )


def _weeks(connection: Connection, asked: Asked) -> tuple[Week, ...]:
    week = case(*((results.c.ended_at < end, place) for place, end in enumerate(asked.ends))).label("week")
    inner = _of(asked, week, *(cast(results.c[name], Float).label(name) for name in _MEANS))
    each = inner.where(_within(asked)).subquery()
    means = [func.avg(each.c[name]).label(name) for name in _MEANS]
    counted = select(each.c.week, func.count().label("sessions"), *means).group_by(each.c.week).order_by(each.c.week)
    rows = [row._mapping for row in connection.execute(counted)]
    return tuple(
        Week(row["week"], row["sessions"], {name: mean_of(row[name]) or 0.0 for name in _MEANS}) for row in rows
    )


def _cells(connection: Connection, asked: Asked) -> tuple[Cell, ...]:
    # Grouped outside, where the fifth is a column: PostgreSQL takes the same expression with parameters for two.
    told = (sessions.c.scenario_id, sessions.c.scenario_title, sessions.c.level, results.c.score)
    inner = _of(asked, *told, _fifth(results.c.score, 100).label("fifth"))
    each = inner.where(_within(asked)).subquery()
    key = (each.c.scenario_id, each.c.level, each.c.fifth)
    counted = select(
        *key,
        func.max(by_code(each.c.scenario_title)).label("title"),
        func.count().label("sessions"),
        func.sum(each.c.score).label("points"),
    )
    rows = connection.execute(counted.group_by(*key).order_by(*key))
    return tuple(Cell(**{**row._mapping, "points": int(row.points)}) for row in rows)


def _reached(connection: Connection, asked: Asked) -> dict[int | None, int]:
    """Counted from everybody's very first session on, whenever that was."""
    place = func.row_number().over(
        partition_by=results.c.person_id, order_by=(results.c.ended_at, results.c.session_id)
    )
    ranked = _of(asked, results.c.person_id, results.c.score, place.label("place")).where(_told(asked)).subquery()
    passed = func.min(case((ranked.c.score >= asked.mark, ranked.c.place))).label("tries")
    tries = select(passed).group_by(ranked.c.person_id).subquery()
    counted = select(tries.c.tries, func.count().label("people")).group_by(tries.c.tries).order_by(tries.c.tries)
    return {row.tries: row.people for row in connection.execute(counted)}
