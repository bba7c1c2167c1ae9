"""Disputes: an agent who sees it differently says so once, and a trainer answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql import Select

from assistant_api.store.database import Database
from assistant_api.store.records import in_utc, now
from assistant_api.store.tables import disputes, people, sessions
from coaching.errors import CoachError

CHANGED, STANDS = ANSWERS = ("changed", "stands")
_MOST_OPEN = 50


class NoSuchDispute(CoachError):
    """There is no dispute with this id."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no dispute with this id.")


class AlreadyDisputed(CoachError):
    """The session was disputed before."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("You have disputed this session already, and that can be done once. A comment says more.")


class AlreadyAnswered(CoachError):
    """The dispute was answered before."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This dispute has been answered meanwhile.")


@dataclass(frozen=True)
class StoredDispute:
    """A dispute; see the table for what its columns hold.

    Attributes:
        person_name, answered_by_name: None where they are not among the people of this installation, or nobody has
            answered.
        session_title: What the session is called.
        opened_at, answered_at: When (UTC); the second None while it is open.
    """

    id: str
    session_id: str
    session_title: str
    person_id: str
    person_name: str | None
    turn: int | None
    reason: str
    opened_at: datetime
    answer: str | None
    upheld: str | None
    answered_by: str | None
    answered_by_name: str | None
    answered_at: datetime | None


class Disputes:
    """Keeps and reads; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def open(self, dispute_id: str, session_id: str, person_id: str, turn: int | None, reason: str) -> None:
        """Keep a dispute.

        Raises:
            AlreadyDisputed: They have disputed the session before.
        """
        values = {"id": dispute_id, "session_id": session_id, "person_id": person_id, "turn": turn, "reason": reason}
        known = select(disputes.c.id).where(disputes.c.session_id == session_id, disputes.c.person_id == person_id)
        try:
            with self._database.writing() as connection:
                if connection.execute(known).first() is not None:
                    raise AlreadyDisputed
                connection.execute(insert(disputes).values(**values, opened_at=now()))
        except IntegrityError as error:
            # Another request was faster by a moment.
            raise AlreadyDisputed from error

    def answer(self, dispute_id: str, upheld: str, answer: str, answered_by: str) -> None:
        """Keep the answer to an open one.

        Raises:
            AlreadyAnswered: It was answered before.
        """
        values = {"upheld": upheld, "answer": answer, "answered_by": answered_by, "answered_at": now()}
        is_open = update(disputes).where(disputes.c.id == dispute_id, disputes.c.upheld.is_(None))
        with self._database.writing() as connection:
            if connection.execute(is_open.values(values)).rowcount != 1:
                raise AlreadyAnswered

    def get(self, dispute_id: str) -> StoredDispute:
        """One dispute.

        Raises:
            NoSuchDispute: There is none.
        """
        found = self._read(_all().where(disputes.c.id == dispute_id))
        if not found:
            raise NoSuchDispute
        return found[0]

    def of_session(self, session_id: str) -> StoredDispute | None:
        """The one of a session, if there is one."""
        found = self._read(_all().where(disputes.c.session_id == session_id))
        return found[0] if found else None

    def open_ones(self, seen: Select | None) -> list[StoredDispute]:
        """Those that wait for an answer, on the sessions of these people, the oldest first; None for everybody."""
        wanted = _all().where(disputes.c.upheld.is_(None))
        if seen is not None:
            wanted = wanted.where(sessions.c.person_id.in_(seen))
        return self._read(wanted.order_by(disputes.c.opened_at).limit(_MOST_OPEN))

    def _read(self, wanted: Select) -> list[StoredDispute]:
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return [
            StoredDispute(
                **{
                    **row._mapping,
                    "opened_at": in_utc(row.opened_at),
                    "answered_at": None if row.answered_at is None else in_utc(row.answered_at),
                }
            )
            for row in rows
        ]


def _all() -> Select:
    who, trainer = people.alias(), people.alias()
    return (
        select(
            disputes,
            sessions.c.scenario_title.label("session_title"),
            who.c.name.label("person_name"),
            trainer.c.name.label("answered_by_name"),
        )
        .join(sessions, sessions.c.id == disputes.c.session_id)
        .outerjoin(who, who.c.id == disputes.c.person_id)
        .outerjoin(trainer, trainer.c.id == disputes.c.answered_by)
    )
