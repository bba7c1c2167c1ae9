"""Assignments in the database: what is to be practised, by whom, and the tries that were made."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete as remove
from sqlalchemy import func, insert, or_, select, union, update
from sqlalchemy.engine import Connection, Row
from sqlalchemy.sql import Select

from assistant_api.store.database import Database
from assistant_api.store.ordering import by_code
from assistant_api.store.people import AGENT
from assistant_api.store.records import Json, in_utc, now
from assistant_api.store.tables import assignment_targets, assignments, people, sessions, team_members
from coaching.errors import CoachError

LISTED = 100
"""So many assignments are listed, the newest."""


class NoSuchAssignment(CoachError):
    """There is no assignment with this id, or not for whoever asks."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no assignment with this id.")


class NoTriesLeft(CoachError):
    """It was tried as often as it may be."""

    def __init__(self, tries: int) -> None:
        """Say how often that is, and what there is instead."""
        times = "once" if tries == 1 else f"{tries} times"
        super().__init__(
            f"This assignment may be tried {times}, and you have done so. Your trainer can allow more; in Practice you "
            "can play its scenario as often as you like."
        )


@dataclass(frozen=True)
class Assignment:
    """What is to be practised.

    Attributes:
        id: A UUID.
        title: What it is called.
        scenario_id: What is played, at this ``level``.
        pass_mark: The score, 0 to 100, from which it is passed.
        tries: How often it may be tried; None for as often as one likes.
        due_on: The last day; None for no such day.
        note: What the trainer says about it; may be empty.
        made_by: Who made it, an id; ``maker`` is their name, None where they are not known any more.
        created_at: When (UTC).
        closed_at: Since when nobody may begin another try (UTC); None while it is open.
    """

    id: str
    title: str
    scenario_id: str
    level: int
    pass_mark: int
    tries: int | None
    due_on: date | None
    note: str
    made_by: str
    maker: str | None
    created_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True)
class Try:
    """A session that was played for an assignment; no rewind is one.

    Attributes:
        session_id: Which one.
        started_at: When (UTC).
        ended_at: None while it goes on.
        score: None while there is none.
        opened: Whether the person has opened its debrief.
    """

    session_id: str
    started_at: datetime
    ended_at: datetime | None
    score: int | None
    opened: bool


@dataclass(frozen=True)
class Targets:
    """For whom an assignment is: ids of people, and of teams whose agents it is for."""

    people: tuple[str, ...]
    teams: tuple[str, ...]


