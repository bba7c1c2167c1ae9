"""All that is stored of one person: read for them, or erased."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Table, and_, delete, func, or_, select, update
from sqlalchemy.engine import Connection, Row

from assistant_api.store.audit import samples_with
from assistant_api.store.database import Database
from assistant_api.store.erasing import erase_outgoing, erase_sessions
from assistant_api.store.ordering import by_keys
from assistant_api.store.people import ADMIN
from assistant_api.store.people_errors import NoSuchPerson
from assistant_api.store.records import Json, in_utc
from assistant_api.store.tables import (
    OWNER,
    assignment_targets,
    assignments,
    audit,
    certificates,
    comments,
    disputes,
    goals,
    kept_drafts,
    links,
    overrules,
    people,
    ratings,
    results,
    sessions,
    team_members,
    teams,
    tokens,
    turns,
    visits,
)

ERASED = "somebody who was erased"
"""What is written where a name stood."""
_SECRET = frozenset({"password", "digest", "secret", "claim", "claimed_until", "search_text", "person_id"})
"""Columns that are no data of the person: hashes, what the program needs to work, and what is there twice."""
_WITH_SESSION = {"turns": turns, "comments": comments, "corrections": overrules, "disputes": disputes}
_WRITTEN = {
    "comments_written": (comments, "author_id"),
    "corrections_made": (overrules, "made_by"),
    "disputes_answered": (disputes, "answered_by"),
    "ratings_given": (ratings, "rater_id"),
    "assignments_made": (assignments, "made_by"),
    "goals_set": (goals, "made_by"),
}
"""What somebody did for others, and where their id stands there."""


def person_data(database: Database, person_id: str) -> Json:
    """Everything that is stored of somebody, as JSON; a fixed number of queries, however much it is.

    Raises:
        NoSuchPerson: There is nobody of the kind.
        DatabaseUnavailable: The database cannot be used.
    """
    with database.reading() as connection:
        person = connection.execute(select(people).where(people.c.id == person_id)).one_or_none()
        if person is None:
            raise NoSuchPerson
        theirs = sessions.c.person_id == person_id
        of_person = select(sessions.c.id).where(theirs)
        hanging = {
            name: _by_session(connection, table, of_person)
            for name, table in {**_WITH_SESSION, "ratings": ratings, "result": results}.items()
        }
        told = [
            {**_plain(row), **{name: rows.get(row.id, []) for name, rows in hanging.items()}}
            for row in connection.execute(select(sessions).where(theirs).order_by(sessions.c.serial))
        ]
        in_teams = select(teams.c.name).join(team_members, team_members.c.team_id == teams.c.id)
        about = or_(audit.c.person_id == person_id, audit.c.object_id == person_id, audit.c.object_id.in_(of_person))
        return {
            "person": _plain(person),
            "teams": sorted(connection.execute(in_teams.where(team_members.c.person_id == person_id)).scalars()),
            "sessions": told,
            **{
                name: _rows(connection, table, table.c[column] == person_id)
                for name, (table, column) in _WRITTEN.items()
            },
            "assigned": _rows(connection, assignment_targets, assignment_targets.c.person_id == person_id),
            "certificates": _rows(connection, certificates, certificates.c.person_id == person_id),
            "kept_replies": _rows(connection, kept_drafts, kept_drafts.c.person_id == person_id),
            "tokens": _rows(connection, tokens, tokens.c.person_id == person_id),
            "sign_ins": _rows(connection, visits, visits.c.person_id == person_id),
            "record": [*_rows(connection, audit, about), *map(_plain, samples_with(connection, person_id))],
        }


def erase_person(database: Database, person_id: str) -> tuple[list[str], bool]:
    """Erase everything that is stored of somebody; ``Database.sweep`` then takes it out of the files as well.

    What they wrote about other people's sessions stays for those, under a sign that leads to nobody. The account goes,
    but for the one of single-user mode and that of the last admin, without whom nobody could come in.

    Returns:
        Ids of the erased sessions, and whether the account went.

    Raises:
        NoSuchPerson: There is nobody of the kind.
        DatabaseUnavailable: The database cannot be used; nothing is erased.
    """
    nobody = f"erased-{uuid4().hex[:12]}"
    with database.writing() as connection:
        person = connection.execute(select(people).where(people.c.id == person_id)).one_or_none()
        if person is None:
            raise NoSuchPerson
        ids = list(connection.execute(select(sessions.c.id).where(sessions.c.person_id == person_id)).scalars())
        erase_sessions(connection, ids)
        erase_outgoing(connection, frozenset({person_id, person.login}))
        for table, column in (*_WRITTEN.values(), (links, "made_by")):
            connection.execute(update(table).where(table.c[column] == person_id).values({column: nobody}))
        _unmention(connection, person_id)
        about = and_(audit.c.object_kind == "person", audit.c.object_id == person_id)
        connection.execute(update(audit).where(about).values(object_id=nobody, detail={}))
        by = audit.c.person_id == person_id
        connection.execute(update(audit).where(by).values(person_id=nobody, person_name=ERASED))
        for table in (certificates, assignment_targets, kept_drafts, tokens, visits, links, team_members):
            connection.execute(delete(table).where(table.c.person_id == person_id))
        goes = person_id != OWNER and not _is_last_admin(connection, person)
        if goes:
            connection.execute(delete(people).where(people.c.id == person_id))
    return ids, goes


def _by_session(connection: Connection, table: Table, ids: Any) -> Mapping[str, list[Json]]:  # noqa: ANN401 - a select
    found: dict[str, list[Json]] = defaultdict(list)
    rows = select(table).where(table.c.session_id.in_(ids)).order_by(*by_keys(table.primary_key.columns))
    for row in connection.execute(rows):
        found[row.session_id].append(_plain(row))
    return found


def _rows(connection: Connection, table: Table, condition: object) -> list[Json]:
    rows = connection.execute(select(table).where(condition).order_by(*by_keys(table.primary_key.columns)))
    return [_plain(row) for row in rows]


def _plain(row: Row) -> Json:
    return {name: _value(value) for name, value in row._mapping.items() if name not in _SECRET}


def _value(value: object) -> object:
    if isinstance(value, datetime):
        return in_utc(value).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _unmention(connection: Connection, person_id: str) -> None:
    """Take somebody off the lists of who is mentioned, which no database searches in the same way."""
    for row in connection.execute(select(comments.c.id, comments.c.mentions)).all():
        if person_id in row.mentions:
            left = [one for one in row.mentions if one != person_id]
            connection.execute(update(comments).where(comments.c.id == row.id).values(mentions=left))


def _is_last_admin(connection: Connection, person: Row) -> bool:
    others = and_(people.c.id.not_in((person.id, OWNER)), people.c.role == ADMIN, people.c.active)
    found = connection.execute(select(func.count()).select_from(people).where(others)).scalar_one()
    return bool(person.role == ADMIN and found == 0)
