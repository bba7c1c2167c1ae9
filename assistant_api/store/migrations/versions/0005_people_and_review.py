"""People and teams, reviews, assignments, results, what goes out."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Float, ForeignKey, Integer, String, Text

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MOMENT = DateTime(timezone=True)
_TABLES = (
    "outbox", "webhooks", "goals", "certificates", "assignment_targets", "assignments", "ratings", "disputes",
    "overrules", "comments", "results", "audit", "attempts", "links", "visits", "team_members", "teams", "people",
)


def upgrade() -> None:
    _people()
    _practice()
    _review()
    _assignments()
    _outward()


def _id(name: str = "id") -> Column:
    return Column(name, String(36), primary_key=True)


def _session() -> Column:
    return Column("session_id", String(36), ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False, index=True)


def _person(**options: bool) -> Column:
    return Column("person_id", String(36), ForeignKey("people.id", ondelete="CASCADE"), **options)


def _serial() -> Column:
    return Column("serial", Integer, primary_key=True, autoincrement=True)


def _people() -> None:
    op.create_table(
        "people", _id(), Column("name", Text, nullable=False), Column("login", String(254), nullable=False),
        Column("password", Text), Column("role", String(10), nullable=False), Column("active", Boolean, nullable=False),
        Column("created_at", _MOMENT, nullable=False), Column("seen_at", _MOMENT), sa.UniqueConstraint("login"),
        sa.CheckConstraint("role IN ('agent', 'trainer', 'admin')", name="role"),
    )
    op.create_table(
        "teams", _id(), Column("name", String(100), nullable=False), Column("created_at", _MOMENT, nullable=False),
        sa.UniqueConstraint("name"),
    )
    op.create_table(
        "team_members",
        Column("team_id", String(36), ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True),
        _person(primary_key=True, index=True),
    )
    op.create_table(
        "visits", Column("digest", String(64), primary_key=True), _person(nullable=False, index=True),
        Column("created_at", _MOMENT, nullable=False), Column("seen_at", _MOMENT, nullable=False),
        Column("expires_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "links", Column("digest", String(64), primary_key=True), Column("kind", String(12), nullable=False), _person(),
        Column("made_by", String(36)), Column("created_at", _MOMENT, nullable=False),
        Column("expires_at", _MOMENT, nullable=False),
        sa.CheckConstraint("kind IN ('first', 'invitation', 'password')", name="kind"),
    )
    op.create_table(
        "attempts", _serial(), Column("key", String(64), nullable=False), Column("at", _MOMENT, nullable=False)
    )
    op.create_index("ix_attempts_key_at", "attempts", ["key", "at"])
    op.create_table(
        "audit", _serial(), Column("at", _MOMENT, nullable=False, index=True),
        Column("person_id", String(36), index=True), Column("person_name", Text, nullable=False),
        Column("action", String(40), nullable=False), Column("object_kind", String(20), nullable=False),
        Column("object_id", String(64), nullable=False), Column("detail", JSON, nullable=False),
    )
    # To them belongs what was there before there were people.
    op.execute(
        "INSERT INTO people (id, name, login, role, active, created_at) "
        f"VALUES ('owner', 'You', 'owner@localhost', 'admin', {_true()}, CURRENT_TIMESTAMP)"
    )


def _true() -> str:
    return "true" if op.get_bind().dialect.name == "postgresql" else "1"


def _practice() -> None:
    for column in (
        Column("person_id", String(36), nullable=False, server_default="owner"),
        Column("kind", String(10), nullable=False, server_default="practice"),
        Column("assignment_id", String(36)),
        Column("search_text", Text, nullable=False, server_default=""),
    ):
        op.add_column("sessions", column)
    op.create_index(op.f("ix_sessions_person_id"), "sessions", ["person_id"])
    op.create_index(op.f("ix_sessions_assignment_id"), "sessions", ["assignment_id"])
    for column in (
        Column("person_id", String(36), nullable=False, server_default="owner"),
        Column("scopes", JSON, nullable=False, server_default='["drafts"]'),
        Column("used_at", _MOMENT),
    ):
        op.add_column("tokens", column)
    op.create_index(op.f("ix_tokens_person_id"), "tokens", ["person_id"])
    op.create_table(
        "results",
        Column("session_id", String(36), ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
        Column("person_id", String(36), nullable=False, index=True),
        Column("ended_at", _MOMENT, nullable=False, index=True), Column("score", Integer, nullable=False),
        Column("face", String(8), nullable=False), Column("recommend", Integer, nullable=False),
        Column("anger", Float, nullable=False), Column("satisfaction", Float, nullable=False),
        Column("first_response_seconds", Float), Column("seconds", Float), Column("replies", Integer, nullable=False),
        *(Column(step, Float, nullable=False) for step in ("hear", "empathize", "apologize", "resolve", "diagnose")),
        Column("mistakes", JSON, nullable=False),
    )


def _review() -> None:
    op.create_table(
        "comments", _id(), _session(), Column("turn", Integer, nullable=False), Column("sentence", Integer),
        Column("author_id", String(36), nullable=False, index=True), Column("text", Text, nullable=False),
        Column("mentions", JSON, nullable=False), Column("created_at", _MOMENT, nullable=False),
        Column("edited_at", _MOMENT),
    )
    op.create_table(
        "overrules", _id(), _session(), Column("kind", String(10), nullable=False), Column("turn", Integer),
        Column("sentence", Integer), Column("labels", JSON), Column("rule", String(100)), Column("points", Integer),
        Column("reason", Text, nullable=False), Column("made_by", String(36), nullable=False),
        Column("created_at", _MOMENT, nullable=False), Column("withdrawn_at", _MOMENT),
        sa.CheckConstraint("kind IN ('label', 'point')", name="kind"),
    )
    op.create_table(
        "disputes", _id(), _session(), Column("person_id", String(36), nullable=False), Column("turn", Integer),
        Column("reason", Text, nullable=False), Column("opened_at", _MOMENT, nullable=False), Column("answer", Text),
        Column("upheld", String(8)), Column("answered_by", String(36)), Column("answered_at", _MOMENT),
        sa.UniqueConstraint("session_id", "person_id"),
        sa.CheckConstraint("upheld IN ('changed', 'stands')", name="upheld"),
    )
    op.create_table(
        "ratings", _serial(), _session(), Column("turn", Integer), Column("sentence", Integer),
        Column("rater_id", String(36), nullable=False, index=True), Column("labels", JSON), Column("score", Integer),
        Column("created_at", _MOMENT, nullable=False),
        sa.UniqueConstraint("session_id", "rater_id", "turn", "sentence"),
    )


def _assignments() -> None:
    op.create_table(
        "assignments", _id(), Column("title", Text, nullable=False), Column("scenario_id", String(100), nullable=False),
        Column("level", Integer, nullable=False), Column("pass_mark", Integer, nullable=False), Column("tries", Integer),
        Column("due_on", Date), Column("note", Text, nullable=False),
        Column("made_by", String(36), nullable=False, index=True), Column("created_at", _MOMENT, nullable=False),
        Column("closed_at", _MOMENT),
    )
    op.create_table(
        "assignment_targets", _serial(),
        Column("assignment_id", String(36), ForeignKey("assignments.id", ondelete="CASCADE"), nullable=False, index=True),
        _person(index=True),
        Column("team_id", String(36), ForeignKey("teams.id", ondelete="CASCADE"), index=True),
        sa.UniqueConstraint("assignment_id", "person_id"), sa.UniqueConstraint("assignment_id", "team_id"),
    )
    op.create_table(
        "certificates", Column("code", String(20), primary_key=True),
        Column("assignment_id", String(36), ForeignKey("assignments.id", ondelete="CASCADE"), nullable=False),
        _person(nullable=False, index=True), Column("session_id", String(36), nullable=False),
        Column("score", Integer, nullable=False), Column("passed_at", _MOMENT, nullable=False),
        sa.UniqueConstraint("assignment_id", "person_id"),
    )
    op.create_table(
        "goals", _id(),
        Column("team_id", String(36), ForeignKey("teams.id", ondelete="CASCADE"), nullable=False, index=True),
        Column("measure", String(20), nullable=False), Column("target", Float, nullable=False), Column("due_on", Date),
        Column("made_by", String(36), nullable=False), Column("created_at", _MOMENT, nullable=False),
        Column("met_at", _MOMENT),
        sa.CheckConstraint(
            "measure IN ('score', 'satisfaction', 'recommend', 'sessions', 'mistakes')", name="measure"
        ),
    )


def _outward() -> None:
    op.create_table(
        "webhooks", _id(), Column("url", Text, nullable=False), Column("secret", Text, nullable=False),
        Column("events", JSON, nullable=False), Column("active", Boolean, nullable=False),
        Column("created_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "outbox", _serial(), Column("target", String(36), nullable=False), Column("event", String(40), nullable=False),
        Column("payload", JSON, nullable=False), Column("created_at", _MOMENT, nullable=False),
        Column("due_at", _MOMENT, nullable=False, index=True), Column("tries", Integer, nullable=False),
        Column("sent_at", _MOMENT), Column("problem", Text),
    )


def downgrade() -> None:
    for name in _TABLES:
        op.drop_table(name)
    for table, names in {
        "tokens": ("person_id", "scopes", "used_at"),
        "sessions": ("person_id", "kind", "assignment_id", "search_text"),
    }.items():
        for name in names:
            if name in ("person_id", "assignment_id"):
                op.drop_index(op.f(f"ix_{table}_{name}"), table_name=table)
            op.drop_column(table, name)