class Assignments:
    """Reads and writes; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(self, values: Json, targets: Targets) -> None:
        """Keep a new one; the values are those of the columns."""
        with self._database.writing() as connection:
            connection.execute(insert(assignments).values(**values, created_at=now()))
            _target(connection, values["id"], targets)

    def change(self, assignment_id: str, values: Json, closed: bool, targets: Targets) -> None:
        """Have it say this from now on; one that is closed keeps the day on which it was."""
        one = assignments.c.id == assignment_id
        at = func.coalesce(assignments.c.closed_at, now()) if closed else None
        with self._database.writing() as connection:
            connection.execute(update(assignments).where(one).values(**values, closed_at=at))
            connection.execute(remove(assignment_targets).where(assignment_targets.c.assignment_id == assignment_id))
            _target(connection, assignment_id, targets)

    def get(self, assignment_id: str) -> Assignment:
        """One of them.

        Raises:
            NoSuchAssignment: There is none.
        """
        found = self._listed(assignments.c.id == assignment_id)
        if not found:
            raise NoSuchAssignment
        return found[0]

    def for_person(self, person_id: str) -> list[Assignment]:
        """Those that somebody has to practise, the newest first."""
        given = assigned()
        return self._listed(assignments.c.id.in_(select(given.c.assignment_id).where(given.c.person_id == person_id)))

    def managed(self, viewer: str, seen: Select | None) -> list[Assignment]:
        """Those that somebody made, or that one of these people (None: anybody) has, the newest first."""
        if seen is None:
            return self._listed()
        given = assigned()
        theirs = select(given.c.assignment_id).where(given.c.person_id.in_(seen), given.c.person_id != viewer)
        return self._listed(or_(assignments.c.made_by == viewer, assignments.c.id.in_(theirs)))

    def targets(self, assignment_id: str) -> Targets:
        """For whom it is."""
        wanted = select(assignment_targets).where(assignment_targets.c.assignment_id == assignment_id)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(assignment_targets.c.serial)).all()
        return Targets(
            tuple(row.person_id for row in rows if row.person_id), tuple(row.team_id for row in rows if row.team_id)
        )

    def people(self, ids: Collection[str], seen: Select | None) -> dict[str, dict[str, str]]:
        """For each assignment the names of those of these people (None: everybody) who have it, by id."""
        given = assigned()
        wanted = (
            select(given.c.assignment_id, people.c.id, people.c.name)
            .join(people, people.c.id == given.c.person_id)
            .where(given.c.assignment_id.in_(ids), people.c.active)
            .order_by(func.lower(by_code(people.c.name)), people.c.id)
        )
        if seen is not None:
            wanted = wanted.where(people.c.id.in_(seen))
        found: dict[str, dict[str, str]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(wanted):
                found.setdefault(row.assignment_id, {})[row.id] = row.name
        return found

    def tries(self, ids: Iterable[str], person_id: str | None = None) -> dict[tuple[str, str], list[Try]]:
        """Everybody's tries, or one person's, in order; by assignment and person."""
        columns = (
            sessions.c.id, sessions.c.assignment_id, sessions.c.person_id, sessions.c.started_at, sessions.c.ended_at,
            sessions.c.score, sessions.c.opened_at.is_not(None).label("opened"),
        )  # fmt: skip
        wanted = select(*columns).where(sessions.c.assignment_id.in_(list(ids)), sessions.c.forked_turn.is_(None))
        if person_id is not None:
            wanted = wanted.where(sessions.c.person_id == person_id)
        found: dict[tuple[str, str], list[Try]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(wanted.order_by(sessions.c.serial)):
                found.setdefault((row.assignment_id, row.person_id), []).append(_try(row))
        return found

    def _listed(self, *conditions: object) -> list[Assignment]:
        wanted = (
            select(assignments, people.c.name.label("maker"))
            .outerjoin(people, people.c.id == assignments.c.made_by)
            .where(*conditions)
            .order_by(assignments.c.created_at.desc(), assignments.c.id)
            .limit(LISTED)
        )
        with self._database.reading() as connection:
            return [_assignment(row) for row in connection.execute(wanted)]


def require_try_left(connection: Connection, assignment_id: str, person_id: str) -> None:
    """Do nothing where somebody may begin one more try; the last one cannot be begun twice at once.

    Args:
        connection: A writing one, in which the try is then kept.
        assignment_id: What is tried.
        person_id: Who tries.

    Raises:
        NoTriesLeft: They have tried it as often as it may be.
    """
    one = select(assignments.c.tries).where(assignments.c.id == assignment_id)
    most = connection.execute(one.with_for_update()).scalar_one_or_none()
    taken = select(func.count()).where(
        sessions.c.assignment_id == assignment_id,
        sessions.c.person_id == person_id,
        sessions.c.forked_turn.is_(None),
    )
    if most is not None and connection.execute(taken).scalar_one() >= most:
        raise NoTriesLeft(most)


def assigned() -> Select:
    """Who has which assignment: people that it names, and the agents of the teams that it names."""
    target = assignment_targets.c
    named = select(target.assignment_id, target.person_id).where(target.person_id.is_not(None))
    by_team = (
        select(target.assignment_id, team_members.c.person_id)
        .join(team_members, team_members.c.team_id == target.team_id)
        .join(people, people.c.id == team_members.c.person_id)
        .where(people.c.role == AGENT)
    )
    return union(named, by_team).subquery()


def _target(connection: Connection, assignment_id: str, targets: Targets) -> None:
    rows = [{"assignment_id": assignment_id, "person_id": one, "team_id": None} for one in targets.people]
    rows += [{"assignment_id": assignment_id, "person_id": None, "team_id": one} for one in targets.teams]
    if rows:
        connection.execute(insert(assignment_targets), rows)


def _assignment(row: Row) -> Assignment:
    values = {name: row._mapping[name] for name in Assignment.__dataclass_fields__}
    closed = None if row.closed_at is None else in_utc(row.closed_at)
    return Assignment(**{**values, "created_at": in_utc(row.created_at), "closed_at": closed})


def _try(row: Row) -> Try:
    ended = None if row.ended_at is None else in_utc(row.ended_at)
    return Try(row.id, in_utc(row.started_at), ended, row.score, bool(row.opened))
