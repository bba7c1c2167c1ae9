"""Sessions and turns."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sessions",
        sa.Column("serial", sa.Integer, nullable=False, autoincrement=True),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("scenario_id", sa.String(100), nullable=False),
        sa.Column("scenario_title", sa.Text, nullable=False),
        sa.Column("persona_id", sa.String(100), nullable=False),
        sa.Column("persona_name", sa.Text, nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("opening", sa.JSON, nullable=False),
        sa.Column("closing", sa.JSON),
        sa.Column("ending", sa.JSON),
        sa.Column("scorecard", sa.JSON),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("claim", sa.String(36)),
        sa.Column("claimed_until", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_sessions")),
        sa.UniqueConstraint("id", name=op.f("uq_sessions_id")),
    )
    op.create_table(
        "turns",
        sa.Column("serial", sa.Integer, nullable=False, autoincrement=True),
        sa.Column("session_id", sa.String(36), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("turn_id", sa.String(36), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("sentences", sa.JSON),
        sa.Column("recogniser", sa.String(64)),
        sa.Column("reply", sa.JSON),
        sa.Column("state", sa.JSON),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_turns")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_turns_session_id"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint("session_id", "turn_id", name=op.f("uq_turns_session_id_turn_id")),
        sa.UniqueConstraint("session_id", "number", name=op.f("uq_turns_session_id_number")),
        sa.CheckConstraint("status IN ('waiting', 'answered')", name=op.f("ck_turns_status")),
    )


def downgrade() -> None:
    op.drop_table("turns")
    op.drop_table("sessions")
