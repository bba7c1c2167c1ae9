"""Webhooks: made, signed, retried, sent once, sent again, removed; and nothing of what was said goes out."""

import hashlib
import hmac
import json
from datetime import timedelta

import pytest
from api_client import Api, assert_problem, new_id
from fake_rasa import FAREWELL
from sqlalchemy import select, update

from assistant_api.outward.signing import signature
from assistant_api.store.outbox import MOST_TRIES, Outbox
from assistant_api.store.records import now
from assistant_api.store.tables import audit, outbox

EVENTS = ["session.ended_badly", "dispute.opened", "assignment.passed"]


class Hooks(Api):
    def put(self, path, body):
        return self.client.put(f"/api/v1{path}", json=body)

    def made(self, url, events=None):
        answer = self.post("/webhooks", {"url": url, "events": events or EVENTS})
        assert answer.status_code == 201, answer.text
        return answer.json["webhook"]["id"], answer.json["secret"]

    def deliveries(self, hook):
        return self.get(f"/webhooks/{hook}/deliveries").json["deliveries"]


@pytest.fixture
def hooks(app):
    return Hooks(app)


def due_again(database):
    with database.writing() as connection:
        connection.execute(update(outbox).values(due_at=now() - timedelta(seconds=1)))


def test_the_secret_is_shown_once(hooks, database):
    hook, secret = hooks.made("https://desk.example/hook")
    listed = hooks.get("/webhooks")
    assert listed.json["webhooks"][0]["url"] == "https://desk.example/hook" and listed.json["events"] == EVENTS
    assert secret.startswith("whsec_") and len(secret) > 40 and secret not in listed.text
    changed = hooks.put(f"/webhooks/{hook}", {"url": "https://desk.example/2", "events": EVENTS[:1], "active": False})
    assert changed.json["active"] is False and secret not in changed.text
    with database.reading() as connection:
        assert secret not in repr(connection.execute(select(audit)).all())


def test_what_is_sent_is_signed(hooks, outward, receiver):
    hook, secret = hooks.made(f"{receiver.url}/hook?a=b", ["dispute.opened"])
    outward.notify("session.ended_badly", {"session": "1"})
    outward.notify("dispute.opened", {"session": "2"})
    assert outward.sender.send_due() == 1
    (got,) = receiver.received
    assert got.path == "/hook?a=b" and got.headers["X-Heard-Event"] == "dispute.opened"
    told = json.loads(got.body)
    assert told["event"] == "dispute.opened" and told["data"] == {"session": "2"} and told["at"].endswith("+00:00")
    assert got.headers["X-Heard-Delivery"] == str(told["id"])
    # As a receiver checks it, without our code.
    signed = got.headers["X-Heard-Timestamp"].encode() + b"." + got.body
    expected = "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    assert hmac.compare_digest(got.headers["X-Heard-Signature"], expected)
    assert signature(secret, int(got.headers["X-Heard-Timestamp"]), got.body + b" ") != expected
    (line,) = hooks.deliveries(hook)
    assert line["status"] == "sent" and line["sent_at"] and line["problem"] is None and line["tries"] == 1


def test_what_fails_is_tried_later_and_then_given_up(hooks, outward, receiver, database):
    hook, _ = hooks.made(receiver.url)
    outward.notify("dispute.opened", {})
    receiver.answers = [500] * MOST_TRIES
    for tries in range(1, MOST_TRIES + 1):
        assert outward.sender.send_due() == 0
        assert len(receiver.received) == tries
        (line,) = hooks.deliveries(hook)
        assert line["tries"] == tries and line["problem"] == "It answered 500."
        assert line["status"] == ("waiting" if tries < MOST_TRIES else "given_up")
        # Not at once.
        assert outward.sender.send_due() == 0 and len(receiver.received) == tries
        due_again(database)
    assert outward.sender.send_due() == 0 and len(receiver.received) == MOST_TRIES
    again = hooks.post(f"/deliveries/{line['id']}/again")
    assert again.json["status"] == "waiting" and again.json["tries"] == 0
    assert outward.sender.send_due() == 1
    assert hooks.deliveries(hook)[0]["status"] == "sent"


def test_no_redirect_is_followed(hooks, outward, receiver):
    hook, _ = hooks.made(receiver.url)
    outward.notify("dispute.opened", {})
    receiver.answers = [307]
    outward.sender.send_due()
    assert [one.path for one in receiver.received] == ["/"]
    assert "redirection" in hooks.deliveries(hook)[0]["problem"]


