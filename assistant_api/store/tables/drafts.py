"""Tables of tokens, and of finished replies that are kept."""

from __future__ import annotations

from sqlalchemy import JSON, Column, DateTime, Integer, String, Table, Text

from assistant_api.store.tables.base import metadata
from assistant_api.store.tables.people import OWNER

# `digest` is the SHA-256 of the token in hexadecimal; the token itself is kept nowhere.
# It acts as the person who made it, within its `scopes`.
tokens = Table(
    "tokens",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("name", String(100), nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("person_id", String(36), nullable=False, index=True, default=OWNER),
    Column("scopes", JSON, nullable=False, default=lambda: ["drafts"]),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("used_at", DateTime(timezone=True)),
    Column("expires_at", DateTime(timezone=True)),
)

# `draft` and `customer` are without personal data; `rules` lists the rules of the findings in the draft's order.
kept_drafts = Table(
    "kept_drafts",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("person_id", String(36), nullable=False, index=True, default=OWNER),
    Column("draft", Text, nullable=False),
    Column("customer", Text, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("score", Integer, nullable=False),
    Column("rubric", String(64), nullable=False),
    Column("rules", JSON, nullable=False),
    Column("recogniser", String(64), nullable=False),
    Column("kept_at", DateTime(timezone=True), nullable=False, index=True),
)
