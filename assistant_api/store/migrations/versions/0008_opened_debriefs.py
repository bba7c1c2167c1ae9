"""When a session's player first opened its debrief; that one is kept said so before.

Revision ID: 0008
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0006"
branch_labels = None
depends_on = None

_sessions = sa.table(
    "sessions",
    sa.column("debrief", sa.JSON),
    sa.column("ended_at", sa.DateTime(timezone=True)),
    sa.column("opened_at", sa.DateTime(timezone=True)),
)


def upgrade() -> None:
    """Add the column; when exactly they were opened is not known any more, only that it was after the end."""
    op.add_column("sessions", sa.Column("opened_at", sa.DateTime(timezone=True)))
    known = sa.update(_sessions).where(_sessions.c.debrief.is_not(None))
    op.execute(known.values(opened_at=_sessions.c.ended_at))


def downgrade() -> None:
    """Take it away."""
    op.drop_column("sessions", "opened_at")
