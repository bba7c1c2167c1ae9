"""Links that work once: the first admin's, invitations, new passwords."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, insert, select

from assistant_api.store.database import Database
from assistant_api.store.people import Person, find_person
from assistant_api.store.people_errors import LinkGone
from assistant_api.store.people_visits import digest
from assistant_api.store.records import now
from assistant_api.store.tables import links

FIRST, INVITATION, PASSWORD = "first", "invitation", "password"
_BYTES = 32


@dataclass(frozen=True)
class Link:
    """A link that works.

    Attributes:
        kind: ``FIRST``, ``INVITATION`` or ``PASSWORD``.
        person: Whom it is for; None for the first admin, who is not known yet.
    """

    kind: str
    person: Person | None


class Links:
    """Makes, reads and uses up links; every method raises ``DatabaseUnavailable`` where the database is away."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def make(self, kind: str, lasts: timedelta, person_id: str | None, made_by: str | None) -> str:
        """Make a link; earlier ones for the same person do not work any more.

        Returns:
            The secret in it, which is kept nowhere.
        """
        secret, moment = secrets.token_urlsafe(_BYTES), now()
        with self._database.writing() as connection:
            connection.execute(delete(links).where(links.c.person_id == person_id))
            connection.execute(delete(links).where(links.c.expires_at < moment))
            row = {"digest": digest(secret), "kind": kind, "person_id": person_id, "made_by": made_by}
            connection.execute(insert(links).values(**row, created_at=moment, expires_at=moment + lasts))
        return secret

    def read(self, secret: str) -> Link:
        """What a link is for; it stays as it is, for whoever only looks at the page has not used it.

        Raises:
            LinkGone: It does not work.
        """
        wanted = select(links).where(links.c.digest == digest(secret), links.c.expires_at > now())
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
            person = find_person(connection, row.person_id) if row is not None and row.person_id else None
        if row is None or (person is not None and not person.active):
            raise LinkGone
        return Link(row.kind, person)

    def use(self, secret: str) -> None:
        """Use a link up.

        Raises:
            LinkGone: It does not work any more: it was used at the same moment.
        """
        with self._database.writing() as connection:
            if connection.execute(delete(links).where(links.c.digest == digest(secret))).rowcount != 1:
                raise LinkGone
