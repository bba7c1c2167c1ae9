"""What happens when Rasa, or its action server, is slow, wrong or gone."""

import pytest
from api_client import assert_problem, new_id

from assistant_api.store import SessionStore

AWAY = ("customer-unreachable", 503)


@pytest.mark.parametrize("how", ["down", "actions", "nonsense", "out_of_step", 500, 503])
def test_one_failure_is_mended_by_the_second_try(api, rasa, how):
    session = api.start()
    api.say(session, "One.")
    rasa.script.answers = [how]
    answer = api.say(session, "Two.")
    assert answer.status_code == 200, answer.text
    assert answer.json["turn"]["customer"] == ["Answer 2."]
    assert [name for name, _ in rasa.rebuilt] == [session["id"]]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("down", "nothing answers at Rasa's address"),
        ("actions", "action server does not answer"),
        ("nonsense", "not understood"),
        ("out_of_step", "lost the thread"),
        (500, "status was 500"),
    ],
)
def test_two_failures_are_told_and_keep_the_text(api, rasa, how, said):
    session, turn_id = api.start(), new_id()
    rasa.script.answers = [how, how]
    problem = assert_problem(api.say(session, "I am sorry.", turn_id), *AWAY)
    assert said in problem["detail"]
    assert problem["detail"].endswith("Your message is kept, and sending it again is safe.")
    waiting = api.get(f"/sessions/{session['id']}").json["turns"][0]
    assert (waiting["turn_id"], waiting["status"]) == (turn_id, "waiting")
    assert waiting["agent"] == {"text": "I am sorry.", "sentences": []}
    assert (waiting["customer"], waiting["mood"], waiting["changes"]) == ([], None, [])


def test_a_customer_who_is_too_slow(impatient, rasa):
    session = impatient.start()
    rasa.script.answers = ["late", "late"]
    assert "too long" in assert_problem(impatient.say(session, "Hello."), *AWAY)["detail"]


def test_the_session_goes_on_when_rasa_is_back(api, rasa):
    session, turn_id = api.start(), new_id()
    api.say(session, "I am sorry.")
    rasa.stop()
    assert_problem(api.say(session, "I will refund it.", turn_id), *AWAY)
    assert assert_problem(api.say(session, "Hello?"), "turn-waiting", 409)["turn_id"] == turn_id
    assert_problem(api.post(f"/sessions/{session['id']}/end", {}), *AWAY)
    rasa.start()
    answer = api.say(session, "I will refund it.", turn_id).json
    assert [turn["customer"] for turn in answer["session"]["turns"]] == [["Answer 1."], ["Answer 2."]]
    assert api.say(session, "Three.").json["turn"]["customer"] == ["Answer 3."]
    assert rasa.played[1:] == [(1, "I am sorry."), (2, "I will refund it."), (3, "Three.")]


def test_a_waiting_turn_takes_no_other_text(api, rasa):
    session, turn_id = api.start(), new_id()
    rasa.script.answers = ["down", "down"]
    api.say(session, "One.", turn_id)
    assert_problem(api.say(session, "Other.", turn_id), "turn-conflict", 409)


def test_the_tracker_is_rebuilt_from_what_is_stored(api, rasa, database):
    session = api.start(seed=5)
    api.say(session, "I am sorry. I will refund it.")
    rasa.trackers.clear()
    assert api.say(session, "Two.").status_code == 200
    ((_, events),) = rasa.rebuilt
    slots = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
    stored = SessionStore(database).get(session["id"])
    assert slots == {
        "customer_state": stored.turns[0].state,
        "mood_band": "angry",
        "scenario": session["scenario"]["id"],
        "persona": session["persona"]["id"],
        "seed": 5,
        "level": session["level"]["number"],
        "channel": "chat",
        "swearing": False,
    }
    said = [(event["event"], event["text"]) for event in events if event["event"] in ("user", "bot")]
    assert said == [
        ("bot", "It never came!"),
        ("bot", "Where is it?"),
        ("user", "I am sorry. I will refund it."),
        ("bot", "Answer 1."),
    ]
    (user,) = [event for event in events if event["event"] == "user"]
    assert user["parse_data"]["intent"]["name"] == "apologize"
    assert events[-1]["name"] == "action_listen"


def test_an_answer_that_was_lost_is_played_again_from_where_it_began(api, rasa):
    session = api.start()
    rasa.script.answers = ["lost"]
    assert api.say(session, "One.").json["turn"]["customer"] == ["Answer 1."]
    assert rasa.trackers[session["id"]]["turn"] == 1


def test_an_ending_that_was_lost_can_be_asked_for_again(api, rasa):
    session = api.start()
    rasa.script.answers = ["lost"]
    answer = api.post(f"/sessions/{session['id']}/end", {})
    assert answer.json["ending"]["kind"] == "agent_closes"


@pytest.mark.parametrize("how", ["down", "actions"])
def test_no_session_starts_without_a_customer(api, rasa, how):
    rasa.script.answers = [how, how]
    problem = assert_problem(api.post("/sessions", {"scenario": "late_parcel"}), *AWAY)
    assert problem["detail"].endswith("No session was started; trying again is safe.")
    assert api.get("/sessions").json == {"sessions": [], "next": None}


def test_an_ending_waits_for_the_customer(api, rasa):
    session = api.start()
    rasa.script.answers = ["down", "down"]
    problem = assert_problem(api.post(f"/sessions/{session['id']}/end", {}), *AWAY)
    assert "stays open" in problem["detail"]
    assert api.get(f"/sessions/{session['id']}").json["status"] == "open"
    assert api.post(f"/sessions/{session['id']}/end").json["status"] == "ended"


def test_a_refusal_is_told(api, rasa):
    rasa.script.answers = ["refused"]
    problem = assert_problem(api.post("/sessions", {"scenario": "late_parcel"}), "customer-refused", 409)
    assert problem["detail"] == "No such scenario here."
    session = api.start()
    rasa.script.answers = ["refused", "refused"]
    assert_problem(api.say(session, "Hello."), "customer-refused", 409)


def test_a_wrong_token_is_told_without_the_token(api, app, rasa, settings, caplog):
    api.start()
    app.extensions["heard"].practice.turns._customer._token = "s3cret-and-wrong"
    problem = assert_problem(api.post("/sessions", {"scenario": "late_parcel"}), *AWAY)
    assert "HEARD_RASA_TOKEN" in problem["detail"]
    assert "s3cret" not in problem["detail"] + caplog.text


def test_an_erased_session_is_forgotten_by_rasa_too(api, rasa):
    session = api.start()
    assert api.delete(f"/sessions/{session['id']}").status_code == 204
    assert rasa.rebuilt == [(session["id"], [{"event": "restart"}])]


def test_erasing_works_without_rasa(api, rasa):
    session = api.start()
    rasa.stop()
    assert api.delete(f"/sessions/{session['id']}").status_code == 204
    assert_problem(api.get(f"/sessions/{session['id']}"), "not-found", 404)
