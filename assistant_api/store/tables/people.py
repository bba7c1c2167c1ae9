"""Tables of who may do what: people, teams, signed-in browsers, one-time links, what was tried, and what was done."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, DateTime, ForeignKey, Index, Integer, String, Table, Text

from assistant_api.store.tables.base import metadata

OWNER = "owner"
"""Id of the one person of single-user mode, to whom everything belongs that was there before there were people."""

# `login` is an e-mail address in lower case; `password` an argon2id hash, null while an invitation is open.
people = Table(
    "people",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", Text, nullable=False),
    Column("login", String(254), nullable=False, unique=True),
    Column("password", Text),
    Column("role", String(10), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("seen_at", DateTime(timezone=True)),
    CheckConstraint("role IN ('agent', 'trainer', 'admin')", name="role"),
)

teams = Table(
    "teams",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", String(100), nullable=False, unique=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

# A trainer in a team trains its agents.
team_members = Table(
    "team_members",
    metadata,
    Column("team_id", String(36), ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
)

# A browser that is signed in; `digest` is the SHA-256 of its cookie, which is kept nowhere.
visits = Table(
    "visits",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("seen_at", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
)

# Links that work once: the first admin's, invitations, new passwords. `person_id` is null for the first of these.
links = Table(
    "links",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE")),
    Column("made_by", String(36)),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    CheckConstraint("kind IN ('first', 'invitation', 'password')", name="kind"),
)

# Sign-ins that failed; `key` is the SHA-256 of a login or of an address.
attempts = Table(
    "attempts",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Index("ix_attempts_key_at", "key", "at"),
)

# `person_name` stays readable after the person is erased, when it is replaced by "somebody who was erased".
audit = Table(
    "audit",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("at", DateTime(timezone=True), nullable=False, index=True),
    Column("person_id", String(36), index=True),
    Column("person_name", Text, nullable=False),
    Column("action", String(40), nullable=False),
    Column("object_kind", String(20), nullable=False),
    Column("object_id", String(64), nullable=False),
    Column("detail", JSON, nullable=False),
)
