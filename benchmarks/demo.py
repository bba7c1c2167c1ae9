"""``make demo`` and ``make demo-remove``: a year of people who do not exist, marked as such, put in and taken out.

What is put in follows from ``demo.yml``, the scripts and the day alone; every id begins with ``demo-``.
"""

import argparse
import sys
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.engine import Connection

from assistant_api.services import Services
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.erasing import erase_outgoing, erase_sessions
from assistant_api.store.migrate import migrate
from assistant_api.store.tables import (
    assignment_targets,
    assignments,
    audit,
    certificates,
    comments,
    goals,
    people,
    results,
    sessions,
    team_members,
    teams,
    turns,
)
from benchmarks.demo_sessions import Agent, Player, Task
from coaching.errors import CoachError
from coaching.yamlfile import read

FILE = Path(__file__).with_name("demo.yml")
PREFIX = "demo-"
_COMMENTED = 5
"""Of so many sessions one has a trainer's comment."""


def make(database: Database, parts: Services, until: date) -> int:
    """Put the demo in, in place of one that is there.

    Args:
        database: With its tables up to date.
        parts: Of an application on this database.
        until: The last day of the year that they have behind them.

    Returns:
        How many sessions there are.
    """
    remove(database)
    plan = read(FILE).value
    with database.writing() as connection:
        agents = _put_people(connection, plan, until)
        _put_assignments(connection, plan, until)
    played = Player.load().play(agents, plan["scenarios"], _tries(plan), plan["sessions"], plan["weeks"], until)
    ids = []
    with database.writing() as connection:
        for session, said in played:
            connection.execute(insert(sessions).values(**session))
            connection.execute(insert(turns), said)
            ids.append(session["id"])
    for session_id in ids:
        # Reading an ended session scores it.
        parts.practice.records.read(session_id)
    with database.writing() as connection:
        _put_comments(connection, plan)
        # Nobody out there should hear of people who do not exist.
        erase_outgoing(connection, frozenset(ids))
    return len(ids)


def remove(database: Database) -> int:
    """Take out whatever begins with the demo's mark, and nothing else; how many sessions that were."""
    with database.writing() as connection:
        ids = list(connection.execute(select(sessions.c.id).where(_demo(sessions.c.id))).scalars())
        erase_sessions(connection, ids)
        for table, column in (
            (comments, comments.c.id),
            (certificates, certificates.c.person_id),
            (assignments, assignments.c.id),
            (goals, goals.c.id),
            (teams, teams.c.id),
            (people, people.c.id),
        ):
            connection.execute(delete(table).where(_demo(column)))
        # Somebody may have looked at them meanwhile.
        connection.execute(delete(audit).where(or_(_demo(audit.c.object_id), _demo(audit.c.person_id))))
    database.sweep()
    return len(ids)


def _demo(column: Any) -> Any:
    return column.like(f"{PREFIX}%")


def _at(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), timezone.utc)


def _put_people(connection: Connection, plan: dict[str, Any], until: date) -> list[Agent]:
    began, agents = _at(until - timedelta(weeks=plan["weeks"])), []
    for key, team in plan["teams"].items():
        team_id = f"{PREFIX}team-{key}"
        connection.execute(insert(teams).values(id=team_id, name=f"{team['name']} {plan['mark']}", created_at=began))
        told = [{"name": team["trainer"]}, *team["agents"]]
        for one in told:
            first = one["name"].split()[0].lower()
            person_id, role = f"{PREFIX}{first}", "agent" if "skill" in one else "trainer"
            known = {"id": person_id, "name": f"{one['name']} {plan['mark']}", "login": f"{first}@demo.invalid"}
            connection.execute(insert(people).values(**known, role=role, active=True, created_at=began))
            connection.execute(insert(team_members).values(team_id=team_id, person_id=person_id))
            if role == "agent":
                agents.append(Agent(person_id, key, *one["skill"]))
        goal = {"id": f"{PREFIX}goal-{key}", "team_id": team_id, "made_by": _trainer(team), "created_at": began}
        connection.execute(insert(goals).values(**goal, **team["goal"], due_on=until + timedelta(days=30)))
    return agents


def _put_assignments(connection: Connection, plan: dict[str, Any], until: date) -> None:
    for number, one in enumerate(plan["assignments"]):
        row = {
            "id": f"{PREFIX}assignment-{number}",
            "title": f"{one['title']} {plan['mark']}",
            "scenario_id": one["scenario"],
            "level": one["level"],
            "pass_mark": one["pass_mark"],
            "tries": one["tries"],
            "due_on": until + timedelta(days=one["days_left"]),
            "note": "",
            "made_by": _trainer(plan["teams"][one["team"]]),
            "created_at": _at(until - timedelta(days=60)),
        }
        connection.execute(insert(assignments).values(**row))
        target = {"assignment_id": row["id"], "team_id": f"{PREFIX}team-{one['team']}"}
        connection.execute(insert(assignment_targets).values(**target))


def _tries(plan: dict[str, Any]) -> dict[str, Task]:
    """Each team's assignment, which its agents try last."""
    return {
        one["team"]: Task(f"{PREFIX}assignment-{number}", one["scenario"], one["level"])
        for number, one in enumerate(plan["assignments"])
    }


def _put_comments(connection: Connection, plan: dict[str, Any]) -> None:
    trainers = {
        f"{PREFIX}{agent['name'].split()[0].lower()}": _trainer(team)
        for team in plan["teams"].values()
        for agent in team["agents"]
    }
    ended = select(results.c.session_id, results.c.person_id, results.c.score, results.c.ended_at)
    rows = connection.execute(ended.where(_demo(results.c.session_id)).order_by(results.c.session_id)).all()
    for number, row in enumerate(rows[::_COMMENTED]):
        texts = plan["comments"]["good" if row.score >= 60 else "weak"]
        comment = {"id": f"{PREFIX}comment-{number}", "session_id": row.session_id, "turn": 1, "sentence": 0}
        by = {"author_id": trainers[row.person_id], "mentions": [], "created_at": row.ended_at + timedelta(hours=20)}
        connection.execute(insert(comments).values(**comment, **by, text=texts[number % len(texts)]))
    seen = update(people).where(_demo(people.c.id), people.c.seen_at.is_(None))
    if rows:
        connection.execute(seen.values(seen_at=max(row.ended_at for row in rows)))


def _trainer(team: dict[str, Any]) -> str:
    return f"{PREFIX}{team['trainer'].split()[0].lower()}"


def main() -> int:
    """Put in or take out; 2 with a message where that cannot be done."""
    parser = argparse.ArgumentParser(prog="make demo", description="Put people who do not exist in, or take them out.")
    parser.add_argument("--remove", action="store_true", help="take them out")
    parser.add_argument(
        "--until", type=date.fromisoformat, default=date.today() - timedelta(days=1), help="last day (yesterday)"
    )
    asked = parser.parse_args()
    try:
        settings = Settings.from_environment()
        database = Database(settings.database_url, settings.database_timeout)
        migrate(database)
        if asked.remove:
            print(f"The demo is taken out, with {remove(database)} sessions.")
        else:
            count = make(database, Services.make(settings), asked.until)
            print(f"The demo is in, with {count} sessions; `make demo-remove` takes it out again.")
    except CoachError as error:
        print(f"make demo: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
