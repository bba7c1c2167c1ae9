"""The list of sessions, newest first, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import Connection, Row

from assistant_api.store.database import Database
from assistant_api.store.records import ANSWERED, Fork, Json, forked_from, in_utc
from assistant_api.store.review_results import PRACTICE
from assistant_api.store.tables import sessions, turns


@dataclass(frozen=True)
class Summary:
    """One line of the list.

    Attributes:
        id: The session's id.
        scenario_id: The scenario played, with its ``scenario_title``.
        persona_id: The customer's persona, with its ``persona_name``.
        level: Of difficulty, 1 to 5.
        blind: Whether scenario and persona stay unknown until the end.
        paused: Whether it rests.
        forked_from: What it is a rewind of; None where it is none.
        ending: How it ended; None while it is open.
        score: 0 to 100; None while it has no scorecard.
        turns: How many turns the agent took, a waiting one included.
        mood: The customer's mood after the last answered turn.
        started_at: When it began (UTC).
        ended_at: When it ended (UTC); None while it is open.
    """

    id: str
    scenario_id: str
    scenario_title: str
    persona_id: str
    persona_name: str
    level: int
    blind: bool
    paused: bool
    forked_from: Fork | None
    ending: Json | None
    score: int | None
    turns: int
    mood: Json
    started_at: datetime
    ended_at: datetime | None

    @property
    def is_hidden(self) -> bool:
        """Whether nobody may be told yet which scenario it is, and who the customer."""
        return self.blind and self.ended_at is None


def list_sessions(
    database: Database, person_id: str, limit: int, before: int | None
) -> tuple[list[Summary], int | None]:
    """A page of somebody's sessions, newest first.

    Args:
        database: Where they are.
        person_id: Whose they are.
        limit: At most so many.
        before: The cursor that the page before gave; None for the first page.

    Returns:
        The page, and the cursor of the next one; None where there is none.

    Raises:
        DatabaseUnavailable: The database cannot be used.
    """
    page = (
        select(sessions)
        .where(sessions.c.person_id == person_id, sessions.c.kind == PRACTICE)
        .order_by(sessions.c.serial.desc())
        .limit(limit + 1)
    )
    if before is not None:
        page = page.where(sessions.c.serial < before)
    with database.reading() as connection:
        rows = connection.execute(page).all()
        shown = rows[:limit]
        ids = [row.id for row in shown]
        counts, replies = _counts(connection, ids), _last_replies(connection, ids)
    summaries = [_summary(row, counts.get(row.id, 0), replies.get(row.id, row.opening)) for row in shown]
    return summaries, shown[-1].serial if len(rows) > limit else None


def _summary(row: Row, count: int, last_reply: Json) -> Summary:
    return Summary(
        id=row.id,
        scenario_id=row.scenario_id,
        scenario_title=row.scenario_title,
        persona_id=row.persona_id,
        persona_name=row.persona_name,
        level=row.level,
        blind=row.blind,
        paused=row.paused_at is not None,
        forked_from=forked_from(row),
        ending=row.ending,
        score=row.scorecard["score"] if row.scorecard else None,
        turns=count,
        mood=(row.closing or last_reply)["mood"],
        started_at=in_utc(row.started_at),
        ended_at=in_utc(row.ended_at) if row.ended_at else None,
    )


def _counts(connection: Connection, ids: list[str]) -> dict[str, int]:
    counted = select(turns.c.session_id, func.count()).where(turns.c.session_id.in_(ids)).group_by(turns.c.session_id)
    return {session_id: count for session_id, count in connection.execute(counted)}


def _last_replies(connection: Connection, ids: list[str]) -> dict[str, Json]:
    answered = select(turns.c.session_id, turns.c.reply).where(turns.c.session_id.in_(ids), turns.c.status == ANSWERED)
    # Ordered, so that the last one of each session stays.
    return {session_id: reply for session_id, reply in connection.execute(answered.order_by(turns.c.number))}
