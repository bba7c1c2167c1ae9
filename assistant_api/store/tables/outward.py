"""Tables of what goes out: where webhooks go, and what still has to be sent."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, DateTime, Integer, String, Table, Text

from assistant_api.store.tables.base import metadata

# `secret` signs what is sent, so it has to be kept as it is.
webhooks = Table(
    "webhooks",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("events", JSON, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

# `target` is a webhook's id, or "xapi". What was sent stays for a week, to be looked at.
outbox = Table(
    "outbox",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("target", String(36), nullable=False),
    Column("event", String(40), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("due_at", DateTime(timezone=True), nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("sent_at", DateTime(timezone=True)),
    Column("problem", Text),
)
