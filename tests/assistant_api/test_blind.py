"""Blind sessions: dealt by the seed, and nothing of scenario or persona is told before the end."""

import json

import pytest
from api_client import SCENARIO, Api, assert_problem

from assistant_api import create_app
from coaching.customer.library import Library

PERSONA = "formal"
UNKNOWN = {
    "scenario": {"id": None, "title": "A customer you do not know yet"},
    "persona": {"id": None, "name": "Somebody"},
}


@pytest.fixture
def secrets(catalogue):
    """Whatever would tell which scenario it is, or who the customer is."""
    scenario, persona = catalogue.scenario(SCENARIO), catalogue.persona(PERSONA)
    return [
        *(scenario.id, scenario.title, scenario.summary, scenario.goal, scenario.root_cause.text),
        *(persona.id, persona.name, persona.description),
    ]


@pytest.fixture
def session(api):
    answer = api.post("/sessions", {"scenario": SCENARIO, "persona": PERSONA, "blind": True, "hints": "off"})
    assert answer.status_code == 201, answer.text
    return answer.json


def assert_hidden(answer, secrets):
    text = json.dumps(answer.json, ensure_ascii=False)
    assert [secret for secret in secrets if secret in text] == []


def test_the_session_hides_them_while_it_is_open(api, session, secrets):
    assert {name: session[name] for name in UNKNOWN} == UNKNOWN
    assert session["blind"] is True
    read = api.get(f"/sessions/{session['id']}")
    assert read.json == session
    assert_hidden(read, secrets)


def test_so_does_each_answer_on_the_way(api, session, secrets):
    one = f"/sessions/{session['id']}"
    for answer in (
        api.say(session, "I am sorry. It is our policy. I am busy."),
        api.post(f"{one}/pause"),
        api.say(session, "Not now."),
        api.post(f"{one}/hint", {}),
        api.post(f"{one}/resume"),
        api.post(f"{one}/hint", {}),
        api.post(f"{one}/rewind", {"turn": 9}),
        api.post(f"{one}/rewind", {"turn": 1}),
        api.get(f"{one}/debrief"),
        api.get("/sessions"),
        api.get("/progress"),
        api.get(one),
    ):
        assert answer.status_code < 500, answer.text
        assert_hidden(answer, secrets)
    assert all({name: line[name] for name in UNKNOWN} == UNKNOWN for line in api.get("/sessions").json["sessions"])


def test_a_hint_names_neither(api, app, session, secrets, monkeypatch):
    monkeypatch.setattr(app.extensions["heard"].drafts, "checker", lambda: None)
    answer = api.post(f"/sessions/{session['id']}/hint", {"stuck": True})
    assert answer.json["sentence"]
    assert_hidden(answer, secrets)


def test_its_brief_is_the_agents_card_without_title_and_goal(api, session, secrets, catalogue):
    answer = api.get(f"/sessions/{session['id']}/brief")
    scenario = catalogue.scenario(SCENARIO)
    assert answer.json == {
        "brief": scenario.brief.to_json(),
        "channel": scenario.channel,
        "service": scenario.service.to_json(),
        "title": None,
        "goal": None,
    }
    assert_hidden(answer, [scenario.id, scenario.title, scenario.goal, scenario.summary, scenario.root_cause.text])


def test_a_refusal_does_not_name_them(api, rasa, session, secrets):
    why = f"no scenario {SCENARIO!r}; there are: {PERSONA}"
    rasa.script.refusal = why
    for path, body in (("turns", {"turn_id": session["id"], "text": "Hello."}), ("end", {})):
        rasa.script.answers = ["refused", "refused"]
        answer = api.post(f"/sessions/{session['id']}/{path}", body)
        assert_problem(answer, "customer-refused", 409)
        assert_hidden(answer, secrets)
    rasa.script.answers = ["refused"]
    answer = api.post("/sessions", {"blind": True, "scenario": SCENARIO, "persona": PERSONA})
    assert_problem(answer, "customer-refused", 409)
    assert_hidden(answer, secrets)
    rasa.script.answers = ["refused"]
    seen = assert_problem(api.post("/sessions", {"scenario": SCENARIO}), "customer-refused", 409)
    assert seen["detail"] == why


def test_a_scenario_that_is_gone_is_not_named_either(api, app, session, secrets, monkeypatch):
    catalogue = app.extensions["heard"].catalogue
    left = Library()
    monkeypatch.setattr(catalogue, "library", {one: left[one] for one in left if one != SCENARIO})
    for answer in (
        api.get(f"/sessions/{session['id']}/brief"),
        api.post(f"/sessions/{session['id']}/hint", {"stuck": True}),
    ):
        assert "no longer there" in assert_problem(answer, "not-found", 404)["detail"]
        assert_hidden(answer, secrets)


