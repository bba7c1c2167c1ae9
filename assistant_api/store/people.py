"""People as the database knows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.engine import Connection, Row

from assistant_api.store.tables import OWNER, people, team_members

AGENT, TRAINER, ADMIN = "agent", "trainer", "admin"
ROLES = (AGENT, TRAINER, ADMIN)
"""From the least that one may do to the most."""


@dataclass(frozen=True)
class Person:
    """Somebody who practises, trains or looks after the installation.

    Attributes:
        id: A UUID, or ``OWNER``.
        name: What others call them.
        login: What they sign in with, an e-mail address in lower case; empty for the one person of single-user mode.
        role: One of ``ROLES``.
        teams: Ids of their teams.
        active: Whether they may come in.
    """

    id: str
    name: str
    login: str
    role: str
    teams: frozenset[str]
    active: bool

    @property
    def is_trainer(self) -> bool:
        """Whether they see what the members of their teams do."""
        return self.role == TRAINER

    @property
    def is_admin(self) -> bool:
        """Whether they see and may change everything."""
        return self.role == ADMIN

    def may_act_as(self, role: str) -> bool:
        """Whether their role is this one or a higher one."""
        return ROLES.index(self.role) >= ROLES.index(role)


OWNER_PERSON = Person(id=OWNER, name="You", login="", role=ADMIN, teams=frozenset(), active=True)
"""The one person of single-user mode."""


def person_of(row: Row, teams: Iterable[str]) -> Person:
    """Read one row of ``people``, with the ids of the teams."""
    return Person(row.id, row.name, row.login, row.role, frozenset(teams), row.active)


def find_person(connection: Connection, person_id: str) -> Person | None:
    """Somebody by their id; None where there is nobody of the kind."""
    row = connection.execute(select(people).where(people.c.id == person_id)).one_or_none()
    if row is None:
        return None
    theirs = select(team_members.c.team_id).where(team_members.c.person_id == person_id)
    return person_of(row, connection.execute(theirs).scalars())
