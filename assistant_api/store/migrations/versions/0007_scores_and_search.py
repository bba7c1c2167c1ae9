"""The score of a session in a column of its own, and what was said before there was a search.

Revision ID: 0007
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None

_sessions = sa.table(
    "sessions",
    sa.column("id", sa.String),
    sa.column("serial", sa.Integer),
    sa.column("opening", sa.JSON),
    sa.column("closing", sa.JSON),
    sa.column("scorecard", sa.JSON),
    sa.column("search_text", sa.Text),
    sa.column("score", sa.Integer),
)
_turns = sa.table(
    "turns",
    sa.column("session_id", sa.String),
    sa.column("number", sa.Integer),
    sa.column("text", sa.Text),
    sa.column("reply", sa.JSON),
)
_AT_ONCE = 200


def upgrade() -> None:
    """Add the column, and fill it and the search text a few hundred sessions at a time."""
    op.add_column("sessions", sa.Column("score", sa.Integer))
    op.create_index(op.f("ix_sessions_score"), "sessions", ["score"])
    connection, after = op.get_bind(), 0
    some = sa.select(_sessions).order_by(_sessions.c.serial).limit(_AT_ONCE)
    while rows := connection.execute(some.where(_sessions.c.serial > after)).all():
        after = rows[-1].serial
        said = {row.id: list(_lines(row.opening)) for row in rows}
        turns = sa.select(_turns).where(_turns.c.session_id.in_(list(said))).order_by(_turns.c.number)
        for turn in connection.execute(turns):
            if turn.reply:
                said[turn.session_id] += [turn.text, *_lines(turn.reply)]
        for row in rows:
            texts = [*said[row.id], *_lines(row.closing)]
            text = "".join(f"{' '.join(one.lower().split())}\n" for one in texts)
            score = row.scorecard["score"] if row.scorecard else None
            one = sa.update(_sessions).where(_sessions.c.serial == row.serial)
            connection.execute(one.values(search_text=text, score=score))


def downgrade() -> None:
    """Remove the column; the search text had its column before."""
    op.drop_index(op.f("ix_sessions_score"), table_name="sessions")
    op.drop_column("sessions", "score")


def _lines(reply: object) -> list[str]:
    return list(reply["lines"]) if isinstance(reply, dict) else []
