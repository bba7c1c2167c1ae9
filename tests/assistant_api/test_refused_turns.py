"""A turn that the customer refuses, or never answers, does not lock its session."""

import pytest
from api_client import assert_problem, new_id

from assistant_api.store import SessionStore

REFUSED = ("customer-refused", 409)
TWICE = ["refused", "refused"]


def turns_of(api, session):
    return api.get(f"/sessions/{session['id']}").json["turns"]


@pytest.fixture
def waiting(api, rasa):
    """A session whose second turn waits, and that turn's id."""
    session, turn_id = api.start(), new_id()
    api.say(session, "I am sorry.")
    rasa.script.answers = ["down", "down"]
    assert api.say(session, "I will refund it.", turn_id).status_code == 503
    return session, turn_id


def test_a_refused_turn_is_given_back_and_not_kept(api, rasa, database):
    session, turn_id = api.start(), new_id()
    rasa.script.answers = list(TWICE)
    problem = assert_problem(api.say(session, "Hello.", turn_id), *REFUSED)
    assert (problem["turn_id"], problem["text"]) == (turn_id, "Hello.")
    assert problem["detail"].startswith("No such scenario here. Your message was not played")
    assert turns_of(api, session) == []
    assert api.say(session, "Good morning.").json["turn"]["number"] == 1


def test_a_waiting_turn_that_is_refused_later_frees_the_session(api, rasa, waiting):
    session, turn_id = waiting
    rasa.script.answers = list(TWICE)
    assert_problem(api.say(session, "I will refund it.", turn_id), *REFUSED)
    assert [turn["status"] for turn in turns_of(api, session)] == ["answered"]
    assert api.say(session, "I will refund it.", turn_id).json["turn"]["customer"] == ["Answer 2."]


def test_a_refused_turn_stays_where_the_claim_was_lost(api, app, database, rasa, monkeypatch):
    session = api.start()
    rasa.script.answers = list(TWICE)
    store = app.extensions["heard"].practice.turns._store
    drop = store.drop_turn

    def taken_meanwhile(*arguments):
        with database.writing() as connection:
            connection.exec_driver_sql("UPDATE sessions SET claim = 'somebody else'")
        drop(*arguments)

    monkeypatch.setattr(store, "drop_turn", taken_meanwhile)
    assert_problem(api.say(session, "Hello."), "turn-in-progress", 409)
    assert SessionStore(database).get(session["id"]).waiting.text == "Hello."


def test_the_waiting_turn_is_told_in_words_and_its_id_beside_them(api, waiting):
    session, turn_id = waiting
    problem = assert_problem(api.say(session, "Hello?"), "turn-waiting", 409)
    assert problem["turn_id"] == turn_id
    assert problem["detail"] == (
        "Your last message still waits for the customer's answer. Send it again first; its text is kept."
    )


def test_ending_drops_a_turn_that_waits(api, waiting):
    session, _ = waiting
    ended = api.post(f"/sessions/{session['id']}/end").json
    assert (ended["status"], ended["ending"]["kind"]) == ("ended", "agent_closes")
    assert [turn["agent"]["text"] for turn in ended["turns"]] == ["I am sorry."]
    assert ended["scorecard"]["score"] >= 0


def test_ending_drops_a_turn_that_was_played_unknown_to_us(api, rasa):
    session = api.start()
    rasa.script.answers = ["down", "lost"]
    assert api.say(session, "I am sorry.").status_code == 503
    assert rasa.trackers[session["id"]]["turn"] == 1
    ended = api.post(f"/sessions/{session['id']}/end").json
    assert (ended["status"], ended["turns"], ended["closing"]) == ("ended", [], ["So that is it."])


@pytest.mark.parametrize(("how", "name", "status"), [("refused", *REFUSED), ("down", "customer-unreachable", 503)])
def test_an_ending_that_fails_keeps_the_turn_that_waits(api, rasa, waiting, how, name, status):
    session, turn_id = waiting
    rasa.script.answers = [how, how]
    assert_problem(api.post(f"/sessions/{session['id']}/end"), name, status)
    assert [turn["turn_id"] for turn in turns_of(api, session) if turn["status"] == "waiting"] == [turn_id]
