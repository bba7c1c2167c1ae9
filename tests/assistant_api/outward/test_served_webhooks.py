"""Webhooks of the product as it is served: one signed delivery of what happened, and another try after a refusal."""

import hashlib
import hmac
import json
from datetime import timedelta

import pytest
from api_client import SCENARIO, new_id
from fake_rasa import FAREWELL
from launched import launched, until
from sqlalchemy import update

from assistant_api.store.records import now
from assistant_api.store.tables import outbox


@pytest.fixture
def web(settings, database, tmp_path):
    with launched(settings, tmp_path, HEARD_SIGN_IN="0", HEARD_RECOGNISER=str(tmp_path / "missing.joblib")) as one:
        yield one


def told_of(receiver, event):
    return [one for one in receiver.received if one.headers["X-Heard-Event"] == event]


def verified(got, secret):
    """What a delivery tells, its signature checked as a receiver does, without our code."""
    signed = got.headers["X-Heard-Timestamp"].encode() + b"." + got.body
    expected = "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    assert hmac.compare_digest(got.headers["X-Heard-Signature"], expected)
    told = json.loads(got.body)
    assert got.headers["X-Heard-Delivery"] == str(told["id"])
    return told


def hooked(web, receiver):
    events = ["assignment.passed", "dispute.opened"]
    made = web.made("POST", "/webhooks", {"url": f"{receiver.url}/hook", "events": events})
    return made["webhook"]["id"], made["secret"]


def passed(web):
    """An assignment, and the session that passed it."""
    task = {"title": "A secret title", "note": "", "scenario": SCENARIO, "level": 2, "pass_mark": 0, "due_on": None}
    made = web.made("POST", "/assignments", {**task, "tries": None, "people": ["owner"], "teams": []})
    session = web.made("POST", "/sessions", {"assignment": made["id"]})["id"]
    for text in ("I am sorry. I will refund it.", FAREWELL):
        web.made("POST", f"/sessions/{session}/turns", {"turn_id": new_id(), "text": text})
    return made["id"], session


def test_passing_is_told_once_and_signed(web, receiver):
    hook, secret = hooked(web, receiver)
    assignment, session = passed(web)
    (got,) = until(lambda: told_of(receiver, "assignment.passed"))
    told = verified(got, secret)
    assert told["event"] == "assignment.passed"
    assert {name: told["data"][name] for name in ("assignment", "session", "pass_mark")} == {
        "assignment": assignment,
        "session": session,
        "pass_mark": 0,
    }
    assert b"secret" not in got.body and b"sorry" not in got.body
    for path in (f"/sessions/{session}", f"/assignments/{assignment}", "/assignments", f"/review/sessions/{session}"):
        web.made("GET", path)
    # Whatever would still have come of it comes before what is put in after it.
    web.made("POST", f"/review/sessions/{session}/dispute", {"reason": "A private reason."})
    (dispute,) = until(lambda: told_of(receiver, "dispute.opened"))
    assert verified(dispute, secret)["data"]["session"] == session and b"private" not in dispute.body
    assert len(told_of(receiver, "assignment.passed")) == 1
    lines = until(
        lambda: (
            (found := web.made("GET", f"/webhooks/{hook}/deliveries")["deliveries"])
            and all(one["status"] == "sent" for one in found)
            and found
        )
    )
    assert sorted((one["event"], one["tries"]) for one in lines) == [("assignment.passed", 1), ("dispute.opened", 1)]


def test_what_is_refused_is_tried_again_without_anybody_asking(web, receiver, database):
    hook, secret = hooked(web, receiver)
    receiver.answers = [500]
    passed(web)

    def line(status):
        (found,) = web.made("GET", f"/webhooks/{hook}/deliveries")["deliveries"] or [None]
        return found and found["status"] == status and found["problem" if status == "waiting" else "sent_at"] and found

    waiting = until(lambda: line("waiting"))
    assert (waiting["tries"], waiting["problem"]) == (1, "It answered 500.")
    # As if the first wait were over: the thread that sends looks for it by itself.
    with database.writing() as connection:
        connection.execute(update(outbox).values(due_at=now() - timedelta(seconds=1)))
    assert until(lambda: line("sent"))["tries"] == 2
    first, second = told_of(receiver, "assignment.passed")
    assert verified(first, secret) == verified(second, secret)
