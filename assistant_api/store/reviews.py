"""What is kept beside the conversation: hints that were taken, and scorecard and debrief of an ended session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select, update

from assistant_api.store.claims import NoSuchSession
from assistant_api.store.database import Database
from assistant_api.store.records import Json, in_utc, now
from assistant_api.store.rests import SessionEnded
from assistant_api.store.review_results import PRACTICE
from assistant_api.store.tables import sessions


@dataclass(frozen=True)
class Reviewed:
    """An ended session with its scorecard.

    Attributes:
        id: Its id.
        scenario_id: The scenario played, with its ``scenario_title``.
        level: Of difficulty, 1 to 5.
        blind: Whether it was played blind.
        rewind: Whether it is a rewind of another one.
        ended_at: When it ended (UTC).
        scorecard: As JSON.
        debrief: As JSON; None where nobody has asked for it yet.
    """

    id: str
    scenario_id: str
    scenario_title: str
    level: int
    blind: bool
    rewind: bool
    ended_at: datetime
    scorecard: Json
    debrief: Json | None


class Reviews:
    """Keeps and reads; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def keep_hint(self, session_id: str, hint: Json) -> None:
        """Keep that a hint was taken in an open session.

        Raises:
            NoSuchSession: There is no such session.
            SessionEnded: It has ended meanwhile.
        """
        one = sessions.c.id == session_id
        with self._database.writing() as connection:
            row = connection.execute(select(sessions).where(one).with_for_update()).one_or_none()
            if row is None:
                raise NoSuchSession
            if row.ended_at is not None:
                raise SessionEnded
            values = {"hints_taken": [*row.hints_taken, hint], "touched_at": now()}
            connection.execute(update(sessions).where(one).values(values))

    def keep_scorecard(self, session_id: str, scorecard: Json) -> bool:
        """Keep the scorecard of an ended session, and its score; whether there was none yet, for that one stays."""
        return self._keep(session_id, scorecard=scorecard, score=scorecard["score"])

    def keep_debrief(self, session_id: str, debrief: Json) -> None:
        """Keep the debrief of an ended session; one that is there already stays."""
        self._keep(session_id, debrief=debrief)

    def keep_opened(self, session_id: str) -> bool:
        """Keep that the agent of an ended session opens its debrief now; whether that was for the first time."""
        return self._keep(session_id, opened_at=now())

    def latest(self, person_id: str, limit: int) -> list[Reviewed]:
        """Somebody's sessions with a scorecard that ended last, at most so many, the oldest first."""
        ended = select(sessions).where(
            sessions.c.person_id == person_id,
            sessions.c.kind == PRACTICE,
            sessions.c.ended_at.is_not(None),
            sessions.c.scorecard.is_not(None),
        )
        newest = ended.order_by(sessions.c.ended_at.desc(), sessions.c.serial.desc()).limit(limit)
        with self._database.reading() as connection:
            rows = connection.execute(newest).all()
        return [
            Reviewed(
                id=row.id,
                scenario_id=row.scenario_id,
                scenario_title=row.scenario_title,
                level=row.level,
                blind=row.blind,
                rewind=row.forked_turn is not None,
                ended_at=in_utc(row.ended_at),
                scorecard=row.scorecard,
                debrief=row.debrief,
            )
            for row in reversed(rows)
        ]

    def _keep(self, session_id: str, **values: Json | int | datetime) -> bool:
        missing = and_(sessions.c.id == session_id, *(sessions.c[name].is_(None) for name in values))
        with self._database.writing() as connection:
            return bool(connection.execute(update(sessions).where(missing).values(values)).rowcount == 1)
