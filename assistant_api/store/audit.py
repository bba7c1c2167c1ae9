"""The record of who read, changed, exported or erased what, and who came in; nothing in it is ever changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection, Row

from assistant_api.store.database import Database
from assistant_api.store.people import Person
from assistant_api.store.records import Json, in_utc, now
from assistant_api.store.tables import audit, people, sessions, teams

READ = "read"
SAMPLE = "sample"
"""What is rated to calibrate: one line for the sentences and sessions of all of them, which its detail names."""
_READINGS = 50
_SAME_READING = timedelta(hours=1)
"""A page asks for what it shows in several requests, and again when it is loaded again: one reading all the same."""


@dataclass(frozen=True)
class Entry:
    """One line of the record.

    Attributes:
        serial: Its number.
        at: When (UTC).
        person_id: Who did it; None where nobody was signed in.
        person_name: What they were called then; empty likewise.
        action: read, change, export, erase, sign-in, sign-in-refused and the like.
        object_kind: What it was done to: session, person, team, token …
        object_id: Which one.
        detail: What else there is to tell; never what somebody wrote.
    """

    serial: int
    at: datetime
    person_id: str | None
    person_name: str
    action: str
    object_kind: str
    object_id: str
    detail: Json


@dataclass(frozen=True)
class Reading:
    """Somebody read a session: when (UTC), what they were called, its id and its scenario's title."""

    at: datetime
    name: str
    session: str
    title: str


class AuditStore:
    """Writes and reads; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(self, person: Person | None, action: str, kind: str, object_id: str, detail: Json) -> None:
        """Write one line; a reading that was noted within the hour is the same reading still."""
        moment, who = now(), None if person is None else person.id
        if action == READ:
            noted = select(audit.c.serial).where(
                audit.c.person_id == who,
                audit.c.action == READ,
                audit.c.object_kind == kind,
                audit.c.object_id == object_id,
                audit.c.at > moment - _SAME_READING,
            )
            with self._database.reading() as connection:
                if connection.execute(noted.limit(1)).first() is not None:
                    return
        line = {
            "at": moment,
            "person_id": who,
            "person_name": "" if person is None else person.name,
            "action": action,
            "object_kind": kind,
            "object_id": object_id[:64],
            "detail": detail,
        }
        with self._database.writing() as connection:
            connection.execute(insert(audit).values(**line))

    def readers_of(self, person_id: str) -> list[Reading]:
        """Who else read somebody's sessions, the latest first."""
        wanted = (
            select(audit.c.at, audit.c.person_name, audit.c.object_id, sessions.c.scenario_title)
            .join(sessions, sessions.c.id == audit.c.object_id)
            .where(
                audit.c.action == READ,
                audit.c.object_kind == "session",
                sessions.c.person_id == person_id,
                audit.c.person_id != person_id,
            )
            .order_by(audit.c.serial.desc())
            .limit(_READINGS)
        )
        with self._database.reading() as connection:
            found = [
                Reading(in_utc(row.at), row.person_name, row.object_id, row.scenario_title)
                for row in connection.execute(wanted)
            ]
            found += _rated(connection, person_id)
        return sorted(found, key=lambda one: one.at, reverse=True)[:_READINGS]

    def names(self, ids: Collection[str]) -> dict[str, str]:
        """What the people and teams with these ids are called, as far as they are there."""
        with self._database.reading() as connection:
            rows = [
                row
                for table in (people, teams)
                for row in connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(sorted(set(ids)))))
            ]
        return {row.id: row.name for row in rows}

    def page(self, limit: int, before: int | None) -> tuple[list[Entry], int | None]:
        """A page of the record, newest first, and the cursor of the next page; None where there is none."""
        wanted = select(audit).order_by(audit.c.serial.desc())
        if before is not None:
            wanted = wanted.where(audit.c.serial < before)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.limit(limit + 1)).all()
        entries = [
            Entry(
                serial=row.serial,
                at=in_utc(row.at),
                person_id=row.person_id,
                person_name=row.person_name,
                action=row.action,
                object_kind=row.object_kind,
                object_id=row.object_id,
                detail=row.detail,
            )
            for row in rows[:limit]
        ]
        return entries, entries[-1].serial if len(rows) > limit else None


def samples_with(connection: Connection, person_id: str) -> list[Row]:
    """The lines about samples in which something of somebody was read, the latest first."""
    # JSON is searched in no way that all databases know; there is one such line a sample.
    wanted = select(audit).where(audit.c.object_kind == SAMPLE).order_by(audit.c.serial.desc())
    return [row for row in connection.execute(wanted) if person_id in row.detail.get("of", ())]


def _rated(connection: Connection, person_id: str) -> list[Reading]:
    titles = select(sessions.c.id, sessions.c.scenario_title).where(sessions.c.person_id == person_id)
    lines = [row for row in samples_with(connection, person_id) if row.person_id != person_id][:_READINGS]
    own = {row.id: row.scenario_title for row in connection.execute(titles)} if lines else {}
    return [
        Reading(in_utc(row.at), row.person_name, one, own[one])
        for row in lines
        for one in row.detail["sessions"]
        if one in own
    ]
