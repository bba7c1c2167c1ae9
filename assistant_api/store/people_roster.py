"""People and their teams in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.sql import Select

from assistant_api.store.database import Database, one_at_a_time
from assistant_api.store.ordering import by_code
from assistant_api.store.people import ADMIN, Person, find_person, person_of
from assistant_api.store.people_errors import LastAdmin, LoginTaken, NoSuchPerson, NoSuchTeam
from assistant_api.store.records import in_utc, now
from assistant_api.store.tables import OWNER, people, team_members, teams, tokens, visits


@dataclass(frozen=True)
class Listed:
    """A person, for a list.

    Attributes:
        person: Who it is.
        invited: Whether they have no password yet.
        created_at: Since when they are known (UTC).
        seen_at: When they were here last (UTC); None for never.
    """

    person: Person
    invited: bool
    created_at: datetime
    seen_at: datetime | None


@dataclass(frozen=True)
class Entry:
    """What an admin says of a person: see ``Person``."""

    name: str
    login: str
    role: str
    teams: tuple[str, ...]


class Roster:
    """Reads and changes; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def has_admin(self) -> bool:
        """Whether somebody can look after the installation."""
        with self._database.reading() as connection:
            return connection.execute(select(people.c.id).where(_is_admin()).limit(1)).first() is not None

    def get(self, person_id: str) -> Person:
        """Somebody.

        Raises:
            NoSuchPerson: There is nobody of the kind.
        """
        with self._database.reading() as connection:
            return _required(connection, person_id)

    def by_login(self, login: str) -> tuple[Person | None, str | None]:
        """Whoever signs in with this, and what is kept of their password; None for what there is not."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(people.c.id, people.c.password).where(people.c.login == login)
            ).one_or_none()
            return (None, None) if row is None else (find_person(connection, row.id), row.password)

    def password_of(self, person_id: str) -> str | None:
        """What is kept of somebody's password."""
        with self._database.reading() as connection:
            wanted = select(people.c.password).where(people.c.id == person_id)
            kept: str | None = connection.execute(wanted).scalar_one_or_none()
            return kept

    def listed(self, visible: Select | None) -> list[Listed]:
        """Everybody among these (None: everybody), by name."""
        wanted = select(people).order_by(func.lower(by_code(people.c.name)), people.c.id)
        memberships = select(team_members)
        if visible is not None:
            wanted = wanted.where(people.c.id.in_(visible))
            memberships = memberships.where(team_members.c.person_id.in_(visible))
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
            members: dict[str, list[str]] = {}
            for row in connection.execute(memberships):
                members.setdefault(row.person_id, []).append(row.team_id)
        return [
            Listed(
                person=person_of(row, members.get(row.id, [])),
                invited=row.password is None,
                created_at=in_utc(row.created_at),
                seen_at=in_utc(row.seen_at) if row.seen_at else None,
            )
            for row in rows
        ]

    def listed_one(self, person_id: str) -> Listed:
        """Somebody, as in the list.

        Raises:
            NoSuchPerson: There is nobody of the kind.
        """
        found = self.listed(select(people.c.id).where(people.c.id == person_id))
        if not found:
            raise NoSuchPerson
        return found[0]

    def trainers_of(self, person: Person) -> list[str]:
        """The names of those who train a person: the trainers of their teams, themselves left out."""
        wanted = (
            select(people.c.name)
            .join(team_members, team_members.c.person_id == people.c.id)
            .where(
                team_members.c.team_id.in_(sorted(person.teams)),
                people.c.role == "trainer",
                people.c.active,
                people.c.id != person.id,
            )
        )
        with self._database.reading() as connection:
            return sorted(set(connection.execute(wanted).scalars()))

    def add(self, entry: Entry) -> Person:
        """Make somebody known, who has still to choose a password.

        Raises:
            LoginTaken: Somebody else signs in so.
            NoSuchTeam: One of their teams is none.
        """
        with self._database.writing() as connection:
            new = _add(connection, entry)
            _set_teams(connection, new, entry.teams)
            return _required(connection, new)

    def add_admin(self, name: str, login: str, kept: str) -> Person:
        """Make the first admin known: the one person to whom everything belonged, if nobody has been that yet.

        Args:
            name: What they are called.
            login: What they sign in with.
            kept: What is kept of their password.

        Raises:
            LoginTaken: Somebody else signs in so.
        """
        values = {"name": name, "login": login, "password": kept, "role": ADMIN, "active": True}
        with self._database.writing() as connection:
            _require_free_login(connection, login, OWNER)
            unclaimed = and_(people.c.id == OWNER, people.c.password.is_(None))
            if connection.execute(update(people).where(unclaimed).values(**values)).rowcount == 1:
                return _required(connection, OWNER)
            new = _add(connection, Entry(name, login, ADMIN, ()))
            connection.execute(update(people).where(people.c.id == new).values(**values))
            return _required(connection, new)

    def change(self, person_id: str, entry: Entry) -> Person:
        """Have this said of somebody from now on.

        Raises:
            NoSuchPerson: There is nobody of the kind.
            LoginTaken: Somebody else signs in so.
            NoSuchTeam: One of their teams is none.
            LastAdmin: Nobody else is an admin, and they would be none any more.
        """
        with self._database.writing() as connection:
            _required(connection, person_id)
            _require_free_login(connection, entry.login, person_id)
            if entry.role != ADMIN:
                _require_other_admin(connection, person_id)
            values = {"name": entry.name, "login": entry.login, "role": entry.role}
            connection.execute(update(people).where(people.c.id == person_id).values(**values))
            _set_teams(connection, person_id, entry.teams)
            return _required(connection, person_id)

    def rename(self, person_id: str, name: str) -> None:
        """Have somebody called so."""
        with self._database.writing() as connection:
            connection.execute(update(people).where(people.c.id == person_id).values(name=name))

    def set_password(self, person_id: str, kept: str) -> None:
        """Keep this of somebody's password; their browsers are signed out."""
        with self._database.writing() as connection:
            connection.execute(update(people).where(people.c.id == person_id).values(password=kept))
            connection.execute(delete(visits).where(visits.c.person_id == person_id))

    def set_active(self, person_id: str, active: bool) -> Person:
        """Let somebody in again, or no longer: then their browsers are signed out and their tokens revoked at once.

        Raises:
            NoSuchPerson: There is nobody of the kind.
            LastAdmin: Nobody else is an admin.
        """
        with self._database.writing() as connection:
            _required(connection, person_id)
            if not active:
                _require_other_admin(connection, person_id)
                connection.execute(delete(visits).where(visits.c.person_id == person_id))
                connection.execute(delete(tokens).where(tokens.c.person_id == person_id))
            connection.execute(update(people).where(people.c.id == person_id).values(active=active))
            return _required(connection, person_id)


