"""Whose figures somebody may see, and what of them is still the trainee's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.sql import Select

from assistant_api.assigning.rules import told_before
from assistant_api.people import OWNER_PERSON, Person, audit, may_see
from assistant_api.refused import RoleTooLow
from assistant_api.services import services
from assistant_api.store.audit import READ
from assistant_api.store.people import AGENT
from assistant_api.store.people_errors import NoSuchPerson, NoSuchTeam
from assistant_api.store.tables import people, team_members, teams

ME, PERSON, TEAM, EVERYBODY = "me", "person", "team", "everybody"


@dataclass(frozen=True)
class Whose:
    """Somebody, a team, or everybody.

    Attributes:
        kind: me, person, team or everybody.
        id: The person's or the team's; empty for everybody.
        name: What to call them.
        people: Whose sessions are counted; None for everybody's.
        told: See ``store.figures.Asked``.
    """

    kind: str
    id: str
    name: str
    people: Select | tuple[str, ...] | None
    told: datetime | None


def whose(viewer: Person, moment: datetime, *, person: str | None, team: str | None, everybody: bool) -> Whose:
    """Whose figures are asked for; noting it where they are somebody else's.

    Args:
        viewer: Who asks.
        moment: Now (UTC).
        person: A person's id.
        team: A team's id.
        everybody: Whether everybody's are.

    Raises:
        NoSuchPerson: There is nobody of the kind, or not for this viewer.
        NoSuchTeam: There is no such team, or not for this viewer.
        RoleTooLow: Everybody's are for admins.
    """
    if person is not None and person != viewer.id:
        name = _name_of_person(viewer, person)
        audit(READ, "person", person, {"what": "insight"})
        return Whose(PERSON, person, name, (person,), told_before(moment))
    if team is not None:
        name = _name_of_team(viewer, team)
        audit(READ, "team", team, {"what": "insight"})
        return Whose(TEAM, team, name, _agents_of(team), told_before(moment))
    if everybody:
        if not viewer.is_admin:
            raise RoleTooLow
        audit(READ, "everybody", "", {"what": "insight"})
        return Whose(EVERYBODY, "", "Everybody", None, told_before(moment))
    return Whose(ME, viewer.id, viewer.name, (viewer.id,), None)


def _name_of_person(viewer: Person, person_id: str) -> str:
    if not may_see(viewer, person_id):
        raise NoSuchPerson
    with services().database.reading() as connection:
        name: str | None = connection.execute(
            select(people.c.name).where(people.c.id == person_id)
        ).scalar_one_or_none()
    if name is None and person_id == OWNER_PERSON.id:
        # Whose sessions are those of before there were people.
        return "The owner"
    if name is None:
        raise NoSuchPerson
    return name


def _name_of_team(viewer: Person, team_id: str) -> str:
    trains = viewer.is_trainer and team_id in viewer.teams
    if not (trains or viewer.is_admin):
        raise NoSuchTeam
    with services().database.reading() as connection:
        name: str | None = connection.execute(select(teams.c.name).where(teams.c.id == team_id)).scalar_one_or_none()
    if name is None:
        raise NoSuchTeam
    return name


def _agents_of(team_id: str) -> Select:
    """Trainers are in a team to train it; what they practise themselves is not the team's."""
    members = select(people.c.id).join(team_members, team_members.c.person_id == people.c.id)
    return members.where(team_members.c.team_id == team_id, people.c.role == AGENT)
