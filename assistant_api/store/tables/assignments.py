"""Tables of what people are to practise: assignments, for whom, certificates, and goals of teams."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from assistant_api.store.tables.base import metadata

# `tries` is how often it may be tried; null for as often as one likes.
assignments = Table(
    "assignments",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("title", Text, nullable=False),
    Column("scenario_id", String(100), nullable=False),
    Column("level", Integer, nullable=False),
    Column("pass_mark", Integer, nullable=False),
    Column("tries", Integer),
    Column("due_on", Date),
    Column("note", Text, nullable=False),
    Column("made_by", String(36), nullable=False, index=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("closed_at", DateTime(timezone=True)),
)

# For one person, or for everybody who is in a team.
assignment_targets = Table(
    "assignment_targets",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("assignment_id", String(36), ForeignKey("assignments.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), index=True),
    Column("team_id", String(36), ForeignKey("teams.id", ondelete="CASCADE"), index=True),
    UniqueConstraint("assignment_id", "person_id"),
    UniqueConstraint("assignment_id", "team_id"),
)

# `code` is what a certificate is known by on paper. It keeps what it was given for as that was called then; what was
# not known any more when it came to keep that is null.
certificates = Table(
    "certificates",
    metadata,
    Column("code", String(20), primary_key=True),
    Column("assignment_id", String(36), ForeignKey("assignments.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("session_id", String(36), nullable=False),
    Column("score", Integer, nullable=False),
    Column("passed_at", DateTime(timezone=True), nullable=False),
    Column("title", Text, nullable=False),
    Column("level", Integer, nullable=False),
    Column("pass_mark", Integer, nullable=False),
    Column("scenario_title", Text),
    Column("rubric", String(100)),
    UniqueConstraint("assignment_id", "person_id"),
)

# What a team wants to reach: the mean of `measure` over its members' sessions of the last 28 days.
goals = Table(
    "goals",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("team_id", String(36), ForeignKey("teams.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("measure", String(20), nullable=False),
    Column("target", Float, nullable=False),
    Column("due_on", Date),
    Column("made_by", String(36), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("met_at", DateTime(timezone=True)),
    CheckConstraint("measure IN ('score', 'satisfaction', 'recommend', 'sessions', 'mistakes')", name="measure"),
)
