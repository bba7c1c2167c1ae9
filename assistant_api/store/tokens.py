"""Tokens: what a program, or a page of another site, shows to be let in as somebody, within the token's scopes.

Only a token's SHA-256 is kept. Passwords want a slow, salted hash because people choose guessable ones; a token is 256
random bits, which nobody finds from its hash however fast the hash is, and it is looked up at every check.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.engine import Row

from assistant_api.store.database import Database, one_at_a_time
from assistant_api.store.people import Person, find_person
from assistant_api.store.people_errors import NoSuchToken, TokenTaken
from assistant_api.store.records import in_utc, now
from assistant_api.store.tables import OWNER, tokens
from coaching.errors import CoachError

PREFIX = "heard_"
"""What every token begins with, so that one that strayed into a file is recognised."""
_BYTES = 32
_NOTED = timedelta(hours=1)
"""How exactly it is known when a token was used last: every request would otherwise write."""


@dataclass(frozen=True)
class StoredToken:
    """What is known of a token.

    Attributes:
        id: Its number.
        name: What it was named when it was made.
        scopes: What it may be used for.
        created_at: When (UTC).
        used_at: When it was last used (UTC), to the hour; None for never.
        expires_at: From when on it is refused (UTC); None where it stays valid until it is revoked.
    """

    id: int
    name: str
    scopes: tuple[str, ...]
    created_at: datetime
    used_at: datetime | None
    expires_at: datetime | None

    @property
    def has_expired(self) -> bool:
        """Whether it is refused by now."""
        return self.expires_at is not None and self.expires_at <= now()


@dataclass(frozen=True)
class Bearer:
    """Whoever brings a token.

    Attributes:
        person: Whose it is.
        scopes: What it may be used for.
    """

    person: Person
    scopes: frozenset[str]


class TokenStore:
    """Makes, knows and revokes tokens; any method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(
        self, name: str, days: int | None = None, person_id: str = OWNER, scopes: tuple[str, ...] = ("drafts",)
    ) -> str:
        """Make a token.

        Args:
            name: What to call it, at most 100 characters.
            days: After how many days it expires; None for never.
            person_id: Whose it is.
            scopes: What it may be used for.

        Returns:
            The token, which nobody can read again: give it to its user now.

        Raises:
            TokenTaken: There is a token of this name.
        """
        token = PREFIX + secrets.token_urlsafe(_BYTES)
        moment = now()
        expires = None if days is None else moment + timedelta(days=days)
        with self._database.writing() as connection:
            one_at_a_time(connection, "tokens")
            if connection.execute(select(tokens.c.serial).where(tokens.c.name == name)).first():
                raise TokenTaken
            row = {"name": name, "digest": _digest(token), "person_id": person_id, "scopes": list(scopes)}
            connection.execute(insert(tokens).values(**row, created_at=moment, expires_at=expires))
        return token

    def all(self, person_id: str | None = None) -> tuple[StoredToken, ...]:
        """Every token, or somebody's, that was not revoked, in the order in which they were made."""
        wanted = select(tokens).order_by(tokens.c.serial)
        if person_id is not None:
            wanted = wanted.where(tokens.c.person_id == person_id)
        with self._database.reading() as connection:
            return tuple(_stored(row) for row in connection.execute(wanted))

    def revoke_own(self, person_id: str, token_id: int) -> None:
        """Have one of somebody's tokens refused from now on.

        Raises:
            NoSuchToken: They have none of this number.
        """
        one = and_(tokens.c.person_id == person_id, tokens.c.serial == token_id)
        with self._database.writing() as connection:
            if connection.execute(delete(tokens).where(one)).rowcount != 1:
                raise NoSuchToken

    def revoke(self, name: str) -> None:
        """Have a token refused from now on.

        Raises:
            CoachError: There is no token of this name; names those there are.
        """
        with self._database.writing() as connection:
            if connection.execute(delete(tokens).where(tokens.c.name == name)).rowcount == 1:
                return
        known = ", ".join(repr(one.name) for one in self.all()) or "no tokens at all"
        raise CoachError(f"There is no token named {name!r}; there are {known}.")

    def bearer(self, token: str) -> Bearer | None:
        """Whose token this is; None for one that is unknown, revoked, expired, or of somebody deactivated."""
        current = or_(tokens.c.expires_at.is_(None), tokens.c.expires_at > now())
        wanted = select(tokens).where(tokens.c.digest == _digest(token), current)
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
            if row is None:
                return None
            person = find_person(connection, row.person_id)
        if row.used_at is None or in_utc(row.used_at) < now() - _NOTED:
            with self._database.writing() as connection:
                connection.execute(update(tokens).where(tokens.c.serial == row.serial).values(used_at=now()))
        return Bearer(person, frozenset(row.scopes)) if person is not None and person.active else None


def _stored(row: Row) -> StoredToken:
    return StoredToken(
        id=row.serial,
        name=row.name,
        scopes=tuple(row.scopes),
        created_at=in_utc(row.created_at),
        used_at=in_utc(row.used_at) if row.used_at else None,
        expires_at=in_utc(row.expires_at) if row.expires_at else None,
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
