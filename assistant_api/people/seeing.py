"""Who sees whom: everybody themselves, trainers the members of their teams, admins everybody."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.sql import Select

from assistant_api.services import services
from assistant_api.store.people import Person
from assistant_api.store.tables import people, team_members


def visible_people(viewer: Person) -> Select | None:
    """The ids of those whose sessions this person may read, for ``column.in_(...)``; None for everybody's.

    Args:
        viewer: Who wants to read.
    """
    if viewer.is_admin:
        return None
    seen = people.c.id == viewer.id
    if viewer.is_trainer:
        members = select(team_members.c.person_id).where(team_members.c.team_id.in_(sorted(viewer.teams)))
        seen = or_(seen, people.c.id.in_(members))
    return select(people.c.id).where(seen)


def may_see(viewer: Person, person_id: str) -> bool:
    """Whether somebody may read what belongs to another person.

    Args:
        viewer: Who wants to read.
        person_id: Whose it is.

    Raises:
        DatabaseUnavailable: It cannot be found out.
    """
    if viewer.is_admin or viewer.id == person_id:
        return True
    if not viewer.is_trainer:
        return False
    shared = select(team_members.c.team_id).where(
        team_members.c.person_id == person_id, team_members.c.team_id.in_(sorted(viewer.teams))
    )
    with services().database.reading() as connection:
        return connection.execute(shared.limit(1)).first() is not None
