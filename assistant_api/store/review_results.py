"""What ended sessions came to, a row for each: made once, and made anew where a trainer corrects the score."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update

from assistant_api.store.database import Database
from assistant_api.store.records import Json
from assistant_api.store.tables import results, sessions

PRACTICE, IMPORTED = KINDS = ("practice", "imported")


class Results:
    """Keeps and finds them; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def keep(self, session_id: str, score: int, result: Json | None) -> None:
        """Keep a session's score, and in place of what was there before what it came to.

        Args:
            session_id: The session; nothing is kept where it was erased meanwhile.
            score: What it stands at, corrections counted.
            result: The row of ``results`` without whose session it is; None where it cannot be told.
        """
        with self._database.writing() as connection:
            one = sessions.c.id == session_id
            row = connection.execute(
                select(sessions.c.person_id, sessions.c.ended_at).where(one).with_for_update()
            ).one_or_none()
            if row is None:
                return
            connection.execute(update(sessions).where(one).values(score=score))
            if result is not None:
                connection.execute(delete(results).where(results.c.session_id == session_id))
                connection.execute(insert(results).values(session_id=session_id, **row._mapping, **result))

    def lacking(self, limit: int) -> list[str]:
        """Ids of ended practice sessions without a result, the newest first, at most so many."""
        ended = select(sessions.c.id).outerjoin(results, results.c.session_id == sessions.c.id)
        lacking = ended.where(
            results.c.session_id.is_(None), sessions.c.ended_at.is_not(None), sessions.c.kind == PRACTICE
        )
        with self._database.reading() as connection:
            return list(connection.execute(lacking.order_by(sessions.c.serial.desc()).limit(limit)).scalars())
