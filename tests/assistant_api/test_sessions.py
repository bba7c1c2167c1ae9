"""Sessions: begun, listed, read, ended, erased."""

import pytest
from api_client import SCENARIO, assert_problem, new_id

from assistant_api.practice.starts import SEED_LIMIT


def test_a_session_begins_with_the_customers_words(api, rasa):
    session = api.start(seed=11)
    assert session["scenario"]["id"] == SCENARIO
    assert session["opening"] == ["It never came!", "Where is it?"]
    assert session["opening_mood"] == session["mood"] == {"anger": 0.8, "satisfaction": 0.1, "band": "angry"}
    assert (session["status"], session["ending"], session["scorecard"], session["ended_at"]) == (
        "open",
        None,
        None,
        None,
    )
    assert (session["turns"], session["closing"], set(session["steps"].values())) == ([], [], {False})
    scenario = api.get(f"/scenarios/{SCENARIO}").json
    assert session["persona"]["id"] == scenario["persona"]
    asked = {
        "session": session["id"],
        "event": "start",
        "scenario": SCENARIO,
        "persona": scenario["persona"],
        "seed": 11,
        "level": scenario["difficulty"],
    }
    assert rasa.asked == [asked]
    assert api.get(f"/sessions/{session['id']}").json == session


def test_persona_may_be_chosen_and_the_seed_drawn(api):
    personas = [persona["id"] for persona in api.get("/personas").json["personas"]]
    for persona in personas:
        session = api.start(persona=persona)
        assert session["persona"]["id"] == persona
        assert 0 <= session["seed"] < SEED_LIMIT


@pytest.mark.parametrize(("field", "expected"), [("scenario", SCENARIO), ("persona", "one of ")])
def test_unknown_ids_are_answered_with_those_there_are(api, rasa, field, expected):
    problem = assert_problem(api.post("/sessions", {"scenario": SCENARIO, field: "nobody"}), "validation", 422)
    assert problem["errors"][0]["field"] == field
    assert expected in problem["errors"][0]["expected"]
    assert rasa.asked == []


def test_scenarios_tell_what_an_agent_may_know_and_no_more(api):
    listed = api.get("/scenarios").json["scenarios"]
    assert SCENARIO in [scenario["id"] for scenario in listed]
    for summary in listed:
        scenario = api.get(f"/scenarios/{summary['id']}").json
        assert {key: scenario[key] for key in summary} == summary
        assert set(scenario) - set(summary) == {"brief"}
        assert scenario["brief"]["may_offer"]
    assert_problem(api.get("/scenarios/nothing"), "not-found", 404)


def test_the_agent_can_end_it(api):
    session = api.start()
    api.say(session, "I am sorry. I will refund it. It is our policy.")
    ended = api.post(f"/sessions/{session['id']}/end", {}).json
    assert (ended["status"], ended["ending"]["kind"], ended["closing"]) == ("ended", "agent_closes", ["So that is it."])
    assert ended["mood"]["anger"] == 0.7
    card = ended["scorecard"]
    assert [step for step, result in card["steps"].items() if result["done"]] == ["apologize", "resolve"]
    (sorry,) = card["steps"]["apologize"]["evidence"]
    assert (sorry["row"], sorry["turn"], sorry["text"]) == (1, 1, "I am sorry.")
    assert [mistake["label"] for mistake in card["mistakes"]] == ["policy"]
    assert api.get(f"/sessions/{session['id']}").json == ended
    assert_problem(api.post(f"/sessions/{session['id']}/end", {}), "session-ended", 409)


def test_a_session_without_a_turn_can_be_ended(api):
    ended = api.post(f"/sessions/{api.start()['id']}/end").json
    assert ended["scorecard"]["score"] == 0


def test_the_list_is_newest_first_and_comes_in_pages(api):
    ids = [api.start()["id"] for _ in range(5)]
    first = api.get("/sessions?limit=2").json
    second = api.get(f"/sessions?limit=2&before={first['next']}").json
    third = api.get(f"/sessions?limit=2&before={second['next']}").json
    pages = [[session["id"] for session in page["sessions"]] for page in (first, second, third)]
    assert pages == [[ids[4], ids[3]], [ids[2], ids[1]], [ids[0]]]
    assert third["next"] is None


def test_a_page_that_holds_just_all_has_no_next(api):
    api.start()
    api.start()
    assert api.get("/sessions?limit=2").json["next"] is None


def test_the_list_sums_up(api):
    open_one, ended = api.start(), api.start()
    api.say(ended, "I am sorry.")
    api.say(ended, "I will refund it.")
    ended = api.post(f"/sessions/{ended['id']}/end").json
    newest, oldest = api.get("/sessions").json["sessions"]
    assert newest == {
        **{key: ended[key] for key in ("id", "scenario", "persona", "level", "blind", "forked_from", "paused")},
        **{key: ended[key] for key in ("status", "ending", "started_at", "ended_at")},
        "score": ended["scorecard"]["score"],
        "turns": 2,
        "mood": {"anger": 0.6, "satisfaction": 0.1, "band": "angry"},
    }
    assert (oldest["id"], oldest["score"], oldest["turns"], oldest["status"]) == (open_one["id"], None, 0, "open")
    assert oldest["mood"] == open_one["opening_mood"]


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "limit=ten", "before=x", "before=-1", "offset=3"])
def test_the_list_refuses_what_it_does_not_understand(api, query):
    problem = assert_problem(api.get(f"/sessions?{query}"), "validation", 422)
    assert problem["errors"][0]["field"] == query.split("=")[0]


def test_an_erased_session_is_gone_from_the_files(api, settings, tmp_path):
    kept, erased = api.start(), api.start()
    api.say(kept, "Please keep these words.")
    api.say(erased, "Quetzalcoatlus is what I wrote.")
    api.post(f"/sessions/{erased['id']}/end")
    assert any(b"Quetzalcoatlus" in path.read_bytes() for path in tmp_path.glob("heard.sqlite3*"))
    answer = api.delete(f"/sessions/{erased['id']}")
    assert (answer.status_code, answer.data) == (204, b"")
    files = {path.name: path.read_bytes() for path in tmp_path.glob("heard.sqlite3*")}
    assert not any(b"Quetzalcoatlus" in content for content in files.values()), files.keys()
    assert any(b"keep these words" in content for content in files.values())
    assert_problem(api.get(f"/sessions/{erased['id']}"), "not-found", 404)
    assert_problem(api.delete(f"/sessions/{erased['id']}"), "not-found", 404)
    assert [session["id"] for session in api.get("/sessions").json["sessions"]] == [kept["id"]]


def test_there_is_nothing_under_an_unknown_id(api):
    unknown = f"/sessions/{new_id()}"
    for answer in (
        api.get(unknown),
        api.delete(unknown),
        api.post(f"{unknown}/end"),
        api.post(f"{unknown}/turns", {"turn_id": new_id(), "text": "Hello."}),
        api.get("/sessions/%27%20OR%201=1"),
    ):
        assert_problem(answer, "not-found", 404)


def test_a_score_that_fails_does_not_take_the_session_along(api, app, monkeypatch):
    from coaching.errors import DataError

    debriefs = app.extensions["heard"].practice.records._debriefs
    session = api.start()

    def fail(session):
        raise DataError("session.yml", 3, "nothing", "points")

    with monkeypatch.context() as patch:
        patch.setattr(debriefs, "scorecard", fail)
        ended = api.post(f"/sessions/{session['id']}/end").json
    assert (ended["status"], ended["scorecard"]) == ("ended", None)
    assert api.get(f"/sessions/{session['id']}").json["scorecard"]["score"] == 0
