"""Browsers that are signed in; of a cookie only its SHA-256 is kept (see ``store.tokens`` for why that is enough)."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, func, insert, or_, select, update

from assistant_api.store.database import Database
from assistant_api.store.people import Person, find_person
from assistant_api.store.people_errors import NoSuchVisit
from assistant_api.store.records import in_utc, now
from assistant_api.store.tables import people, visits

_BYTES = 32
_NOTED = timedelta(minutes=1)
"""How exactly it is known when a browser was seen last: every request would otherwise write."""
_ID = 16


@dataclass(frozen=True)
class Visit:
    """A browser that is signed in.

    Attributes:
        id: What its person calls it; no secret.
        created_at: Since when (UTC).
        seen_at: When it asked for something last (UTC), to the minute.
        expires_at: When it is signed out at the latest (UTC).
    """

    id: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime


class Visits:
    """Begins, knows and ends visits; every method raises ``DatabaseUnavailable`` where the database is away."""

    def __init__(self, database: Database, idle: timedelta, stay: timedelta) -> None:
        """Work on this database; a visit ends after so long without a sign, and after so long in any case."""
        self._database, self._idle, self._stay = database, idle, stay

    def begin(self, person_id: str, before: str | None) -> str:
        """Sign a browser in.

        Args:
            person_id: Who signs in.
            before: The cookie that it had until now, which is good for nothing from now on.

        Returns:
            Its cookie, always a new one.
        """
        cookie, moment = secrets.token_urlsafe(_BYTES), now()
        with self._database.writing() as connection:
            lapsed = or_(visits.c.expires_at < moment, visits.c.seen_at < moment - self._idle)
            connection.execute(delete(visits).where(or_(lapsed, visits.c.digest == digest(before or ""))))
            row = {"digest": digest(cookie), "person_id": person_id, "created_at": moment, "seen_at": moment}
            connection.execute(insert(visits).values(**row, expires_at=moment + self._stay))
            connection.execute(update(people).where(people.c.id == person_id).values(seen_at=moment))
        return cookie

    def person(self, cookie: str) -> Person | None:
        """Who is signed in with this cookie; None for nobody (any more)."""
        moment = now()
        known = and_(visits.c.digest == digest(cookie), self._current(moment))
        with self._database.reading() as connection:
            row = connection.execute(select(visits.c.person_id, visits.c.seen_at).where(known)).one_or_none()
            person = None if row is None else find_person(connection, row.person_id)
        if row is None or person is None or not person.active:
            return None
        if in_utc(row.seen_at) < moment - _NOTED:
            with self._database.writing() as connection:
                connection.execute(update(visits).where(known).values(seen_at=moment))
                connection.execute(update(people).where(people.c.id == person.id).values(seen_at=moment))
        return person

    def of(self, person_id: str) -> list[Visit]:
        """Somebody's browsers, the one seen last first."""
        wanted = select(visits).where(visits.c.person_id == person_id, self._current(now()))
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(visits.c.seen_at.desc(), visits.c.digest)).all()
        return [
            Visit(row.digest[:_ID], in_utc(row.created_at), in_utc(row.seen_at), in_utc(row.expires_at)) for row in rows
        ]

    def end(self, cookie: str) -> None:
        """Sign this browser out."""
        with self._database.writing() as connection:
            connection.execute(delete(visits).where(visits.c.digest == digest(cookie)))

    def end_one(self, person_id: str, visit_id: str) -> None:
        """Sign one of somebody's browsers out.

        Raises:
            NoSuchVisit: They have none that is known by this.
        """
        one = and_(visits.c.person_id == person_id, func.substr(visits.c.digest, 1, _ID) == visit_id)
        with self._database.writing() as connection:
            if connection.execute(delete(visits).where(one)).rowcount == 0:
                raise NoSuchVisit

    def _current(self, moment: datetime) -> object:
        return and_(visits.c.expires_at > moment, visits.c.seen_at > moment - self._idle)


def visit_id(cookie: str) -> str:
    """What the person calls the visit with this cookie."""
    return digest(cookie)[:_ID]


def digest(secret: str) -> str:
    """What is kept of a secret that is random and long."""
    return hashlib.sha256(secret.encode()).hexdigest()
