"""Statements for a record store: what they say, that nobody's words are in them, and how they are sent."""

import base64
import json
import re
from datetime import datetime, timezone

import pytest
from fake_rasa import FAREWELL
from sqlalchemy import select

from assistant_api.outward.statements import duration
from assistant_api.store.tables import outbox

VERBS = "http://adlnet.gov/expapi/verbs/"


@pytest.fixture
def played(told):
    session = told.start(seed=3)
    for text in ("I am sorry about the secret lamp.", FAREWELL):
        assert told.say(session, text).status_code == 200
    return session


def send(told):
    return told.app.extensions["heard"].outward.sender.send_due()


def test_a_session_that_ends_is_completed(told, played, receiver):
    assert send(told) == 1
    (got,) = receiver.received
    assert got.path == "/xapi/statements"
    assert got.headers["X-Experience-API-Version"] == "1.0.3"
    assert got.headers["Authorization"] == "Basic " + base64.b64encode(b"key:secret").decode()
    statement = json.loads(got.body)
    assert statement["actor"]["account"]["name"] == "owner" and "mbox" not in statement["actor"]
    assert statement["verb"]["id"] == VERBS + "completed"
    assert statement["object"]["id"].endswith("/scenarios/late_parcel")
    score = told.get(f"/sessions/{played['id']}").json["scorecard"]["score"]
    assert statement["result"]["score"] == {"scaled": score / 100, "raw": score, "min": 0, "max": 100}
    assert isinstance(statement["result"]["success"], bool) and statement["result"]["completion"] is True
    assert re.fullmatch(r"PT\d+\.\d\dS", statement["result"]["duration"])
    known = {name.rsplit("/", 1)[1]: value for name, value in statement["context"]["extensions"].items()}
    assert known["level"] == played["level"]["number"] and known["rubric"] and known["session"] == played["id"]
    assert datetime.fromisoformat(statement["timestamp"]).tzinfo == timezone.utc
    assert b"secret lamp" not in got.body and b"sorry" not in got.body


def test_it_is_stated_once_however_often_it_is_read(told, played, receiver):
    for _ in range(2):
        told.get(f"/sessions/{played['id']}")
        told.get("/progress")
    assert (send(told), send(told), len(receiver.received)) == (1, 0, 1)


def test_one_that_the_store_has_already_has_arrived(told, played, receiver):
    receiver.answers = [409]
    assert send(told) == 1


def test_a_store_that_refuses_is_told_to_admins(told, played, receiver):
    receiver.answers = [401]
    assert send(told) == 0
    (line,) = told.get("/statements").json["deliveries"]
    assert line["status"] == "waiting" and line["problem"] == "It answered 401." and line["event"] == "completed"
    assert told.get("/webhooks").json["statements"] is True


def test_a_comment_is_stated_without_its_words(told, played, receiver):
    send(told)
    answer = told.post(f"/review/sessions/{played['id']}/comments", {"turn": 1, "text": "Well hidden."})
    assert answer.status_code == 201, answer.text
    send(told)
    statement = json.loads(receiver.received[-1].body)
    assert statement["verb"]["id"] == VERBS + "commented" and "result" not in statement
    assert b"hidden" not in receiver.received[-1].body


def test_without_a_store_nothing_is_kept_for_one(api, database):
    session = api.start()
    api.say(session, FAREWELL)
    with database.reading() as connection:
        assert connection.execute(select(outbox)).all() == []


@pytest.mark.parametrize(("seconds", "text"), [(0, "PT0.00S"), (61.239, "PT61.24S"), (-3, "PT0.00S")])
def test_durations(seconds, text):
    assert duration(seconds) == text
