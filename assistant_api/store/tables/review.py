"""Tables of reviewing: comments, labels and points that a trainer overrules, disputes, blind ratings."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from assistant_api.store.tables.base import metadata


def _session_id() -> Column:
    return Column("session_id", String(36), ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False, index=True)


# On a turn, or on one of its sentences (counted from 0); `mentions` lists people's ids.
comments = Table(
    "comments",
    metadata,
    Column("id", String(36), primary_key=True),
    _session_id(),
    Column("turn", Integer, nullable=False),
    Column("sentence", Integer),
    Column("author_id", String(36), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("mentions", JSON, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("edited_at", DateTime(timezone=True)),
)

# `kind` label: the sentence's labels become `labels`. `kind` point: the points of the scorecard's `rule` become
# `points`. The machine's own are kept in the turn and in the scorecard, and stay visible.
overrules = Table(
    "overrules",
    metadata,
    Column("id", String(36), primary_key=True),
    _session_id(),
    Column("kind", String(10), nullable=False),
    Column("turn", Integer),
    Column("sentence", Integer),
    Column("labels", JSON(none_as_null=True)),
    Column("rule", String(100)),
    Column("points", Integer),
    Column("reason", Text, nullable=False),
    Column("made_by", String(36), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("withdrawn_at", DateTime(timezone=True)),
    CheckConstraint("kind IN ('label', 'point')", name="kind"),
)

# An agent disputes a session's score once.
disputes = Table(
    "disputes",
    metadata,
    Column("id", String(36), primary_key=True),
    _session_id(),
    Column("person_id", String(36), nullable=False),
    Column("turn", Integer),
    Column("reason", Text, nullable=False),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    Column("answer", Text),
    Column("upheld", String(8)),
    Column("answered_by", String(36)),
    Column("answered_at", DateTime(timezone=True)),
    UniqueConstraint("session_id", "person_id"),
    CheckConstraint("upheld IN ('changed', 'stands')", name="upheld"),
)

# What a trainer saw in a sentence without seeing the machine's labels; `score` is their score of the whole session.
ratings = Table(
    "ratings",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    _session_id(),
    Column("turn", Integer),
    Column("sentence", Integer),
    Column("rater_id", String(36), nullable=False, index=True),
    Column("labels", JSON(none_as_null=True)),
    Column("score", Integer),
    Column("created_at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("session_id", "rater_id", "turn", "sentence"),
)
