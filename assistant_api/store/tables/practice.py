"""Tables of sessions and turns, and of what an ended session came to."""

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
    String,
    Table,
    Text,
    UniqueConstraint,
)

from assistant_api.store.tables.base import metadata
from assistant_api.store.tables.people import OWNER

# `serial` orders sessions by when they came into the store and is the cursor of lists; `id` is what the world sees.
# `opening` and `closing` hold a customer's Reply as JSON: to the start, and to an agent who closed the conversation.
# `kind` is practice, or imported for a real chat that was brought in; `search_text` is all that was said, lower case.
# `score` is what the session stands at, trainers' corrections counted; the machine's own is in `scorecard`.
# `opened_at` is when its player first opened the debrief, from when on others may see how it went (``store.told``).
# `claim` names the request that is playing a turn now, `claimed_until` when its right to do so lapses.
# `touched_at` is when it was last begun, played on or taken up again; from there it times out, unless `paused_at` is
# set. A rewind has `forked_turn`, the first turn of its own; `parent_id` is null once the session behind it is erased.
sessions = Table(
    "sessions",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("person_id", String(36), nullable=False, index=True, default=OWNER),
    Column("kind", String(10), nullable=False, default="practice"),
    Column("assignment_id", String(36), index=True),
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
    Column("search_text", Text, nullable=False, default=""),
    Column("scorecard", JSON(none_as_null=True)),
    Column("score", Integer, index=True),
    Column("debrief", JSON(none_as_null=True)),
    Column("opened_at", DateTime(timezone=True)),
    Column("started_at", DateTime(timezone=True), nullable=False, index=True),
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

# What an ended session came to, a row that lists and figures are made from without reading a single turn. `hear` to
# `diagnose` are the shares (0 to 1) of the points that the steps earned; `mistakes` counts them by label.
results = Table(
    "results",
    metadata,
    Column("session_id", String(36), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", String(36), nullable=False, index=True),
    Column("ended_at", DateTime(timezone=True), nullable=False, index=True),
    Column("score", Integer, nullable=False),
    Column("face", String(8), nullable=False),
    Column("recommend", Integer, nullable=False),
    Column("anger", Float, nullable=False),
    Column("satisfaction", Float, nullable=False),
    Column("first_response_seconds", Float),
    Column("seconds", Float),
    Column("replies", Integer, nullable=False),
    Column("hear", Float, nullable=False),
    Column("empathize", Float, nullable=False),
    Column("apologize", Float, nullable=False),
    Column("resolve", Float, nullable=False),
    Column("diagnose", Float, nullable=False),
    Column("mistakes", JSON, nullable=False),
)
