"""Sessions with what they came to, a row each, for files: one query, however many they are."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.engine import Row
from sqlalchemy.sql import Select

from assistant_api.store.database import Database
from assistant_api.store.people_errors import NoSuchPerson, NoSuchTeam
from assistant_api.store.records import Json, in_utc
from assistant_api.store.review_list import Wanted, fitting_conditions
from assistant_api.store.search import Question
from assistant_api.store.tables import OWNER, people, results, sessions, teams
from assistant_api.store.told import Onlooker
from coaching.errors import CoachError
from coaching.moves import STEPS

MOST = 20_000
"""Sessions of one file."""
_RESULT = ("face", "recommend", "anger", "satisfaction", "first_response_seconds", "seconds", "replies", *STEPS)
_SESSION = ("id", "kind", "person_id", "blind", "started_at", "ended_at", "score")


class TooManySessions(CoachError):
    """More sessions than one file holds."""

    def __init__(self, found: str) -> None:
        """Say how to have fewer."""
        super().__init__(f"There are {found} sessions; one file holds {MOST}. Narrow it with date_from and date_to.")


def exported_sessions(database: Database, viewer: Onlooker, seen: Select | None, wanted: Wanted) -> list[Json]:
    """The ended sessions that fit, the oldest first; see ``exporting.tables`` for what a row holds.

    Args:
        database: Where they are.
        viewer: Who wants them; of what they may not see yet how it went, that is left out.
        seen: Whose sessions they may read; None for everybody's.
        wanted: Which; its order counts for nothing.

    Raises:
        TooManySessions: There are more than ``MOST``.
        DatabaseUnavailable: The database cannot be used.
    """
    fitting = fitting_conditions(viewer, seen, wanted, Question.read(wanted.words))
    rows = (
        select(
            *(sessions.c[name] for name in _SESSION),
            sessions.c.scenario_id.label("scenario"),
            sessions.c.scenario_title.label("title"),
            sessions.c.persona_name.label("customer"),
            sessions.c.level,
            sessions.c.forked_turn,
            sessions.c.assignment_id.label("assignment"),
            sessions.c.ending["kind"].as_string().label("ending_kind"),
            people.c.name.label("person"),
            results.c.mistakes,
            viewer.sees().label("told"),
            *(results.c[name].label(f"result_{name}") for name in _RESULT),
        )
        .select_from(sessions)
        .outerjoin(results, results.c.session_id == sessions.c.id)
        .outerjoin(people, people.c.id == sessions.c.person_id)
        .where(*fitting, sessions.c.ended_at.is_not(None))
        .order_by(sessions.c.serial)
        .limit(MOST + 1)
    )
    with database.reading() as connection:
        found = connection.execute(rows).all()
    if len(found) > MOST:
        raise TooManySessions(f"more than {MOST}")
    return [_row(row, viewer) for row in found]


def name_of_person(database: Database, person_id: str) -> str:
    """What somebody is called.

    Raises:
        NoSuchPerson: There is nobody of the kind.
    """
    with database.reading() as connection:
        name = connection.execute(select(people.c.name).where(people.c.id == person_id)).scalar_one_or_none()
    if name is None and person_id != OWNER:
        raise NoSuchPerson
    return name or "owner"


def name_of_team(database: Database, team_id: str) -> str:
    """What a team is called.

    Raises:
        NoSuchTeam: There is none of the kind.
    """
    with database.reading() as connection:
        name = connection.execute(select(teams.c.name).where(teams.c.id == team_id)).scalar_one_or_none()
    if name is None:
        raise NoSuchTeam
    return str(name)


def _row(row: Row, viewer: Onlooker) -> Json:
    practised, ended_at = row.kind == "practice", in_utc(row.ended_at)
    return {
        **{name: row._mapping[name] for name in (*_SESSION, "scenario", "title", "customer", "assignment", "person")},
        **{name: row._mapping[f"result_{name}"] if row.told else None for name in _RESULT},
        "person": row.person if row.person is not None else "You" if row.person_id == OWNER else "",
        "level": row.level if practised else None,
        "rewind": row.forked_turn is not None,
        "score": row.score if row.told else None,
        "started_at": in_utc(row.started_at),
        "ended_at": ended_at,
        "ending": row.ending_kind if row.told else None,
        "mistakes": (row.mistakes or {}) if row.told else {},
        "held_until": None if row.told else viewer.sees_from(ended_at),
    }
