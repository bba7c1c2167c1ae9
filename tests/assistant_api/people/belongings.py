"""Something of an agent's for each part of an address: sessions, comments, tokens … made anew whenever it is needed."""

from datetime import datetime, timezone
from itertools import count
from uuid import uuid4

from api_client import SCENARIO, new_id
from sqlalchemy import insert, update
from staff import Browser

from assistant_api.store import tables
from coaching.authoring import new_text

_NUMBERS = count(1)
NOW = datetime(2026, 11, 30, 9, tzinfo=timezone.utc)


def session(staff):
    """An ended session of Amy's."""
    made = staff.agent.post("/sessions", {"scenario": SCENARIO, "seed": 1}).json["id"]
    staff.agent.post(f"/sessions/{made}/turns", {"turn_id": new_id(), "text": "I am sorry. I will refund it."})
    staff.agent.post(f"/sessions/{made}/end", {})
    return made


def told_session(staff):
    """One whose debrief she has opened, so that her trainer may hear how it went."""
    made = session(staff)
    one = tables.sessions.c.id == made
    with staff.app.extensions["heard"].database.writing() as connection:
        connection.execute(update(tables.sessions).where(one).values(opened_at=NOW))
    return made


def token(staff):
    name = f"token {next(_NUMBERS)}"
    return staff.agent.post("/tokens", {"name": name, "scopes": ["read"]}).json["token"]["id"]


def visit(staff):
    other = Browser(staff.app)
    other.sign_in("amy@desk.example")
    return next(one["id"] for one in other.get("/account/visits").json["visits"] if one["this"])


def team(staff):
    return staff.admin.post("/teams", {"name": f"team {next(_NUMBERS)}"}).json["id"]


def link(staff):
    path = staff.admin.post(f"/people/{staff.ids['abe']}/link").json["link"]["path"]
    return path.removeprefix("/welcome/")


def scenario_file(staff):
    """One that was written here; it is put aside again where it has to be restored."""
    name = f"lamp{next(_NUMBERS)}"
    assert staff.admin.put(f"/scenario-files/{name}", {"text": new_text("A lamp"), "opened": None}).status_code == 200
    return name


def deleted_scenario_file(staff):
    name = scenario_file(staff)
    assert staff.admin.delete(f"/scenario-files/{name}").status_code == 204
    return name


def row(table, **values):
    """What makes a row of a table, in a session of Amy's where it belongs to one."""

    def make(staff):
        made = {name: value(staff) if callable(value) else value for name, value in values.items()}
        if "id" in table.c:
            made.setdefault("id", str(uuid4()))
        with staff.app.extensions["heard"].database.writing() as connection:
            serial = connection.execute(insert(table).values(**made)).inserted_primary_key[0]
        return str(made.get("id", made.get("code", serial)))

    return make


def amy(staff):
    return staff.ids["amy"]


def tess(staff):
    return staff.ids["tess"]


def lamps(staff):
    return staff.teams["lamps"]


def assignment(staff):
    """One for Amy, by her trainer."""
    values = {"title": "x", "scenario_id": SCENARIO, "level": 1, "pass_mark": 50, "note": ""}
    made = row(tables.assignments, made_by=tess, created_at=NOW, **values)(staff)
    with staff.app.extensions["heard"].database.writing() as connection:
        connection.execute(insert(tables.assignment_targets).values(assignment_id=made, person_id=amy(staff)))
    return made


def dispute(staff):
    return row(tables.disputes, session_id=session, person_id=amy, reason="x", opened_at=NOW)(staff)


OBJECTS = {
    "session_id": session,
    "token_id": token,
    "visit_id": visit,
    "team_id": team,
    "link": link,
    "filename": lambda staff: "icon.svg",
    "scenario_id": lambda staff: SCENARIO,
    "draft_id": row(
        tables.kept_drafts,
        person_id=amy,
        draft="x",
        customer="",
        channel="chat",
        score=1,
        rubric="1",
        rules=[],
        recogniser="1",
        kept_at=lambda staff: datetime.now(timezone.utc),
    ),
    "comment_id": row(
        tables.comments, session_id=session, turn=1, author_id=amy, text="x", mentions=[], created_at=NOW
    ),
    "overrule_id": row(
        tables.overrules,
        session_id=session,
        kind="label",
        turn=1,
        sentence=0,
        labels=["hear"],
        reason="x",
        made_by=tess,
        created_at=NOW,
    ),
    "dispute_id": dispute,
    "assignment_id": assignment,
    "goal_id": row(
        tables.goals,
        team_id=lambda staff: staff.teams["lamps"],
        measure="score",
        target=50,
        made_by=tess,
        created_at=NOW,
    ),
    "code": row(
        tables.certificates,
        code=lambda staff: f"HEARD-{next(_NUMBERS):08}",
        assignment_id=assignment,
        person_id=amy,
        session_id=session,
        score=80,
        passed_at=NOW,
        title="x",
        level=1,
        pass_mark=50,
    ),
    "webhook_id": row(
        tables.webhooks, url="https://hooks.example/x", secret="x" * 32, events=[], active=False, created_at=NOW
    ),
    "delivery_id": row(
        tables.outbox,
        target="xapi",
        event="session.ended_badly",
        payload={},
        created_at=NOW,
        due_at=NOW,
        tries=8,
        problem="x",
    ),
}
"""For each part of an address how to make what stands for it."""

OTHERWISE = {
    "rate": told_session,
    "get_scenario_file": scenario_file,
    "save_scenario_file": scenario_file,
    "delete_scenario_file": scenario_file,
    "restore_scenario_file": deleted_scenario_file,
}
"""Where an address means something else by it."""
