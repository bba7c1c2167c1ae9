"""Finished replies that a team chose to keep."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept_drafts",
        sa.Column("serial", sa.Integer, nullable=False, autoincrement=True),
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("customer", sa.Text, nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("rubric", sa.String(64), nullable=False),
        sa.Column("rules", sa.JSON, nullable=False),
        sa.Column("recogniser", sa.String(64), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_kept_drafts")),
        sa.UniqueConstraint("id", name=op.f("uq_kept_drafts_id")),
    )
    op.create_index(op.f("ix_kept_drafts_kept_at"), "kept_drafts", ["kept_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_kept_drafts_kept_at"), table_name="kept_drafts")
    op.drop_table("kept_drafts")
