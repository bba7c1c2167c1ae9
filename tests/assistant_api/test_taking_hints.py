"""Hints over the wire: which there are, and which of them count as taken."""

import pytest
from api_client import assert_problem, new_id
from fake_rasa import FAREWELL

from coaching.moves import STEPS


@pytest.fixture(autouse=True)
def no_recogniser(app, monkeypatch):
    """None is loaded: sentences come from templates."""
    monkeypatch.setattr(app.extensions["heard"].drafts, "checker", lambda: None)


def hint(api, session, **body):
    return api.post(f"/sessions/{session['id']}/hint", body)


def taken(api, session):
    return api.get(f"/sessions/{session['id']}").json["hints_taken"]


def test_a_hint_says_what_is_due(api):
    session = api.start()
    answer = hint(api, session)
    assert answer.status_code == 200, answer.text
    told = answer.json
    assert told["step"] in STEPS and told["title"] and told["why"] and told["next_in_words"] and told["rule"]
    assert taken(api, session) == [{"turn": 0, "kind": "hint", "step": told["step"]}]


def test_who_asks_again_in_the_same_turn_gets_words(api):
    session = api.start()
    hint(api, session)
    assert (hint(api, session).json["strength"], len(taken(api, session))) == ("sentence", 2)


def test_who_is_stuck_gets_words_also_where_hints_are_off(api):
    session = api.start(hints="off")
    api.say(session, "I am sorry.")
    assert "stuck" in assert_problem(hint(api, session), "hints-off", 409)["detail"]
    told = hint(api, session, stuck=True).json
    assert told["strength"] == "sentence" and told["sentence"]
    assert taken(api, session) == [{"turn": 1, "kind": "stuck", "step": told["step"]}]


def test_a_live_hint_shown_again_is_the_same_one_and_counts_once(api):
    session = api.start(hints="live")
    first, again = hint(api, session).json, hint(api, session).json
    assert again == first
    assert len(taken(api, session)) == 1
    api.say(session, "I am sorry.")
    hint(api, session)
    assert [one["turn"] for one in taken(api, session)] == [0, 1]


def test_no_hint_for_a_session_that_rests_or_has_ended(api):
    session = api.start()
    api.post(f"/sessions/{session['id']}/pause")
    assert_problem(hint(api, session, stuck=True), "session-paused", 409)
    api.post(f"/sessions/{session['id']}/resume")
    api.say(session, FAREWELL)
    assert_problem(hint(api, session, stuck=True), "session-ended", 409)
    assert_problem(hint(api, {"id": new_id()}), "not-found", 404)


def test_a_rewind_has_the_hints_of_its_turns(api):
    session = api.start()
    for text in ("I am sorry.", "I will refund it."):
        hint(api, session)
        api.say(session, text)
    hint(api, session)
    again = api.post(f"/sessions/{session['id']}/rewind", {"turn": 2}).json
    assert [one["turn"] for one in again["hints_taken"]] == [0, 1]


def test_a_state_that_is_no_longer_understood_is_told(api, database):
    session = api.start()
    api.say(session, "I am sorry.")
    with database.writing() as connection:
        connection.exec_driver_sql("""UPDATE turns SET state = '{"turn": 1}'""")
    assert_problem(hint(api, session), "customer-refused", 409)


@pytest.mark.parametrize("stuck", ["yes", 1, None, [], {}])
def test_stuck_is_true_or_false(api, stuck):
    problem = assert_problem(hint(api, api.start(), stuck=stuck), "validation", 422)
    assert problem["errors"][0] == {
        "field": "stuck",
        "expected": "true or false; true asks for words, also where hints are off",
    }
