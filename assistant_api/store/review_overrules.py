"""Labels and points that trainers overrule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, insert, select, update
from sqlalchemy.sql import ColumnElement, Select

from assistant_api.store.database import Database, one_at_a_time
from assistant_api.store.records import Json, in_utc, now
from assistant_api.store.tables import overrules, people, sessions, turns
from coaching.errors import CoachError

LABEL, POINT = "label", "point"


class NoSuchOverrule(CoachError):
    """There is nothing overruled with this id, or it was withdrawn."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is nothing overruled with this id; it may have been withdrawn.")


@dataclass(frozen=True)
class NewOverrule:
    """What a trainer says in place of the machine; see the table for what its columns hold."""

    id: str
    session_id: str
    kind: str
    turn: int | None
    sentence: int | None
    labels: list[str] | None
    rule: str | None
    points: int | None
    reason: str
    made_by: str


@dataclass(frozen=True)
class StoredOverrule(NewOverrule):
    """One that is kept, with when (UTC) and who; the name is None where they are not among the people here."""

    made_by_name: str | None
    created_at: datetime
    withdrawn_at: datetime | None


class Overrules:
    """Keeps and reads; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(self, one: NewOverrule) -> None:
        """Keep one; what was said of the same place before is withdrawn."""
        moment = now()
        same = and_(overrules.c.session_id == one.session_id, overrules.c.kind == one.kind, _place(one))
        with self._database.writing() as connection:
            one_at_a_time(connection, f"overrules {one.session_id}")
            before = update(overrules).where(same, overrules.c.withdrawn_at.is_(None))
            connection.execute(before.values(withdrawn_at=moment))
            connection.execute(insert(overrules).values(**vars(one), created_at=moment))

    def get(self, overrule_id: str) -> StoredOverrule:
        """One that is in force.

        Raises:
            NoSuchOverrule: There is none.
        """
        found = self._read(_all().where(overrules.c.id == overrule_id, overrules.c.withdrawn_at.is_(None)))
        if not found:
            raise NoSuchOverrule
        return found[0]

    def withdraw(self, overrule_id: str) -> None:
        """The machine's counts again."""
        one = and_(overrules.c.id == overrule_id, overrules.c.withdrawn_at.is_(None))
        with self._database.writing() as connection:
            connection.execute(update(overrules).where(one).values(withdrawn_at=now()))

    def of_session(self, session_id: str) -> list[StoredOverrule]:
        """Those of a session that are in force, in the order in which they were made."""
        mine = _all().where(overrules.c.session_id == session_id, overrules.c.withdrawn_at.is_(None))
        return self._read(mine.order_by(overrules.c.created_at))

    def labels(self) -> list[Json]:
        """Every overruled sentence that is in force: with its turn, the one before it, and the session's opening."""
        before = turns.alias("before")
        wanted = (
            select(
                overrules.c.id,
                overrules.c.sentence,
                overrules.c.labels,
                overrules.c.reason,
                overrules.c.created_at,
                overrules.c.session_id,
                people.c.role,
                turns.c.text,
                turns.c.sentences,
                before.c.reply.label("asked"),
                sessions.c.opening,
            )  # fmt: skip
            .join(sessions, sessions.c.id == overrules.c.session_id)
            .join(turns, (turns.c.session_id == sessions.c.id) & (turns.c.number == overrules.c.turn))
            .outerjoin(before, (before.c.session_id == sessions.c.id) & (before.c.number == overrules.c.turn - 1))
            .outerjoin(people, people.c.id == overrules.c.made_by)
            .where(overrules.c.kind == LABEL, overrules.c.withdrawn_at.is_(None))
            .order_by(overrules.c.created_at)
        )
        with self._database.reading() as connection:
            return [dict(row._mapping) for row in connection.execute(wanted)]

    def _read(self, wanted: Select) -> list[StoredOverrule]:
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return [StoredOverrule(**{**row._mapping, "created_at": in_utc(row.created_at)}) for row in rows]


def _all() -> Select:
    name = people.c.name.label("made_by_name")
    return select(overrules, name).outerjoin(people, people.c.id == overrules.c.made_by)


def _place(one: NewOverrule) -> ColumnElement:
    if one.kind == POINT:
        return overrules.c.rule == one.rule
    return and_(overrules.c.turn == one.turn, overrules.c.sentence == one.sentence)
