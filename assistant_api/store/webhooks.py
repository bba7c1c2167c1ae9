"""Webhooks in the database: where they go, what for, and what they are signed with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Row

from assistant_api.store.database import Database
from assistant_api.store.records import in_utc, now
from assistant_api.store.tables import outbox, webhooks
from coaching.errors import CoachError


class NoSuchWebhook(CoachError):
    """There is no webhook with this id."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no webhook with this id; it may have been removed.")


@dataclass(frozen=True)
class Webhook:
    """Where events go.

    Attributes:
        id: A UUID.
        url: The address.
        events: What is sent there.
        active: Whether anything is.
        created_at: When it was made (UTC).
    """

    id: str
    url: str
    events: tuple[str, ...]
    active: bool
    created_at: datetime


class Webhooks:
    """Reads and changes; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def listed(self) -> list[Webhook]:
        """All, the oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(webhooks).order_by(webhooks.c.created_at, webhooks.c.id))
            return [_webhook(row) for row in rows]

    def get(self, webhook_id: str) -> Webhook:
        """One of them.

        Raises:
            NoSuchWebhook: There is none of the kind.
        """
        return _webhook(self._row(webhook_id))

    def secret(self, webhook_id: str) -> str:
        """What is sent there is signed with this.

        Raises:
            NoSuchWebhook: There is none of the kind.
        """
        return str(self._row(webhook_id).secret)

    def add(self, webhook_id: str, url: str, secret: str, events: Sequence[str]) -> None:
        """Keep a new one."""
        values = {"id": webhook_id, "url": url, "secret": secret, "events": list(events), "active": True}
        with self._database.writing() as connection:
            connection.execute(insert(webhooks).values(**values, created_at=now()))

    def change(self, webhook_id: str, url: str, events: Sequence[str], active: bool) -> None:
        """Have it be so from now on.

        Raises:
            NoSuchWebhook: There is none of the kind.
        """
        one = update(webhooks).where(webhooks.c.id == webhook_id)
        with self._database.writing() as connection:
            if connection.execute(one.values(url=url, events=list(events), active=active)).rowcount != 1:
                raise NoSuchWebhook

    def remove(self, webhook_id: str) -> None:
        """Remove one, with what was and still is to be sent there.

        Raises:
            NoSuchWebhook: There is none of the kind.
        """
        with self._database.writing() as connection:
            if connection.execute(delete(webhooks).where(webhooks.c.id == webhook_id)).rowcount != 1:
                raise NoSuchWebhook
            connection.execute(delete(outbox).where(outbox.c.target == webhook_id))

    def _row(self, webhook_id: str) -> Row:
        with self._database.reading() as connection:
            row = connection.execute(select(webhooks).where(webhooks.c.id == webhook_id)).one_or_none()
        if row is None:
            raise NoSuchWebhook
        return row


def _webhook(row: Row) -> Webhook:
    return Webhook(row.id, row.url, tuple(row.events), row.active, in_utc(row.created_at))
