"""Sessions that rest: paused and taken up again, or left so long that they time out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, select, update
from sqlalchemy.engine import Row

from assistant_api.store.claims import is_free, require_free
from assistant_api.store.database import Database
from assistant_api.store.records import WAITING, Json, in_utc, now
from assistant_api.store.tables import sessions, turns
from coaching.errors import CoachError


class SessionEnded(CoachError):
    """The conversation is over."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This session has ended. Start another one to go on practising.")


class Rests:
    """Pauses, resumes and times out; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def pause(self, session_id: str) -> None:
        """Let an open session rest; one that rests already goes on resting.

        Raises:
            ClaimLost: A request plays it now.
            NoSuchSession: There is no such session.
            SessionEnded: It has ended.
        """
        self._change(session_id, lambda row, moment: {"paused_at": moment} if row.paused_at is None else {})

    def resume(self, session_id: str) -> None:
        """Take a session up again; one that does not rest stays as it is.

        Raises:
            ClaimLost: A request plays it now.
            NoSuchSession: There is no such session.
            SessionEnded: It has ended.
        """
        self._change(session_id, lambda row, moment: {"touched_at": moment, **end_of_pause(row, moment)})

    def end_lapsed(self, hours: int, ending: Json, session_id: str | None = None) -> list[str]:
        """End the open sessions that neither rest nor were touched for so many hours, and that nobody plays now.

        Each ended when its time was up. A turn that waits unanswered was never played and goes.

        Args:
            hours: So many.
            ending: How they end.
            session_id: Look at this one alone; at all where it is None.

        Returns:
            The ids of those that ended.
        """
        left = timedelta(hours=hours)
        lapsed = and_(
            sessions.c.ended_at.is_(None), sessions.c.paused_at.is_(None), sessions.c.touched_at < now() - left
        )
        if session_id is not None:
            lapsed = and_(lapsed, sessions.c.id == session_id)
        found = select(sessions.c.id, sessions.c.touched_at).where(lapsed, is_free())
        # Looked for without asking for the right to write, for which a list should seldom wait.
        with self._database.reading() as connection:
            if connection.execute(found.limit(1)).first() is None:
                return []
        with self._database.writing() as connection:
            rows = connection.execute(found.with_for_update()).all()
            for row in rows:
                ended = {"ending": ending, "ended_at": in_utc(row.touched_at) + left}
                connection.execute(update(sessions).where(sessions.c.id == row.id).values(ended))
                waits = and_(turns.c.session_id == row.id, turns.c.status == WAITING)
                connection.execute(delete(turns).where(waits))
        return [row.id for row in rows]

    def _change(self, session_id: str, change: Callable[[Row, datetime], Json]) -> None:
        with self._database.writing() as connection:
            row = require_free(connection, session_id)
            if row.ended_at is not None:
                raise SessionEnded
            values = change(row, now())
            if values:
                connection.execute(update(sessions).where(sessions.c.id == session_id).values(values))


def end_of_pause(row: Row, moment: datetime) -> Json:
    """What changes in a session whose pause ends at this moment; nothing where it does not rest."""
    if row.paused_at is None:
        return {}
    rested = (moment - in_utc(row.paused_at)).total_seconds()
    return {"paused_at": None, "paused_seconds": row.paused_seconds + rested}
