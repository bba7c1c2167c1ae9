"""Sessions are listed by when they began, which a rewind and a chat that was brought in do in an order of their own.

Revision ID: 0010
Revises: 0009
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_sessions_started_at", "sessions", ["started_at"])


def downgrade() -> None:
    """Take it away."""
    op.drop_index("ix_sessions_started_at", "sessions")