def test_a_server_that_is_away_is_told(hooks, outward, receiver):
    hook, _ = hooks.made("http://127.0.0.1:1/")
    outward.notify("dispute.opened", {})
    outward.sender.send_due()
    assert hooks.deliveries(hook)[0]["problem"].startswith("No answer")


def test_two_who_send_never_send_the_same(database):
    first, second = Outbox(database), Outbox(database)
    first.put("dispute.opened", [("a", {}), ("b", {})])
    taken = [first.take(), second.take(), first.take(), second.take()]
    assert [one and one.target for one in taken] == ["a", "b", None, None]


def test_one_that_was_taken_by_a_process_that_died_is_due_again(database):
    box = Outbox(database)
    box.put("dispute.opened", [("a", {})])
    assert box.take() is not None and box.take() is None
    due_again(database)
    assert box.take() is not None


def test_one_that_rests_is_told_nothing_and_removing_takes_all_along(hooks, outward, receiver):
    hook, _ = hooks.made(receiver.url)
    outward.notify("dispute.opened", {})
    hooks.put(f"/webhooks/{hook}", {"url": receiver.url, "events": EVENTS, "active": False})
    outward.notify("dispute.opened", {})
    assert len(hooks.deliveries(hook)) == 1
    assert hooks.delete(f"/webhooks/{hook}").status_code == 204
    assert outward.sender.send_due() == 0 and receiver.received == []
    assert_problem(hooks.get(f"/webhooks/{hook}/deliveries"), "not-found", 404)


def test_a_session_that_ends_badly_is_told_once_without_its_words(hooks, outward, receiver):
    hooks.made(receiver.url)
    session = hooks.start()
    for text in ("It is our secret policy.", FAREWELL):
        hooks.say(session, text)
    for _ in range(2):
        hooks.get(f"/sessions/{session['id']}")
        hooks.get(f"/sessions/{session['id']}/debrief")
    outward.sender.send_due()
    bodies = [json.loads(one.body) for one in receiver.received]
    assert [one["event"] for one in bodies] == ["session.ended_badly"]
    assert set(bodies[0]["data"]) == {
        *("session", "person", "scenario", "level", "score", "face", "recommend", "ending")
    }
    assert bodies[0]["data"]["session"] == session["id"]
    assert b"secret policy" not in receiver.received[0].body


def test_a_dispute_is_told(hooks, outward, receiver):
    hooks.made(receiver.url, ["dispute.opened"])
    session = hooks.start()
    hooks.say(session, FAREWELL)
    answer = hooks.post(f"/review/sessions/{session['id']}/dispute", {"reason": "A private reason."})
    assert answer.status_code == 201, answer.text
    outward.sender.send_due()
    (got,) = receiver.received
    told = json.loads(got.body)
    assert told["event"] == "dispute.opened" and told["data"]["session"] == session["id"]
    assert b"private" not in got.body


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "url"),
        ({"url": "https://desk.example"}, "events"),
        ({"url": "http://desk.example", "events": EVENTS}, "url"),
        ({"url": "https://10.0.0.1", "events": EVENTS}, "url"),
        ({"url": 3, "events": EVENTS}, "url"),
        ({"url": "https://desk.example", "events": []}, "events"),
        ({"url": "https://desk.example", "events": ["session.ended"]}, "events[0]"),
        ({"url": "https://desk.example", "events": "dispute.opened"}, "events"),
        ({"url": "https://desk.example\ud800", "events": EVENTS}, "url"),
        ({"url": "https://desk.example", "events": EVENTS, "secret": "x"}, "secret"),
    ],
)
def test_malformed_ones_are_told(hooks, body, field):
    problem = assert_problem(hooks.post("/webhooks", body), "validation", 422)
    assert field in [one["field"] for one in problem["errors"]]


def test_what_is_not_there_is_told(hooks):
    body = {"url": "https://desk.example", "events": EVENTS, "active": True}
    assert_problem(hooks.put(f"/webhooks/{new_id()}", body), "not-found", 404)
    assert_problem(hooks.delete("/webhooks/x"), "not-found", 404)
    for delivery in ("x", "7", "9" * 30, "-1", "²"):
        assert_problem(hooks.post(f"/deliveries/{delivery}/again"), "not-found", 404)
