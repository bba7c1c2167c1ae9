"""Teams in the database."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from assistant_api.store.database import Database, one_at_a_time
from assistant_api.store.people_errors import NoSuchTeam, TeamTaken
from assistant_api.store.records import now
from assistant_api.store.tables import team_members, teams


@dataclass(frozen=True)
class Team:
    """A team, with how many people are in it."""

    id: str
    name: str
    members: int


class Teams:
    """Reads and changes; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def listed(self, ids: Collection[str] | None = None) -> list[Team]:
        """These teams, or all, by name."""
        count = func.count(team_members.c.person_id)
        wanted = select(teams.c.id, teams.c.name, count).outerjoin(team_members).group_by(teams.c.id, teams.c.name)
        if ids is not None:
            wanted = wanted.where(teams.c.id.in_(sorted(ids)))
        with self._database.reading() as connection:
            return sorted((Team(*row) for row in connection.execute(wanted)), key=lambda team: team.name.lower())

    def add(self, name: str) -> Team:
        """Make a team.

        Raises:
            TeamTaken: There is one of this name.
        """
        new = str(uuid4())
        with self._database.writing() as connection:
            _require_free(connection, name, new)
            connection.execute(insert(teams).values(id=new, name=name, created_at=now()))
        return Team(new, name, 0)

    def rename(self, team_id: str, name: str) -> None:
        """Have a team called so.

        Raises:
            NoSuchTeam: There is none of the kind.
            TeamTaken: There is another one of this name.
        """
        with self._database.writing() as connection:
            _require_free(connection, name, team_id)
            if connection.execute(update(teams).where(teams.c.id == team_id).values(name=name)).rowcount != 1:
                raise NoSuchTeam

    def remove(self, team_id: str) -> None:
        """Dissolve a team; its people stay.

        Raises:
            NoSuchTeam: There is none of the kind.
        """
        with self._database.writing() as connection:
            if connection.execute(delete(teams).where(teams.c.id == team_id)).rowcount != 1:
                raise NoSuchTeam


def _require_free(connection: Connection, name: str, team_id: str) -> None:
    one_at_a_time(connection, "teams")
    # Here, not in the database: SQLite knows only the small letters of ASCII.
    others = connection.execute(select(teams.c.name).where(teams.c.id != team_id)).scalars()
    if name.casefold() in {other.casefold() for other in others}:
        raise TeamTaken
