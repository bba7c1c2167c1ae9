"""What tells of a result goes out once others may see it: its player has opened the debrief, or a day has passed."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from api_client import assert_problem
from fake_rasa import FAREWELL
from signed_in import Known, seat
from sqlalchemy import insert, select, update

from assistant_api import create_app
from assistant_api.outward.store_settings import record_store
from assistant_api.store import now
from assistant_api.store.tables import assignment_targets, assignments, outbox, webhooks

CAST = {"ann": ("Ann Lee", "agent", "north"), "ada": ("Ada", "admin", None)}
EVENTS = ["session.ended_badly", "dispute.opened", "assignment.passed"]


@pytest.fixture
def cast(settings, database, receiver):
    """An installation where people sign in, that tells a record store and a webhook."""
    known = {"HEARD_XAPI_URL": f"{receiver.url}/xapi", "HEARD_XAPI_KEY": "key", "HEARD_XAPI_SECRET": "secret"}
    app = create_app(replace(settings, sign_in=True, record_store=record_store(known)))
    cast = seat(app, database, CAST, Known)
    with database.writing() as connection:
        hook = {"id": "hook", "url": receiver.url, "secret": "s", "events": EVENTS, "active": True, "created_at": now()}
        connection.execute(insert(webhooks).values(hook))
    return cast


@pytest.fixture
def badly(cast):
    """A session of Ann's that ended badly; she has not opened its debrief."""
    session = cast["ann"].start()
    for text in ("It is our policy.", FAREWELL):
        cast["ann"].say(session, text)
    return session["id"]


def sent(cast, receiver):
    cast["ann"].app.extensions["heard"].outward.sender.send_due()
    bodies = [json.loads(one.body) for one in receiver.received]
    return sorted(one["event"] if "event" in one else one["verb"]["display"]["en-GB"] for one in bodies)


def waiting(database):
    with database.reading() as connection:
        return connection.execute(select(outbox.c.serial, outbox.c.due_at, outbox.c.created_at)).all()


def test_it_waits_until_the_debrief_is_opened(cast, badly, receiver, database):
    assert (sent(cast, receiver), len(waiting(database))) == ([], 2)
    assert cast["ann"].get(f"/sessions/{badly}/debrief?glance=yes").status_code == 200
    assert sent(cast, receiver) == []
    assert cast["ann"].get(f"/sessions/{badly}/debrief").status_code == 200
    assert sent(cast, receiver) == ["completed", "session.ended_badly"]
    assert cast["ann"].get(f"/sessions/{badly}/debrief").status_code == 200
    assert len(sent(cast, receiver)) == 2


def test_or_a_day_long(cast, badly, receiver, database):
    for row in waiting(database):
        assert timedelta(hours=23, minutes=59) < row.due_at - row.created_at <= timedelta(hours=24)
    with database.writing() as connection:
        connection.execute(update(outbox).values(due_at=now()))
    assert sent(cast, receiver) == ["completed", "session.ended_badly"]


def test_admins_neither_find_it_nor_send_it_before(cast, badly, receiver, database):
    ada = cast["ada"]
    ada.client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {admin_token(ada, database)}"
    assert ada.get("/webhooks/hook/deliveries").json["deliveries"] == []
    assert ada.get("/statements").json["deliveries"] == []
    for row in waiting(database):
        assert_problem(ada.post(f"/deliveries/{row.serial}/again"), "not-found", 404)
    assert sent(cast, receiver) == []
    cast["ann"].get(f"/sessions/{badly}/debrief")
    assert len(ada.get("/webhooks/hook/deliveries").json["deliveries"]) == 1


def admin_token(ada, database):
    from assistant_api.store.tables import tokens

    with database.writing() as connection:
        connection.execute(update(tokens).values(scopes=["read", "write", "export", "admin"]))
    return ada.token


def test_other_sessions_go_on_waiting(cast, badly, receiver):
    other = cast["ann"].start()
    cast["ann"].say(other, FAREWELL)
    cast["ann"].get(f"/sessions/{other['id']}/debrief")
    assert "completed" in sent(cast, receiver)
    assert all(badly.encode() not in one.body and other["id"].encode() in one.body for one in receiver.received)


def test_a_dispute_brings_it_along(cast, badly, receiver):
    assert cast["ann"].post(f"/review/sessions/{badly}/dispute", {"reason": "I did not."}).status_code == 201
    assert sent(cast, receiver) == ["completed", "dispute.opened", "session.ended_badly"]


def test_that_something_is_passed_is_told_then_too(cast, receiver, database):
    made = {"id": "made", "title": "First", "scenario_id": "late_parcel", "level": 3, "pass_mark": 0, "note": ""}
    with database.writing() as connection:
        connection.execute(insert(assignments).values(**made, made_by="ada", created_at=now()))
        connection.execute(insert(assignment_targets).values(assignment_id="made", person_id="ann"))
    session = cast["ann"].post("/sessions", {"assignment": "made"}).json
    cast["ann"].say(session, FAREWELL)
    assert sent(cast, receiver) == []
    cast["ann"].get(f"/sessions/{session['id']}/debrief")
    assert {"assignment.passed", "passed", "completed"} <= set(sent(cast, receiver))


def test_a_comment_tells_no_result_and_goes_out_at_once(cast, badly, receiver):
    assert cast["ada"].post(f"/review/sessions/{badly}/comments", {"turn": 1, "text": "Look."}).status_code == 201
    assert sent(cast, receiver) == ["commented"]