@pytest.mark.parametrize("how", ["end", "time-out"])
def test_all_is_told_after_the_end(api, database, session, catalogue, how):
    from aged import age

    if how == "end":
        api.post(f"/sessions/{session['id']}/end")
    else:
        age(database, session, days=2)
    ended = api.get(f"/sessions/{session['id']}").json
    scenario = catalogue.scenario(SCENARIO)
    assert ended["scenario"] == {"id": SCENARIO, "title": scenario.title}
    assert ended["persona"] == {"id": PERSONA, "name": catalogue.persona(PERSONA).name}
    (line,) = api.get("/sessions").json["sessions"]
    assert (line["scenario"], line["persona"], line["blind"]) == (ended["scenario"], ended["persona"], True)
    brief = api.get(f"/sessions/{session['id']}/brief").json
    assert (brief["title"], brief["goal"]) == (scenario.title, scenario.goal)
    (past,) = api.get("/progress").json["sessions"]
    assert (past["scenario"], past["blind"]) == (ended["scenario"], True)


def test_no_turn_of_it_is_taken_again_before_the_end(api, session, secrets):
    """The end of a second try would tell the case while the first still hides it."""
    api.say(session, "I am sorry.")
    before = api.get("/sessions").json
    refused = api.post(f"/sessions/{session['id']}/rewind", {"turn": 1})
    assert "Play it to its end first" in assert_problem(refused, "still-blind", 409)["detail"]
    assert_hidden(refused, secrets)
    assert api.get("/sessions").json == before
    assert api.get(f"/review/sessions/{session['id']}").json["may"]["rewind"] is False
    api.post(f"/sessions/{session['id']}/end")
    assert api.get(f"/review/sessions/{session['id']}").json["may"]["rewind"] is True
    known = api.post(f"/sessions/{session['id']}/rewind", {"turn": 1}).json
    assert (known["blind"], known["scenario"]["id"]) == (False, SCENARIO)


def test_the_seed_deals_scenario_and_persona(api, rasa):
    dealt = [api.post("/sessions", {"blind": True, "seed": seed}).json for seed in (1, 1, 2, 3, 4, 5)]
    assert all({name: session[name] for name in UNKNOWN} == UNKNOWN for session in dealt)
    asked = [(body["scenario"], body["persona"]) for body in rasa.asked]
    assert asked[0] == asked[1]
    assert len({scenario for scenario, _ in asked}) > 1 < len({persona for _, persona in asked})


def test_a_named_half_is_kept_and_the_other_is_dealt(api, rasa):
    for seed in range(3):
        api.post("/sessions", {"blind": True, "seed": seed, "scenario": SCENARIO})
        api.post("/sessions", {"blind": True, "seed": seed, "persona": PERSONA})
    assert {body["scenario"] for body in rasa.asked[::2]} == {SCENARIO}
    assert {body["persona"] for body in rasa.asked[1::2]} == {PERSONA}


def test_no_draft_is_dealt(settings, database, rasa, catalogue, tmp_path, monkeypatch):
    own = tmp_path / "own"
    own.mkdir()
    source = (catalogue.library.project / f"{SCENARIO}.yml").read_text(encoding="utf-8")
    (own / "being_written.yml").write_text("draft: true\n" + source, encoding="utf-8")
    (own / "published.yml").write_text(source, encoding="utf-8")
    monkeypatch.setattr(catalogue, "library", Library(own=own))
    api = Api(create_app(settings))
    shown = {one["id"]: (one["own"], one["draft"]) for one in api.get("/scenarios").json["scenarios"]}
    assert (shown["being_written"], shown["published"], shown[SCENARIO]) == (
        (True, True),
        (True, False),
        (False, False),
    )
    only_own = {one: catalogue.library[one] for one in ("being_written", "published")}
    monkeypatch.setattr(catalogue.library, "now", lambda: only_own)
    for seed in range(12):
        assert api.post("/sessions", {"blind": True, "seed": seed}).status_code == 201
    assert {body["scenario"] for body in rasa.asked} == {"published"}


def test_without_blind_a_scenario_is_needed(api):
    for body in ({}, {"blind": False}, {"scenario": None}, {"persona": PERSONA}):
        problem = assert_problem(api.post("/sessions", body), "validation", 422)
        assert [error["field"] for error in problem["errors"]] == ["scenario"]
