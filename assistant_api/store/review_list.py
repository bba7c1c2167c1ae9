"""The list to review from: filtered, searched, sorted, a page at a time, in three queries whatever it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from sqlalchemy import case, func, or_, select
from sqlalchemy.engine import Connection, Row
from sqlalchemy.sql import ColumnElement, Select

from assistant_api.store.database import Database
from assistant_api.store.records import ANSWERED, Json, in_utc
from assistant_api.store.search import Piece, Question
from assistant_api.store.tables import comments, disputes, people, sessions, team_members, turns
from assistant_api.store.told import Onlooker

SORTS = ("newest", "oldest", "highest", "lowest")
DISPUTED = ("open", "answered", "any", "none")
_UNSCORED = -1
_EPOCH, _TICK = datetime(1970, 1, 1, tzinfo=timezone.utc), timedelta(microseconds=1)


@dataclass(frozen=True)
class Wanted:
    """What a list is to hold; None, and an empty text, for whatever there is.

    Attributes:
        person, team, scenario, level, kind: That one alone.
        ending: A kind of ending.
        score_from, score_to: Bounds, themselves included.
        date_from, date_to: Days of the start (UTC), likewise.
        commented: Whether there is a comment.
        disputed: One of ``DISPUTED``.
        words: What was said; see ``store.search``.
        sort: One of ``SORTS``.
    """

    person: str | None = None
    team: str | None = None
    scenario: str | None = None
    level: int | None = None
    kind: str | None = None
    ending: str | None = None
    score_from: int | None = None
    score_to: int | None = None
    date_from: date | None = None
    date_to: date | None = None
    commented: bool | None = None
    disputed: str | None = None
    words: str = ""
    sort: str = "newest"


@dataclass(frozen=True)
class Found:
    """Where what was looked for was said.

    Attributes:
        turn: The agent's turn, or the one that the customer answered; 0 for the opening.
        by: ``agent`` or ``customer``.
        pieces: The words around it.
    """

    turn: int
    by: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class ReviewLine:
    """A line of the list; see ``store.tables`` for what the columns hold.

    Attributes:
        person_name: None where they are not among the people of this installation.
        turns: How many turns were answered.
        mood: The customer's last; None where the chat was imported.
        held_back: Whether ending, score and mood are left out, for they are the player's alone for now.
        held_until: Until when at the latest (UTC); None where they are not.
        comments: How many there are.
        dispute: ``open``, ``changed`` or ``stands``; None where there is none.
        found: Where what was looked for was said; None where nothing was looked for.
    """

    id: str
    person_id: str
    person_name: str | None
    kind: str
    scenario_id: str
    scenario_title: str
    persona_name: str
    level: int
    hidden: bool
    ending: Json | None
    score: int | None
    turns: int
    mood: Json | None
    held_back: bool
    held_until: datetime | None
    comments: int
    dispute: str | None
    started_at: datetime
    ended_at: datetime | None
    found: Found | None


@dataclass(frozen=True)
class ReviewPage:
    """A page of the list, how many sessions fit in all, and the cursor of the next page; None on the last."""

    lines: list[ReviewLine]
    total: int
    next: str | None


def review_list(
    database: Database, viewer: Onlooker, seen: Select | None, wanted: Wanted, limit: int, cursor: str | None
) -> ReviewPage:
    """A page of sessions that have ended, and of the viewer's own that are open.

    Args:
        database: Where they are.
        viewer: Who looks, and what they are told of.
        seen: Whose sessions they may read; None for everybody's.
        wanted: Which.
        limit: At most so many.
        cursor: What the page before gave; one that it cannot have given counts as none.

    Raises:
        DatabaseUnavailable: The database cannot be used.
    """
    question = Question.read(wanted.words)
    fitting = fitting_conditions(viewer, seen, wanted, question)
    by_score = wanted.sort in ("highest", "lowest")
    key = _score(viewer) if by_score else sessions.c.started_at
    rising = wanted.sort in ("oldest", "lowest")
    order = [key.asc(), sessions.c.serial.asc()] if rising else [key.desc(), sessions.c.serial.desc()]
    page = (
        _columns(key, viewer).where(*fitting, *_after(key, by_score, rising, cursor)).order_by(*order).limit(limit + 1)
    )
    with database.reading() as connection:
        total = connection.execute(select(func.count()).select_from(sessions).where(*fitting)).scalar_one()
        rows = connection.execute(page).all()
        shown = rows[:limit]
        said = _said(connection, [row.id for row in shown], bool(question.wanted))
    lines = [_line(row, said.get(row.id, []), question, viewer) for row in shown]
    more = f"{_place(shown[-1].key)}.{shown[-1].serial}" if len(rows) > limit else None
    return ReviewPage(lines, total, more)


def fitting_conditions(
    viewer: Onlooker, seen: Select | None, wanted: Wanted, question: Question
) -> list[ColumnElement]:
    """What a session has to meet to be among those that somebody wants and may read.

    Whoever asks for a score or an ending finds no session of which they may not see these yet.
    """
    asks_result = any(one is not None for one in (wanted.score_from, wanted.score_to, wanted.ending))
    told = [viewer.sees()] if asks_result else []
    return [*_allowed(viewer.id, seen), *_filters(wanted), *told, question.condition()]


def _score(viewer: Onlooker) -> ColumnElement:
    """What to sort by: a score that is held back counts as none, so that its place tells nothing."""
    return case((viewer.sees(), func.coalesce(sessions.c.score, _UNSCORED)), else_=_UNSCORED)


def _allowed(viewer: str, seen: Select | None) -> list[ColumnElement]:
    own = sessions.c.person_id == viewer
    ended = or_(own, sessions.c.ended_at.is_not(None))
    return [ended] if seen is None else [ended, sessions.c.person_id.in_(seen)]


def _filters(wanted: Wanted) -> list[ColumnElement]:
    exact = {
        sessions.c.person_id: wanted.person,
        sessions.c.scenario_id: wanted.scenario,
        sessions.c.level: wanted.level,
        sessions.c.kind: wanted.kind,
        sessions.c.ending["kind"].as_string(): wanted.ending,
    }
    found = [column == value for column, value in exact.items() if value is not None]
    if wanted.scenario is not None or wanted.level is not None:
        # Of a blind session that is open, neither shall be told.
        found.append(or_(sessions.c.blind.is_(False), sessions.c.ended_at.is_not(None)))
    if wanted.team is not None:
        members = select(team_members.c.person_id).where(team_members.c.team_id == wanted.team)
        found.append(sessions.c.person_id.in_(members))
    if wanted.score_from is not None:
        found.append(sessions.c.score >= wanted.score_from)
    if wanted.score_to is not None:
        found.append(sessions.c.score <= wanted.score_to)
    if wanted.date_from is not None:
        found.append(sessions.c.started_at >= datetime.combine(wanted.date_from, time.min, timezone.utc))
    if wanted.date_to is not None:
        found.append(sessions.c.started_at <= datetime.combine(wanted.date_to, time.max, timezone.utc))
    if wanted.commented is not None:
        any_comment = select(comments.c.id).where(comments.c.session_id == sessions.c.id).correlate(sessions).exists()
        found.append(any_comment if wanted.commented else ~any_comment)
    if wanted.disputed is not None:
        found.append(_disputed(wanted.disputed))
    return found


def _disputed(how: str) -> ColumnElement:
    # Said outright, for the list joins disputes as well.
    such = select(disputes.c.id).where(disputes.c.session_id == sessions.c.id).correlate(sessions)
    if how == "none":
        return ~such.exists()
    if how == "any":
        return such.exists()
    return such.where(disputes.c.upheld.is_(None) if how == "open" else disputes.c.upheld.is_not(None)).exists()


def _place(key: int | datetime) -> int:
    """A score, or the microseconds since the epoch at which a session began."""
    return (in_utc(key) - _EPOCH) // _TICK if isinstance(key, datetime) else key


def _after(key: ColumnElement, by_score: bool, rising: bool, cursor: str | None) -> list[ColumnElement]:
    parts = (cursor or "").split(".")
    if len(parts) != 2:
        return []
    place, serial = (int(part) for part in parts)
    at = place if by_score else _EPOCH + place * _TICK
    further = (key > at, sessions.c.serial > serial) if rising else (key < at, sessions.c.serial < serial)
    return [or_(further[0], (key == at) & further[1])]


def _columns(key: ColumnElement, viewer: Onlooker) -> Select:
    session = sessions.c
    count = select(func.count()).where(comments.c.session_id == session.id).scalar_subquery()
    answered = select(func.count()).where(turns.c.session_id == session.id, turns.c.status == ANSWERED)
    return (
        select(
            *(session[name] for name in _READ),
            key.label("key"),
            viewer.sees().label("told"),
            people.c.name.label("person_name"),
            count.label("comments"),
            answered.scalar_subquery().label("turns"),
            disputes.c.id.label("dispute"),
            disputes.c.upheld,
        )
        .select_from(sessions)
        .outerjoin(people, people.c.id == session.person_id)
        .outerjoin(disputes, (disputes.c.session_id == session.id) & (disputes.c.person_id == session.person_id))
    )


_READ = (
    "serial", "id", "person_id", "kind", "scenario_id", "scenario_title", "persona_name", "level", "blind", "opening",
    "closing", "ending", "score", "started_at", "ended_at",
)  # fmt: skip


def _said(connection: Connection, ids: list[str], everything: bool) -> dict[str, list[Row]]:
    """The answered turns of these sessions, in order; the last ones alone where no more is needed."""
    wanted = select(turns.c.session_id, turns.c.number, turns.c.text, turns.c.reply).where(
        turns.c.session_id.in_(ids), turns.c.status == ANSWERED
    )
    if not everything:
        other = turns.alias()
        last = select(func.max(other.c.number)).where(
            other.c.session_id == turns.c.session_id, other.c.status == ANSWERED
        )
        wanted = wanted.where(turns.c.number == last.scalar_subquery())
    said: dict[str, list[Row]] = {}
    for row in connection.execute(wanted.order_by(turns.c.number)):
        said.setdefault(row.session_id, []).append(row)
    return said


def _line(row: Row, said: list[Row], question: Question, viewer: Onlooker) -> ReviewLine:
    ended_at = None if row.ended_at is None else in_utc(row.ended_at)
    last = row.closing or (said[-1].reply if said else row.opening)
    return ReviewLine(
        **{
            name: row._mapping[name]
            for name in ReviewLine.__dataclass_fields__
            if name in row._fields and name not in _MADE
        },
        hidden=row.blind and row.ended_at is None,
        ending=row.ending if row.told else None,
        score=row.score if row.told else None,
        mood=last.get("mood") if row.told else None,
        held_back=not row.told,
        held_until=None if row.told else viewer.sees_from(ended_at),
        dispute=None if row.dispute is None else row.upheld or "open",
        started_at=in_utc(row.started_at),
        ended_at=ended_at,
        found=_found(row, said, question) if question.wanted else None,
    )


_MADE = ("dispute", "ending", "score", "started_at", "ended_at")


def _found(row: Row, said: list[Row], question: Question) -> Found | None:
    texts = [(0, "customer", row.opening["lines"])]
    for turn in said:
        texts += [(turn.number, "agent", [turn.text]), (turn.number, "customer", turn.reply["lines"])]
    texts.append((said[-1].number if said else 0, "customer", row.closing["lines"] if row.closing else []))
    for number, by, lines in texts:
        pieces = question.snippet("\n".join(lines))
        if pieces:
            return Found(number, by, pieces)
    return None
