"""Sign-ins that failed: counted for each login and each address, and forgotten when they no longer count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.engine import Connection

from assistant_api.store.database import Database, one_at_a_time
from assistant_api.store.people_visits import digest
from assistant_api.store.records import in_utc, now
from assistant_api.store.tables import attempts


class Attempts:
    """Counts; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database, window: timedelta) -> None:
        """Work on this database; what failed counts for so long."""
        self._database, self._window = database, window

    def begin(self, limits: Mapping[str, int]) -> timedelta | None:
        """Count one more for each of these, unless one of them has failed too often.

        Counted before the password is looked at, so that trying many at once brings nothing; ``succeeded``
        takes it back.

        Args:
            limits: What is counted (a login, an address), each with how often it may fail.

        Returns:
            How long to wait before the next; None where it may be tried now.
        """
        with self._database.writing() as connection:
            one_at_a_time(connection, "attempts")
            moment = now()
            connection.execute(delete(attempts).where(attempts.c.at < moment - self._window))
            waits = [
                in_utc(times[-limit]) + self._window - moment
                for key, limit in limits.items()
                if len(times := self._times(connection, key)) >= limit
            ]
            if waits:
                return max(waits)
            connection.execute(insert(attempts), [{"key": digest(key), "at": moment} for key in limits])
        return None

    def succeeded(self, login: str, *others: str) -> None:
        """Begin to count anew for a login, and take back what was counted last for the others."""
        newest = (
            select(func.max(attempts.c.serial))
            .where(attempts.c.key.in_([digest(key) for key in others]))
            .group_by(attempts.c.key)
        )
        with self._database.writing() as connection:
            connection.execute(delete(attempts).where(attempts.c.key == digest(login)))
            serials = connection.execute(newest).scalars().all()
            connection.execute(delete(attempts).where(attempts.c.serial.in_(serials)))

    def _times(self, connection: Connection, key: str) -> list[datetime]:
        wanted = select(attempts.c.at).where(attempts.c.key == digest(key)).order_by(attempts.c.at)
        found: list[datetime] = connection.execute(wanted).scalars().all()
        return found
