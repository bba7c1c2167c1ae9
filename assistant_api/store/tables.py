"""The tables. A change here needs a migration beside it (``store/migrations/versions``)."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

REVISION = "0004"
"""The migration that makes the tables as they stand here; a test holds it to Alembic's newest."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# `serial` orders sessions by their start and is the cursor of their list; `id` is what the world sees.
# `opening` and `closing` hold a customer's Reply as JSON: to the start, and to an agent who closed the conversation.
# `claim` names the request that is playing a turn now, `claimed_until` when its right to do so lapses.
# `touched_at` is when it was last begun, played on or taken up again; from there it times out, unless `paused_at` is
# set. A rewind has `forked_turn`, the first turn of its own; `parent_id` is null once the session behind it is erased.
sessions = Table(
    "sessions",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("scenario_id", String(100), nullable=False),
    Column("scenario_title", Text, nullable=False),
    Column("persona_id", String(100), nullable=False),
    Column("persona_name", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("blind", Boolean, nullable=False),
    Column("hints", String(12), nullable=False),
    Column("hints_taken", JSON, nullable=False),
    Column("parent_id", String(36), index=True),
    Column("forked_turn", Integer),
    Column("opening", JSON, nullable=False),
    Column("closing", JSON(none_as_null=True)),
    Column("ending", JSON(none_as_null=True)),
    Column("scorecard", JSON(none_as_null=True)),
    Column("debrief", JSON(none_as_null=True)),
    Column("started_at", DateTime(timezone=True), nullable=False),
    Column("touched_at", DateTime(timezone=True), nullable=False),
    Column("paused_at", DateTime(timezone=True)),
    Column("paused_seconds", Float, nullable=False),
    Column("ended_at", DateTime(timezone=True)),
    Column("claim", String(36)),
    Column("claimed_until", DateTime(timezone=True)),
)

# `reply` is the customer's Reply without its state, `state` what the next turn starts from, `paused_seconds` how long
# the session had rested when the turn was sent.
turns = Table(
    "turns",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("session_id", String(36), ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("turn_id", String(36), nullable=False),
    Column("status", String(10), nullable=False),
    Column("text", Text, nullable=False),
    Column("sentences", JSON(none_as_null=True)),
    Column("recogniser", String(64)),
    Column("reply", JSON(none_as_null=True)),
    Column("state", JSON(none_as_null=True)),
    Column("asked_at", DateTime(timezone=True), nullable=False),
    Column("paused_seconds", Float, nullable=False),
    Column("answered_at", DateTime(timezone=True)),
    UniqueConstraint("session_id", "turn_id"),
    UniqueConstraint("session_id", "number"),
    CheckConstraint("status IN ('waiting', 'answered')", name="status"),
)

# `digest` is the SHA-256 of the token in hexadecimal; the token itself is kept nowhere.
tokens = Table(
    "tokens",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("name", String(100), nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True)),
)

# `draft` and `customer` are without personal data; `rules` lists the rules of the findings in the draft's order.
kept_drafts = Table(
    "kept_drafts",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("draft", Text, nullable=False),
    Column("customer", Text, nullable=False),
    Column("channel", String(20), nullable=False),
    Column("score", Integer, nullable=False),
    Column("rubric", String(64), nullable=False),
    Column("rules", JSON, nullable=False),
    Column("recogniser", String(64), nullable=False),
    Column("kept_at", DateTime(timezone=True), nullable=False, index=True),
)
