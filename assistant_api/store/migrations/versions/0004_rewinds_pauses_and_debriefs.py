"""Levels, blind sessions, hints, rewinds, pauses, time-outs and debriefs."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Until now a session was played at its scenario's difficulty; these are the scenarios whose was not 3.
_LEVELS = {
    "abandoned_payment": 1,
    "misdirected_advert": 1,
    "confusing_website": 2,
    "invoice_error": 2,
    "data_breach": 4,
    "return_refused": 4,
    "warranty_claim": 4,
    "failing_courier": 5,
    "payment_outage": 5,
}
_NEW = ("level", "blind", "hints", "hints_taken", "parent_id", "forked_turn", "debrief")
_TIMES = ("touched_at", "paused_at", "paused_seconds")


def upgrade() -> None:
    # Column by column: SQLite would else make the table anew, and with the old one every turn would go.
    moment = sa.DateTime(timezone=True)
    for column in (
        sa.Column("level", sa.Integer, nullable=False, server_default="3"),
        sa.Column("blind", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("hints", sa.String(12), nullable=False, server_default="on_request"),
        sa.Column("hints_taken", sa.JSON, nullable=False, server_default="[]"),
        sa.Column("parent_id", sa.String(36)),
        sa.Column("forked_turn", sa.Integer),
        sa.Column("debrief", sa.JSON),
        sa.Column("touched_at", moment, nullable=False, server_default="1970-01-01 00:00:00"),
        sa.Column("paused_at", moment),
        sa.Column("paused_seconds", sa.Float, nullable=False, server_default="0"),
    ):
        op.add_column("sessions", column)
    op.add_column("turns", sa.Column("paused_seconds", sa.Float, nullable=False, server_default="0"))
    op.create_index(op.f("ix_sessions_parent_id"), "sessions", ["parent_id"])
    for scenario, level in _LEVELS.items():
        op.execute(sa.text("UPDATE sessions SET level = :level WHERE scenario_id = :scenario").bindparams(
            level=level, scenario=scenario
        ))
    op.execute(
        "UPDATE sessions SET touched_at = COALESCE("
        "(SELECT MAX(turns.asked_at) FROM turns WHERE turns.session_id = sessions.id), started_at)"
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_sessions_parent_id"), table_name="sessions")
    op.drop_column("turns", "paused_seconds")
    for name in (*_NEW, *_TIMES):
        op.drop_column("sessions", name)
