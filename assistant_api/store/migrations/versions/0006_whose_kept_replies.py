"""Whose a kept reply is; those of before belong to the one person of single-user mode.

Revision ID: 0006
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("kept_drafts", sa.Column("person_id", sa.String(36), nullable=False, server_default="owner"))
    op.create_index(op.f("ix_kept_drafts_person_id"), "kept_drafts", ["person_id"])


def downgrade() -> None:
    """Take it away."""
    op.drop_index(op.f("ix_kept_drafts_person_id"), "kept_drafts")
    op.drop_column("kept_drafts", "person_id")
