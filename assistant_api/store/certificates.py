"""Certificates in the database: written when somebody passes an assignment, once."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.engine import Row
from sqlalchemy.sql import Select

from assistant_api.store.database import Database
from assistant_api.store.records import in_utc
from assistant_api.store.tables import assignments, certificates, people, sessions
from coaching.errors import CoachError

_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without those that are read for one another on paper."""
_GROUPS, _SIZE = 3, 4
_OF_ASSIGNMENT = ("title", "level", "pass_mark")


class NoSuchCertificate(CoachError):
    """No certificate has this code, or not for whoever asks."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("No certificate of this installation has this code. Compare it sign by sign with the paper.")


@dataclass(frozen=True)
class Certificate:
    """That somebody passed an assignment, as it was then, whatever is renamed or erased later.

    Attributes:
        code: What it is known by on paper.
        assignment_id: What was passed, with the ``title``, ``level`` and ``pass_mark`` that it had.
        scenario_id: What it had them play.
        person_id: Who passed it, with their ``person_name`` as it is now.
        session_id: The try that passed; it may be erased by now.
        scenario_title: What was played, as it was called; None where the session was erased before this was kept.
        rubric: By what it was scored; likewise.
        score: What it scored when it passed.
        passed_at: When it ended (UTC).
    """

    code: str
    assignment_id: str
    title: str
    scenario_id: str
    level: int
    pass_mark: int
    person_id: str
    person_name: str
    session_id: str
    scenario_title: str | None
    rubric: str | None
    score: int
    passed_at: datetime


class Certificates:
    """Reads and writes; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def award(self, assignment_id: str) -> list[str]:
        """Write one for everybody who has passed this assignment and has none; their codes.

        The first try that ended with the pass mark counts. What a trainer overrules later takes none away.
        """
        one = assignments.c.id == assignment_id
        held = select(certificates.c.person_id).where(certificates.c.assignment_id == assignment_id)
        passed = (
            select(
                sessions.c.id,
                sessions.c.person_id,
                sessions.c.score,
                sessions.c.ended_at,
                sessions.c.scenario_title,
                sessions.c.scorecard[("rubric", "version")].as_string().label("rubric"),
                *(assignments.c[name] for name in _OF_ASSIGNMENT),
            )
            .join(assignments, assignments.c.id == sessions.c.assignment_id)
            .join(people, people.c.id == sessions.c.person_id)
            .where(
                one,
                sessions.c.forked_turn.is_(None),
                sessions.c.ended_at.is_not(None),
                sessions.c.score >= assignments.c.pass_mark,
                sessions.c.person_id.not_in(held),
            )
            .order_by(sessions.c.ended_at, sessions.c.serial)
        )
        with self._database.writing() as connection:
            # Locked where the database can, so that two who end their sessions at once do not both write it.
            connection.execute(select(assignments.c.id).where(one).with_for_update())
            first: dict[str, Row] = {}
            for row in connection.execute(passed):
                first.setdefault(row.person_id, row)
            rows = [
                {
                    "code": _code(),
                    "assignment_id": assignment_id,
                    "person_id": person_id,
                    "session_id": row.id,
                    "score": row.score,
                    "passed_at": in_utc(row.ended_at),
                    **{name: row._mapping[name] for name in (*_OF_ASSIGNMENT, "scenario_title", "rubric")},
                }
                for person_id, row in first.items()
            ]
            if rows:
                connection.execute(insert(certificates), rows)
        return [str(row["code"]) for row in rows]

    def get(self, code: str) -> Certificate:
        """The certificate with this code.

        Raises:
            NoSuchCertificate: There is none.
        """
        with self._database.reading() as connection:
            row = connection.execute(_whole().where(certificates.c.code == code)).one_or_none()
        if row is None:
            raise NoSuchCertificate
        return _certificate(row)

    def of(self, ids: Iterable[str]) -> dict[tuple[str, str], Certificate]:
        """Those of these assignments, by assignment and person."""
        wanted = _whole().where(certificates.c.assignment_id.in_(list(ids)))
        with self._database.reading() as connection:
            return {(row.assignment_id, row.person_id): _certificate(row) for row in connection.execute(wanted)}


def _whole() -> Select:
    return (
        select(certificates, assignments.c.scenario_id, people.c.name.label("person_name"))
        .join(assignments, assignments.c.id == certificates.c.assignment_id)
        .join(people, people.c.id == certificates.c.person_id)
    )


def _certificate(row: Row) -> Certificate:
    values = {name: row._mapping[name] for name in Certificate.__dataclass_fields__}
    return Certificate(**{**values, "passed_at": in_utc(row.passed_at)})


def _code() -> str:
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(_SIZE)) for _ in range(_GROUPS))
