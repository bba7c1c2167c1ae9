"""Turns: stored before they are played, never played twice, never lost."""

import threading
from dataclasses import replace

import pytest
from api_client import assert_problem, new_id
from fake_rasa import FAREWELL, RECOGNISER

from assistant_api import create_app
from assistant_api.store import SessionStore


def test_a_turn_is_answered(api, rasa):
    session = api.start(seed=7)
    answer = api.say(session, "I am so sorry. I understand.")
    assert answer.status_code == 200
    turn = answer.json["turn"]
    assert turn == answer.json["session"]["turns"][0]
    assert (turn["number"], turn["status"], turn["customer"]) == (1, "answered", ["Answer 1."])
    assert [one["labels"] for one in turn["agent"]["sentences"]] == [["apologize"], ["empathize"]]
    assert turn["mood"] == answer.json["session"]["mood"] == {"anger": 0.7, "satisfaction": 0.1, "band": "angry"}
    assert turn["changes"] == [{"words": "sorry", "rule": "apology", "on": "anger", "by": -0.1}]
    steps = answer.json["session"]["steps"]
    assert [step for step, done in steps.items() if done] == ["empathize", "apologize"]
    assert rasa.asked[-1] == {
        "session": session["id"],
        "event": "turn",
        "turn": 1,
        "text": "I am so sorry. I understand.",
        "customer": "It never came!\nWhere is it?",
    }


def test_the_next_turn_answers_the_customers_newest_words(api, rasa):
    session = api.start()
    api.say(session, "One.")
    api.say(session, "Two.")
    assert (rasa.asked[-1]["turn"], rasa.asked[-1]["customer"]) == (2, "Answer 1.")


def test_the_same_turn_again_gives_the_same_answer_and_is_not_played(api, rasa):
    session, turn_id = api.start(), new_id()
    first = api.say(session, "I am sorry.", turn_id)
    again = api.say(session, "  I am sorry.\n", turn_id.upper())
    assert again.status_code == 200
    assert again.json == first.json
    assert rasa.played[1:] == [(1, "I am sorry.")]


def test_an_older_turn_again_gives_that_turn(api, rasa):
    session, turn_id = api.start(), new_id()
    api.say(session, "One.", turn_id)
    api.say(session, "Two.")
    again = api.say(session, "One.", turn_id)
    assert again.json["turn"]["customer"] == ["Answer 1."]
    assert len(again.json["session"]["turns"]) == 2
    assert len(rasa.played) == 3


def test_other_text_under_the_same_id_is_a_conflict(api, rasa):
    session, turn_id = api.start(), new_id()
    api.say(session, "One.", turn_id)
    assert_problem(api.say(session, "Another.", turn_id), "turn-conflict", 409)
    assert len(rasa.played) == 2


def test_the_same_id_in_another_session_is_another_turn(api):
    turn_id = new_id()
    assert api.say(api.start(), "One.", turn_id).status_code == 200
    assert api.say(api.start(), "Two.", turn_id).status_code == 200


def test_a_turn_sent_twice_at_once_is_played_once(api, app, rasa):
    session, turn_id = api.start(), new_id()
    rasa.script.hold = threading.Event()
    answers = []

    def send():
        answers.append(type(api)(app).say(session, "I am sorry.", turn_id))

    first = threading.Thread(target=send)
    first.start()
    assert rasa.script.held.wait(10)
    second = api.say(session, "I am sorry.", turn_id)
    other = api.say(session, "Something else.")
    rasa.script.hold.set()
    first.join(10)
    assert_problem(second, "turn-in-progress", 409)
    assert assert_problem(other, "turn-waiting", 409)["turn_id"] == turn_id
    assert answers[0].status_code == 200
    assert rasa.played[1:] == [(1, "I am sorry.")]
    assert api.say(session, "I am sorry.", turn_id).json == answers[0].json


def test_many_at_once_leave_one_turn(api, settings, rasa):
    # One that waits for the database as long as six at once on a busy machine may take.
    app = create_app(replace(settings, database_timeout=20.0))
    session, turn_id = api.start(), new_id()
    together = threading.Barrier(6)
    answers = []

    def send():
        one = type(api)(app)
        together.wait(10)
        answers.append(one.say(session, "I am sorry.", turn_id))

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert 200 in {answer.status_code for answer in answers}
    assert rasa.played[1:] == [(1, "I am sorry.")]
    assert len(api.get(f"/sessions/{session['id']}").json["turns"]) == 1


def test_a_claim_that_its_process_took_to_the_grave_lapses(api, database):
    session = api.start()
    store = SessionStore(database)
    store.claim(session["id"], "a process that died", seconds=60)
    assert_problem(api.say(session, "Hello."), "turn-in-progress", 409)
    store.claim(session["id"], "a process that died", seconds=-1)
    assert api.say(session, "Hello.").status_code == 200


def test_what_played_while_its_claim_lapsed_is_not_recorded_twice(api, database, rasa):
    session = api.start()
    rasa.script.hold = threading.Event()
    answers = []
    slow = threading.Thread(target=lambda: answers.append(api.say(session, "Slow.")))
    slow.start()
    assert rasa.script.held.wait(10)
    held = SessionStore(database)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE sessions SET claim = 'somebody else'")
    rasa.script.hold.set()
    slow.join(10)
    assert_problem(answers[0], "turn-in-progress", 409)
    assert held.get(session["id"]).waiting.text == "Slow."


def test_the_customer_can_end_the_session(api):
    session = api.start()
    answer = api.say(session, FAREWELL).json["session"]
    assert (answer["status"], answer["ending"]["kind"]) == ("ended", "content")
    assert answer["ended_at"] and answer["scorecard"]["score"] >= 0
    assert_problem(api.say(session, "Wait!"), "session-ended", 409)
    assert_problem(api.post(f"/sessions/{session['id']}/end", {}), "session-ended", 409)


@pytest.mark.parametrize("text", ["/restart", '/start_session{"scenario": "x"}', "Ünïcödé 🙂", "a\nb", "x" * 4000])
def test_text_is_kept_as_it_is(api, rasa, text):
    session = api.start()
    turn = api.say(session, text).json["turn"]
    assert turn["agent"]["text"] == rasa.asked[-1]["text"] == text


def test_the_recognisers_version_is_kept(api, database):
    session = api.start()
    api.say(session, "Hello.")
    assert SessionStore(database).get(session["id"]).turns[0].recogniser == RECOGNISER
