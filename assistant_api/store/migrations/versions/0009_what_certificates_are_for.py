"""What a certificate was given for, as it was called then; for those of before, as it is called now.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_NEEDED = {"title": sa.Text(), "level": sa.Integer(), "pass_mark": sa.Integer()}
_KNOWN = {"scenario_title": sa.Text(), "rubric": sa.String(100)}

_certificates = sa.table(
    "certificates",
    *(sa.column(name) for name in ("code", "assignment_id", "session_id")),
    *(sa.column(name, kind) for name, kind in {**_NEEDED, **_KNOWN}.items()),
)
_assignments = sa.table("assignments", sa.column("id"), *(sa.column(name, kind) for name, kind in _NEEDED.items()))
_sessions = sa.table("sessions", sa.column("id"), sa.column("scenario_title", sa.Text), sa.column("scorecard", sa.JSON))


def upgrade() -> None:
    """Add the columns and fill them: each certificate has its assignment, and most still have their session."""
    for name, kind in {**_NEEDED, **_KNOWN}.items():
        op.add_column("certificates", sa.Column(name, kind))
    connection = op.get_bind()
    whole = (
        sa.select(
            _certificates.c.code,
            *(_assignments.c[name] for name in _NEEDED),
            _sessions.c.scenario_title,
            _sessions.c.scorecard,
        )
        .join(_assignments, _assignments.c.id == _certificates.c.assignment_id)
        .outerjoin(_sessions, _sessions.c.id == _certificates.c.session_id)
    )
    for row in connection.execute(whole).all():
        values = {name: row._mapping[name] for name in (*_NEEDED, "scenario_title")}
        values["rubric"] = (row.scorecard or {}).get("rubric", {}).get("version")
        connection.execute(sa.update(_certificates).where(_certificates.c.code == row.code).values(**values))
    with op.batch_alter_table("certificates") as table:
        for name, kind in _NEEDED.items():
            table.alter_column(name, existing_type=kind, nullable=False)


def downgrade() -> None:
    """Take them away; what a certificate says follows its assignment again."""
    for name in {**_NEEDED, **_KNOWN}:
        op.drop_column("certificates", name)
