"""Pause and resume, and sessions that nobody comes back to."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from aged import age, told
from api_client import Api, assert_problem, new_id

from assistant_api import create_app
from assistant_api.store import SessionStore
from coaching.customer.timeout import timed_out


def pause(api, session):
    return api.post(f"/sessions/{session['id']}/pause", {})


def resume(api, session):
    return api.post(f"/sessions/{session['id']}/resume", {})


def test_a_paused_session_takes_no_turn_until_it_is_resumed(api, rasa):
    session = api.start()
    paused = pause(api, session).json
    assert (paused["paused"], paused["status"], paused["idle_at"]) == (True, "open", None)
    assert_problem(api.say(session, "Hello."), "session-paused", 409)
    assert (len(rasa.played), api.get(f"/sessions/{session['id']}").json["turns"]) == (1, [])
    resumed = resume(api, session).json
    assert (resumed["paused"], resumed["idle_at"] is not None) == (False, True)
    assert api.say(session, "Hello.").status_code == 200


def test_pausing_and_resuming_twice_is_as_once(api, database):
    session = api.start()
    assert resume(api, session).json["paused"] is False
    first = pause(api, session).json
    age(database, session, minutes=5)
    again = pause(api, session).json
    assert {**again, "started_at": first["started_at"]} == first
    resume(api, session)
    rested = SessionStore(database).get(session["id"]).paused_seconds
    resume(api, session)
    assert SessionStore(database).get(session["id"]).paused_seconds == rested == pytest.approx(300, abs=60)


def test_pauses_add_up_and_each_turn_knows_how_long_the_session_had_rested(api, database):
    session = api.start()
    for minutes in (10, 20):
        pause(api, session)
        age(database, session, minutes=minutes)
        resume(api, session)
        api.say(session, f"Back after {minutes} minutes.")
    stored = SessionStore(database).get(session["id"])
    assert [turn.paused_seconds for turn in stored.turns] == pytest.approx([600, 1800], abs=120)
    assert stored.paused_seconds == stored.turns[1].paused_seconds


def test_an_answer_given_before_the_pause_is_given_again(api):
    session, turn_id = api.start(), new_id()
    first = api.say(session, "Hello.", turn_id).json["turn"]
    pause(api, session)
    again = api.say(session, "Hello.", turn_id)
    assert (again.status_code, again.json["turn"]) == (200, first)


def test_a_turn_that_waits_is_kept_over_a_pause(api, rasa):
    session, turn_id = api.start(), new_id()
    rasa.script.answers = ["down", "down"]
    api.say(session, "I am sorry.", turn_id)
    assert pause(api, session).json["turns"][0]["status"] == "waiting"
    assert_problem(api.say(session, "I am sorry.", turn_id), "session-paused", 409)
    resume(api, session)
    assert api.say(session, "I am sorry.", turn_id).json["turn"]["customer"] == ["Answer 1."]


def test_a_paused_session_can_be_closed_and_its_pause_is_over(api, database):
    session = api.start()
    pause(api, session)
    age(database, session, minutes=30)
    ended = api.post(f"/sessions/{session['id']}/end").json
    assert (ended["status"], ended["paused"], ended["idle_at"]) == ("ended", False, None)
    assert SessionStore(database).get(session["id"]).paused_seconds == pytest.approx(1800, abs=60)


@pytest.mark.parametrize("what", ["pause", "resume"])
def test_an_ended_session_neither_rests_nor_goes_on(api, what):
    session = api.start()
    api.post(f"/sessions/{session['id']}/end")
    assert_problem(api.post(f"/sessions/{session['id']}/{what}"), "session-ended", 409)
    assert_problem(api.post(f"/sessions/{new_id()}/{what}"), "not-found", 404)


@pytest.mark.parametrize("what", ["pause", "resume"])
def test_a_turn_in_progress_is_never_paused_away(api, app, rasa, what):
    session = api.start()
    rasa.script.hold = threading.Event()
    answers = []
    playing = threading.Thread(target=lambda: answers.append(Api(app).say(session, "I am sorry.")))
    playing.start()
    assert rasa.script.held.wait(10)
    refused = api.post(f"/sessions/{session['id']}/{what}")
    rasa.script.hold.set()
    playing.join(20)
    assert_problem(refused, "turn-in-progress", 409)
    assert answers[0].status_code == 200
    assert api.get(f"/sessions/{session['id']}").json["paused"] is False


def test_the_list_tells_who_rests(api):
    resting, _ = api.start(), api.start()
    pause(api, resting)
    assert [one["paused"] for one in api.get("/sessions").json["sessions"]] == [False, True]


def test_an_open_session_tells_when_it_times_out(api):
    session = api.start()
    assert told(session["idle_at"]) - told(session["started_at"]) == timedelta(hours=24)
    turn = api.say(session, "Hello.").json
    assert told(turn["session"]["idle_at"]) > told(turn["turn"]["at"]) + timedelta(hours=24)


def test_who_does_not_come_back_finds_the_session_ended(api, database):
    session = api.start()
    api.say(session, "I am sorry.")
    age(database, session, hours=23, minutes=50)
    assert api.get(f"/sessions/{session['id']}").json["status"] == "open"
    age(database, session, minutes=11)
    ended = api.get(f"/sessions/{session['id']}").json
    assert (ended["status"], ended["idle_at"], ended["closing"]) == ("ended", None, [])
    assert ended["ending"] == timed_out().to_json() and ended["ending"]["kind"] == "timed_out"
    assert told(ended["ended_at"]) >= told(ended["turns"][0]["at"]) + timedelta(hours=24)
    assert ended["scorecard"]["steps"]["apologize"]["done"]
    assert_problem(api.say(session, "Are you there?"), "session-ended", 409)


def test_a_list_ends_and_scores_those_that_timed_out(api, database):
    lapsed, fresh = api.start(), api.start()
    age(database, lapsed, days=2)
    lines = {one["id"]: one for one in api.get("/sessions").json["sessions"]}
    assert lines[lapsed["id"]]["ending"]["kind"] == "timed_out"
    assert lines[lapsed["id"]]["score"] == 0
    assert lines[fresh["id"]]["status"] == "open"
    assert [one["id"] for one in api.get("/progress").json["sessions"]] == [lapsed["id"]]


@pytest.mark.parametrize("first", ["turns", "end", "pause", "resume", "hint", "rewind"])
def test_whatever_is_asked_first_of_a_lapsed_session_finds_it_ended(api, database, first):
    session = api.start()
    api.say(session, "I am sorry.")
    age(database, session, days=2)
    bodies = {"turns": {"turn_id": new_id(), "text": "Hello?"}, "rewind": {"turn": 1}}
    answer = api.post(f"/sessions/{session['id']}/{first}", bodies.get(first, {}))
    if first == "rewind":
        assert answer.status_code == 201
    else:
        assert_problem(answer, "session-ended", 409)
    assert api.get(f"/sessions/{session['id']}").json["ending"]["kind"] == "timed_out"


def test_a_paused_session_never_times_out(api, database):
    session = api.start()
    pause(api, session)
    age(database, session, days=90)
    assert api.get(f"/sessions/{session['id']}").json["status"] == "open"
    resumed = resume(api, session).json
    assert resumed["status"] == "open"
    assert api.say(session, "Here I am again.").status_code == 200


def test_a_turn_that_waits_goes_with_the_time_out(api, rasa, database):
    session = api.start()
    rasa.script.answers = ["down", "down"]
    api.say(session, "I am sorry.")
    age(database, session, days=2)
    ended = api.get(f"/sessions/{session['id']}").json
    assert (ended["ending"]["kind"], ended["turns"]) == ("timed_out", [])


def test_a_session_that_is_played_just_now_does_not_time_out(api, app, rasa, database):
    session = api.start()
    rasa.script.hold = threading.Event()
    answers = []
    playing = threading.Thread(target=lambda: answers.append(Api(app).say(session, "I am sorry.")))
    playing.start()
    assert rasa.script.held.wait(10)
    age(database, session, days=2)
    meanwhile = api.get(f"/sessions/{session['id']}").json["status"]
    rasa.script.hold.set()
    playing.join(20)
    assert (meanwhile, answers[0].json["session"]["status"]) == ("open", "open")


def test_the_hours_are_a_setting(settings, database):
    api = Api(create_app(replace(settings, session_hours=2)))
    session = api.start()
    age(database, session, hours=2, minutes=1)
    assert api.get(f"/sessions/{session['id']}").json["ending"]["kind"] == "timed_out"


def test_a_locked_database_shows_a_lapsed_session_as_it_was(api, database, tmp_path):
    import sqlite3

    session = api.start()
    age(database, session, days=2)
    other = sqlite3.connect(tmp_path / "heard.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert api.get(f"/sessions/{session['id']}").json["status"] == "open"
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert api.get(f"/sessions/{session['id']}").json["status"] == "ended"
