"""Goals of teams in the database, and how far the teams are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Float, case, cast, delete, func, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.sql import Select

from assistant_api.store.database import Database
from assistant_api.store.figures import mean_of
from assistant_api.store.people import AGENT
from assistant_api.store.records import Json, in_utc, now
from assistant_api.store.tables import goals, people, results, sessions, team_members, teams
from assistant_api.store.told import is_told
from coaching.errors import CoachError

SCORE, SATISFACTION, RECOMMEND, SESSIONS, MISTAKES = MEASURES = (
    "score",
    "satisfaction",
    "recommend",
    "sessions",
    "mistakes",
)
LISTED = 100


class NoSuchGoal(CoachError):
    """There is no goal with this id, or not for whoever asks."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no goal with this id.")


@dataclass(frozen=True)
class Goal:
    """What a team wants to reach.

    Attributes:
        id: A UUID.
        team_id: Whose it is, with the ``team_name``.
        measure: One of ``MEASURES``.
        target: What to reach; for mistakes, to stay under.
        due_on: The last day; None for no such day.
        created_at: When it was set (UTC).
        met_at: When it was first seen to be met (UTC); None until then.
    """

    id: str
    team_id: str
    team_name: str
    measure: str
    target: float
    due_on: date | None
    created_at: datetime
    met_at: datetime | None


@dataclass(frozen=True)
class TeamFigures:
    """What the agents of a team did in the days that count.

    Attributes:
        members: How many agents it has.
        sessions: How many sessions of theirs ended and are told.
        values: For each measure its mean; None where there is nothing to take a mean of.
    """

    members: int
    sessions: int
    values: dict[str, float | None]


class Goals:
    """Reads and writes; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(self, values: Json) -> None:
        """Keep a new one; the values are those of the columns."""
        with self._database.writing() as connection:
            connection.execute(insert(goals).values(**values, created_at=now()))

    def remove(self, goal_id: str) -> None:
        """Take a goal away."""
        with self._database.writing() as connection:
            connection.execute(delete(goals).where(goals.c.id == goal_id))

    def get(self, goal_id: str) -> Goal:
        """One of them.

        Raises:
            NoSuchGoal: There is none.
        """
        found = self._listed(goals.c.id == goal_id)
        if not found:
            raise NoSuchGoal
        return found[0]

    def listed(self, team_ids: Collection[str] | None) -> list[Goal]:
        """Those of these teams (None: all), the newest first."""
        return self._listed(*([] if team_ids is None else [goals.c.team_id.in_(sorted(team_ids))]))

    def meet(self, ids: Collection[str], moment: datetime) -> None:
        """Date these as met, unless they are already."""
        with self._database.writing() as connection:
            connection.execute(update(goals).where(goals.c.id.in_(ids), goals.c.met_at.is_(None)).values(met_at=moment))

    def figures(
        self, team_ids: Collection[str], since: datetime, told_before: datetime, *, mistakes: bool
    ) -> dict[str, TeamFigures]:
        """What the agents of these teams did.

        Args:
            team_ids: Which teams.
            since: Sessions that ended before do not count.
            told_before: Nor those that ended after this and whose debrief was not opened.
            mistakes: Whether mistakes are wanted, for which every session's row has to be read.
        """
        agents = _agents(team_ids)
        of_team = (
            select(agents.c.team_id)
            .join(results, results.c.person_id == agents.c.person_id)
            .join(sessions, sessions.c.id == results.c.session_id)
            .where(
                results.c.ended_at >= since,
                sessions.c.forked_turn.is_(None),
                is_told(told_before),
            )
        )
        satisfied = func.avg(case((results.c.face == "good", 100.0), else_=0.0))
        means = of_team.add_columns(
            func.count().label("sessions"),
            func.avg(cast(results.c.score, Float)).label(SCORE),
            satisfied.label(SATISFACTION),
            func.avg(cast(results.c.recommend, Float)).label(RECOMMEND),
        ).group_by(agents.c.team_id)
        counted = select(agents.c.team_id, func.count().label("members")).group_by(agents.c.team_id)
        with self._database.reading() as connection:
            members = {row.team_id: row.members for row in connection.execute(counted)}
            found = {row.team_id: row for row in connection.execute(means)}
            made: dict[str, int] = {}
            if mistakes:
                for row in connection.execute(of_team.add_columns(results.c.mistakes)):
                    made[row.team_id] = made.get(row.team_id, 0) + sum(row.mistakes.values())
        return {one: _figures(members.get(one, 0), found.get(one), made.get(one, 0)) for one in team_ids}

    def _listed(self, *conditions: object) -> list[Goal]:
        wanted = (
            select(goals, teams.c.name.label("team_name"))
            .join(teams, teams.c.id == goals.c.team_id)
            .where(*conditions)
            .order_by(goals.c.created_at.desc(), goals.c.id)
            .limit(LISTED)
        )
        with self._database.reading() as connection:
            return [_goal(row) for row in connection.execute(wanted)]


def _agents(team_ids: Collection[str]) -> Select:
    return (
        select(team_members.c.team_id, team_members.c.person_id)
        .join(people, people.c.id == team_members.c.person_id)
        .where(people.c.role == AGENT, people.c.active, team_members.c.team_id.in_(sorted(team_ids)))
        .subquery()
    )


def _figures(members: int, row: Row | None, mistakes: int) -> TeamFigures:
    count = row.sessions if row else 0
    values: dict[str, float | None] = {SESSIONS: count / members if members else None}
    for measure in (SCORE, SATISFACTION, RECOMMEND):
        values[measure] = mean_of(row._mapping[measure]) if row else None
    values[MISTAKES] = mistakes / count if count else None
    return TeamFigures(members, count, values)


def _goal(row: Row) -> Goal:
    values = {name: row._mapping[name] for name in Goal.__dataclass_fields__}
    met = None if row.met_at is None else in_utc(row.met_at)
    return Goal(**{**values, "created_at": in_utc(row.created_at), "met_at": met})
