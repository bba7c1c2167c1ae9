"""What still has to be sent out, and what was: put in by requests, taken out by the one thread that sends."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.sql import ColumnElement

from assistant_api.store.database import Database
from assistant_api.store.records import Json, in_utc, now
from assistant_api.store.tables import outbox
from coaching.errors import CoachError

XAPI = "xapi"
"""The target of statements; every other one is a webhook's id."""
MOST_TRIES = 8
"""After so many it is given up until somebody has it sent again."""
_WAITS = (30, 120, 600, 3600, 4 * 3600, 12 * 3600, 24 * 3600)
"""Seconds after each try that failed: two days in all, in which a server that is down comes back."""
_LEASE = timedelta(minutes=5)
"""So long a row belongs to who has taken it; it is longer than one try can take."""
_SENT_STAYS = timedelta(days=7)
_GIVEN_UP_STAYS = timedelta(days=30)


class NoSuchDelivery(CoachError):
    """There is no delivery with this number."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no delivery with this number; what was sent is kept for a week.")


@dataclass(frozen=True)
class Delivery:
    """Something to send.

    Attributes:
        serial: Its number.
        target: ``XAPI``, or a webhook's id.
        event: What it tells of.
        payload: What is sent.
        created_at: When it came about (UTC).
        due_at: When it is tried next (UTC).
        tries: How often it was tried.
        sent_at: When it arrived (UTC); None while it has not.
        problem: Why the last try failed; None where it did not.
    """

    serial: int
    target: str
    event: str
    payload: Json
    created_at: datetime
    due_at: datetime
    tries: int
    sent_at: datetime | None
    problem: str | None

    @property
    def status(self) -> str:
        """``sent``, ``waiting`` or ``given_up``."""
        return "sent" if self.sent_at else "given_up" if self.tries >= MOST_TRIES else "waiting"


class Outbox:
    """Keeps and hands out; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def put(self, event: str, payloads: Iterable[tuple[str, Json]], due_at: datetime | None = None) -> None:
        """Have these be sent.

        Args:
            event: What they tell of.
            payloads: Targets, each with what it gets.
            due_at: Not before then (UTC), nor shown to anybody until then; None for at once.
        """
        moment = now()
        new = {"event": event, "created_at": moment, "due_at": max(moment, due_at or moment), "tries": 0}
        rows = [{**new, "target": target, "payload": payload} for target, payload in payloads]
        if rows:
            with self._database.writing() as connection:
                connection.execute(insert(outbox), rows)

    def take(self) -> Delivery | None:
        """Take what is due next; nobody else gets it before the lease is over. None where nothing is due.

        A row is taken by moving its time on from where it was read, which only one of several can do.
        """
        due = select(outbox).where(_open(), outbox.c.due_at <= now()).order_by(outbox.c.due_at, outbox.c.serial)
        while True:
            with self._database.reading() as connection:
                row = connection.execute(due.limit(1)).one_or_none()
            if row is None:
                return None
            mine = update(outbox).where(
                outbox.c.serial == row.serial, _open(), outbox.c.due_at == row.due_at, outbox.c.tries == row.tries
            )
            with self._database.writing() as connection:
                taken = connection.execute(mine.values(due_at=now() + _LEASE, tries=row.tries + 1)).rowcount
            if taken == 1:
                return _delivery(row)

    def sent(self, serial: int) -> None:
        """It has arrived."""
        self._change(serial, sent_at=now(), problem=None)

    def failed(self, serial: int, problem: str, tries: int) -> None:
        """It has not; it is tried again later, unless this was the last time.

        Args:
            serial: Which.
            problem: Why, for people.
            tries: How often it was tried by now.
        """
        wait = _WAITS[min(tries, len(_WAITS)) - 1]
        self._change(serial, problem=problem[:500], due_at=now() + timedelta(seconds=wait))

    def release(self, session_id: str) -> int:
        """Have go out at once what is held back and names this session; how much that is."""
        with self._database.writing() as connection:
            held = connection.execute(select(outbox.c.serial, outbox.c.payload).where(_held())).all()
            ours = [serial for serial, payload in held if session_id in json.dumps(payload)]
            connection.execute(update(outbox).where(outbox.c.serial.in_(ours), _held()).values(due_at=now()))
        return len(ours)

    def again(self, serial: int) -> None:
        """Send it once more, now, however it stands; what is held back is not there yet.

        Raises:
            NoSuchDelivery: There is none of this number.
        """
        self.get(serial)
        self._change(serial, sent_at=None, tries=0, due_at=now())

    def get(self, serial: int) -> Delivery:
        """One of them.

        Raises:
            NoSuchDelivery: There is none of this number.
        """
        with self._database.reading() as connection:
            row = connection.execute(select(outbox).where(outbox.c.serial == serial, ~_held())).one_or_none()
        if row is None:
            raise NoSuchDelivery
        return _delivery(row)

    def latest(self, target: str, limit: int) -> list[Delivery]:
        """The newest for a target, at most so many; what is held back is not among them yet."""
        wanted = select(outbox).where(outbox.c.target == target, ~_held()).order_by(outbox.c.serial.desc()).limit(limit)
        with self._database.reading() as connection:
            return [_delivery(row) for row in connection.execute(wanted)]

    def tidy(self) -> None:
        """Erase what was sent a week ago, and what was given up a month ago."""
        sent = and_(outbox.c.sent_at.is_not(None), outbox.c.sent_at < now() - _SENT_STAYS)
        given_up = and_(outbox.c.tries >= MOST_TRIES, outbox.c.created_at < now() - _GIVEN_UP_STAYS)
        with self._database.writing() as connection:
            connection.execute(delete(outbox).where(sent))
            connection.execute(delete(outbox).where(given_up))

    def _change(self, serial: int, **values: object) -> None:
        with self._database.writing() as connection:
            if connection.execute(update(outbox).where(outbox.c.serial == serial).values(**values)).rowcount != 1:
                raise NoSuchDelivery


def _open() -> object:
    return and_(outbox.c.sent_at.is_(None), outbox.c.tries < MOST_TRIES)


def _held() -> ColumnElement:
    """What nobody has tried to send yet, for its time has not come."""
    return and_(outbox.c.sent_at.is_(None), outbox.c.tries == 0, outbox.c.due_at > now())


def _delivery(row: Row) -> Delivery:
    return Delivery(
        serial=row.serial,
        target=row.target,
        event=row.event,
        payload=row.payload,
        created_at=in_utc(row.created_at),
        due_at=in_utc(row.due_at),
        tries=row.tries,
        sent_at=None if row.sent_at is None else in_utc(row.sent_at),
        problem=row.problem,
    )
