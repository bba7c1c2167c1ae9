"""A database of revision 0003 with sessions in it: brought up to date, nothing of them is lost, and all can be read."""

import json
import sqlite3

import pytest
from api_client import Api, assert_problem, new_id

from assistant_api import create_app
from assistant_api.store import Database
from assistant_api.store.migrate import go_back, migrate

MOOD = {"anger": 0.8, "satisfaction": 0.1, "band": "angry"}
REPLY = {"lines": ["Hm."], "mood": MOOD, "changes": [], "ending": None}
STATE = {"turn": 0, "scenario": "late_parcel", "persona": "furious", "seed": 1}
ENDING = {"kind": "grudging", "title": "A grudging yes", "text": "They took it."}
OLD = {
    "ended": ("payment_outage", json.dumps(ENDING), "2026-01-02 11:00:00.000000"),
    "open": ("late_parcel", None, None),
}
CARD = {
    "score": 41,
    "steps": {
        step: {"done": False, "points": 0.0, "of": 20.0, "evidence": []}
        for step in ("hear", "empathize", "apologize", "resolve", "diagnose")
    },
    "mistakes": [],
    "points": [],
    "rubric": {"id": "session", "version": "1.0-abc", "formula": "In words."},
}


@pytest.fixture
def api(settings, tmp_path):
    database = Database(settings.database_url, settings.database_timeout)
    migrate(database)
    go_back(database, "0003")
    with sqlite3.connect(tmp_path / "heard.sqlite3") as old:
        for name, (scenario, ending, ended_at) in OLD.items():
            row = (name, scenario, "Title", "furious", "Name", 1, json.dumps({**REPLY, "state": STATE}))
            row += (ending, json.dumps(CARD) if ending else None, "2026-01-02 10:00:00.000000", ended_at)
            old.execute(
                "INSERT INTO sessions (id, scenario_id, scenario_title, persona_id, persona_name, seed, opening, "
                "ending, scorecard, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            turn = (name, 1, new_id(), "answered", "I am sorry.", "[]", "abc", json.dumps(REPLY))
            turn += (json.dumps({**STATE, "turn": 1}), "2026-01-02 10:30:00.000000", "2026-01-02 10:30:01.000000")
            old.execute(
                "INSERT INTO turns (session_id, number, turn_id, status, text, sentences, recogniser, reply, state, "
                "asked_at, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                turn,
            )
    old.close()
    migrate(database)
    return Api(create_app(settings))


def test_no_turn_is_lost_and_levels_are_what_was_played(api):
    ended = api.get("/sessions/ended").json
    assert [turn["agent"]["text"] for turn in ended["turns"]] == ["I am sorry."]
    assert (ended["level"]["number"], api.get("/sessions/open").json["level"]["number"]) == (5, 3)
    assert (ended["blind"], ended["hints"], ended["hints_taken"], ended["version"]) == (False, "on_request", [], None)
    assert (ended["scorecard"]["score"], ended["scorecard"]["qualities"]) == (41, {})
    assert [one["id"] for one in api.get("/sessions").json["sessions"]] == ["open", "ended"]


def test_open_ones_have_timed_out_counted_from_their_last_turn(api):
    session = api.get("/sessions/open").json
    assert (session["ending"]["kind"], session["ended_at"]) == ("timed_out", "2026-01-03T10:30:00+00:00")


def test_what_an_older_customer_played_has_a_score_and_no_debrief(api):
    assert api.get("/sessions/open").json["scorecard"]["score"] >= 0
    assert_problem(api.get("/sessions/ended/debrief"), "no-debrief", 409)
    assert {one["id"] for one in api.get("/progress").json["sessions"]} == {"open", "ended"}


def test_one_can_be_rewound_and_the_customer_says_why_not_if_they_cannot_go_on(api, rasa):
    again = api.post("/sessions/ended/rewind", {"turn": 1})
    assert again.status_code == 201
    rasa.script.answers = ["refused", "refused"]
    rasa.script.refusal = "this is no state of a customer; start the session again"
    assert_problem(api.say(again.json, "Hello."), "customer-refused", 409)
