"""Rewinding: a turn taken again in a session of its own, and nothing else touched."""

import threading

import pytest
from aged import age, told
from api_client import assert_problem, new_id
from fake_rasa import FAREWELL

from assistant_api.store import SessionStore


@pytest.fixture
def played(api):
    """Three turns."""
    session = api.start(seed=5)
    for text in ("I am sorry.", "It is our policy.", "I will refund it."):
        api.say(session, text)
    return api.get(f"/sessions/{session['id']}").json


def rewind(api, session, turn):
    return api.post(f"/sessions/{session['id']}/rewind", {"turn": turn})


def said(session):
    return [(turn["number"], turn["agent"]["text"], turn["customer"], turn["mood"]) for turn in session["turns"]]


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_the_turns_before_it_are_copied(api, rasa, played, turn):
    asked = len(rasa.asked)
    answer = rewind(api, played, turn)
    assert answer.status_code == 201, answer.text
    again = answer.json
    assert said(again) == said(played)[: turn - 1]
    same = ("scenario", "persona", "seed", "level", "blind", "hints", "opening", "opening_mood", "version")
    assert {name: again[name] for name in same} == {name: played[name] for name in same}
    assert (again["status"], again["ending"], again["scorecard"], again["closing"]) == ("open", None, None, [])
    assert again["forked_from"] == {"session": played["id"], "turn": turn}
    assert again["rewinds"] == []
    assert again["mood"] == (played["turns"][turn - 2]["mood"] if turn > 1 else played["opening_mood"])
    # Nothing is asked of Rasa before somebody plays on.
    assert (len(rasa.asked), rasa.rebuilt) == (asked, [])


def test_what_it_is_taken_from_stays_as_it_was(api, played):
    again = rewind(api, played, 2).json
    api.say(again, "Something else.")
    now = api.get(f"/sessions/{played['id']}").json
    assert now == {**played, "rewinds": [{"session": again["id"], "turn": 2}]}


def test_it_is_played_on_from_a_tracker_made_anew(api, rasa, played, database):
    again = rewind(api, played, 3).json
    answer = api.say(again, "I have refunded it just now.").json
    assert [turn["customer"] for turn in answer["session"]["turns"]] == [["Answer 1."], ["Answer 2."], ["Answer 3."]]
    ((rebuilt, events),) = rasa.rebuilt
    slots = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
    assert rebuilt == again["id"]
    assert slots["customer_state"] == SessionStore(database).get(played["id"]).turns[1].state
    assert [event["text"] for event in events if event["event"] == "user"] == ["I am sorry.", "It is our policy."]
    assert rasa.played[-1] == (3, "I have refunded it just now.")


def test_a_rewind_to_the_first_turn_begins_with_the_same_complaint(api, rasa, played):
    again = rewind(api, played, 1).json
    answer = api.say(again, "Hello there.").json
    assert answer["turn"]["number"] == 1
    assert (rasa.asked[-1]["turn"], rasa.asked[-1]["customer"]) == (1, "It never came!\nWhere is it?")


def test_an_ended_session_and_a_rewind_can_be_rewound(api, played):
    api.say(played, FAREWELL)
    once = rewind(api, played, 4).json
    assert (once["status"], len(once["turns"])) == ("open", 3)
    twice = rewind(api, once, 2).json
    assert twice["forked_from"] == {"session": once["id"], "turn": 2}
    assert said(twice) == said(played)[:1]


def test_score_and_ending_are_the_rewinds_own(api, played):
    again = rewind(api, played, 2).json
    ended = api.post(f"/sessions/{again['id']}/end").json
    assert ended["scorecard"]["mistakes"] == []
    assert api.get(f"/sessions/{played['id']}").json["scorecard"] is None
    parent = api.post(f"/sessions/{played['id']}/end").json
    assert [mistake["label"] for mistake in parent["scorecard"]["mistakes"]] == ["policy"]
    assert api.get(f"/sessions/{again['id']}").json == ended


def test_a_rewind_outlives_what_it_was_taken_from(api, played):
    again = rewind(api, played, 3).json
    assert api.delete(f"/sessions/{played['id']}").status_code == 204
    kept = api.get(f"/sessions/{again['id']}").json
    assert kept == {**again, "forked_from": None}
    assert api.say(again, "Hello.").status_code == 200
    ended = api.post(f"/sessions/{again['id']}/end").json
    (line,) = api.get("/progress").json["sessions"]
    assert (line["id"], line["rewind"]) == (ended["id"], True)


def test_an_erased_rewind_leaves_the_other_alone(api, played):
    again = rewind(api, played, 3).json
    api.delete(f"/sessions/{again['id']}")
    assert api.get(f"/sessions/{played['id']}").json == played


def test_the_list_shows_both(api, played):
    again = rewind(api, played, 2).json
    newest, oldest = api.get("/sessions").json["sessions"]
    assert (newest["id"], newest["forked_from"], newest["turns"]) == (again["id"], again["forked_from"], 1)
    assert (oldest["id"], oldest["forked_from"]) == (played["id"], None)


@pytest.mark.parametrize("turn", [4, 5, 1_000_000])
def test_a_turn_that_was_not_answered_is_named(api, played, turn):
    problem = assert_problem(rewind(api, played, turn), "validation", 422)
    expected = "one of the turns that the customer has answered, 1 to 3"
    assert problem["errors"] == [{"field": "turn", "expected": expected}]


def test_a_turn_that_waits_cannot_be_taken_again(api, rasa):
    session, turn_id = api.start(), new_id()
    rasa.script.answers = ["down", "down"]
    api.say(session, "I am sorry.", turn_id)
    problem = assert_problem(rewind(api, session, 1), "validation", 422)
    assert problem["errors"][0]["expected"].endswith("and there is none yet")
    api.say(session, "I am sorry.", turn_id)
    rasa.script.answers = ["down", "down"]
    api.say(session, "And this?")
    again = rewind(api, session, 1)
    assert (again.status_code, again.json["turns"]) == (201, [])


@pytest.mark.parametrize("turn", [0, -1, 1.5, "1", None, True, [1], {}, 10**18])
def test_what_is_no_turn_at_all_is_refused(api, played, turn):
    problem = assert_problem(rewind(api, played, turn), "validation", 422)
    assert problem["errors"] == [
        {"field": "turn", "expected": "a whole number from 1: the first turn to be played anew"}
    ]


def test_a_session_in_mid_turn_is_not_rewound(api, app, rasa, played):
    rasa.script.hold = threading.Event()
    playing = threading.Thread(target=lambda: type(api)(app).say(played, "And now?"))
    playing.start()
    assert rasa.script.held.wait(10)
    refused = rewind(api, played, 2)
    rasa.script.hold.set()
    playing.join(20)
    assert_problem(refused, "turn-in-progress", 409)
    assert rewind(api, played, 4).status_code == 201


def test_its_time_is_the_time_of_what_it_holds(api, database, played):
    """As if what is copied had just been said: a rewind begun days later does not seem to have taken days."""
    before = [told(turn["at"]) - told(played["started_at"]) for turn in played["turns"]]
    age(database, played, days=3)
    again = rewind(api, played, 3).json
    assert [told(turn["at"]) - told(again["started_at"]) for turn in again["turns"]] == before[:2]
    assert told(again["started_at"]) > told(api.get(f"/sessions/{played['id']}").json["ended_at"])
