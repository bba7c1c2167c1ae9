"""Whom a review may name: the people to choose from in its list, and those who may read a session."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, or_, select
from sqlalchemy.sql import Select

from assistant_api.store.database import Database
from assistant_api.store.ordering import by_code
from assistant_api.store.people import ADMIN, TRAINER
from assistant_api.store.tables import OWNER, people, team_members, teams

_MOST = 1000
Named = dict[str, str]
"""Names by id, in the order of the names."""


def readers(database: Database, person_id: str) -> Named:
    """Those who may read a person's sessions and be named in them: themselves, the trainers of their teams, admins."""
    theirs = select(team_members.c.team_id).where(team_members.c.person_id == person_id)
    trainers = select(team_members.c.person_id).where(team_members.c.team_id.in_(theirs))
    trains = (people.c.role == TRAINER) & people.c.id.in_(trainers)
    return _named(
        database,
        people,
        people.c.active,
        people.c.id != OWNER,
        or_(people.c.id == person_id, people.c.role == ADMIN, trains),
    )


def visible(database: Database, seen: Select | None) -> Named:
    """The people of this query; everybody where it is None."""
    return _named(database, people, *([] if seen is None else [people.c.id.in_(seen)]))


def teams_of(database: Database, ids: Iterable[str] | None) -> Named:
    """These teams; all where it is None."""
    return _named(database, teams, *([] if ids is None else [teams.c.id.in_(sorted(ids))]))


def _named(database: Database, table: object, *conditions: object) -> Named:
    columns = table.c  # type: ignore[attr-defined]
    by_name = func.lower(by_code(columns.name)), columns.id
    wanted = select(columns.id, columns.name).where(*conditions).order_by(*by_name).limit(_MOST)
    with database.reading() as connection:
        return {row.id: row.name for row in connection.execute(wanted)}