def _is_admin() -> object:
    return and_(people.c.role == ADMIN, people.c.active, people.c.password.is_not(None))


def _require_other_admin(connection: Connection, person_id: str) -> None:
    # Locked, where the database can, so that two admins cannot demote each other at the same moment.
    admins = connection.execute(select(people.c.id).where(_is_admin()).with_for_update()).scalars().all()
    if set(admins) == {person_id}:
        raise LastAdmin


def _required(connection: Connection, person_id: str) -> Person:
    person = find_person(connection, person_id)
    if person is None:
        raise NoSuchPerson
    return person


def _add(connection: Connection, entry: Entry) -> str:
    new = str(uuid4())
    _require_free_login(connection, entry.login, new)
    row = {"id": new, "name": entry.name, "login": entry.login, "role": entry.role}
    connection.execute(insert(people).values(**row, active=True, created_at=now()))
    return new


def _require_free_login(connection: Connection, login: str, person_id: str) -> None:
    one_at_a_time(connection, "logins")
    taken = select(people.c.id).where(people.c.login == login, people.c.id != person_id)
    if connection.execute(taken).first() is not None:
        raise LoginTaken


def _set_teams(connection: Connection, person_id: str, wanted: tuple[str, ...]) -> None:
    ids = sorted(set(wanted))
    found = connection.execute(select(teams.c.id).where(teams.c.id.in_(ids))).scalars().all()
    if len(found) != len(ids):
        raise NoSuchTeam
    connection.execute(delete(team_members).where(team_members.c.person_id == person_id))
    if ids:
        connection.execute(insert(team_members), [{"team_id": one, "person_id": person_id} for one in ids])
