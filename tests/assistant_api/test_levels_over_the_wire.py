"""Levels of difficulty: published, asked for, and handed to the customer."""

import pytest
from api_client import SCENARIO, assert_problem

from coaching.customer.levels import load_levels


def test_the_five_levels_are_published(api):
    published = api.get("/levels").json["levels"]
    assert published == [level.to_json() for level in load_levels().values()]
    assert [level["number"] for level in published] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("level", [1, 5])
def test_a_session_is_played_at_the_level_asked_for(api, rasa, level):
    session = api.start(level=level)
    known = load_levels()[level]
    assert session["level"] == {"number": level, "title": known.title, "meter": known.meter}
    assert rasa.asked[-1]["level"] == level
    assert api.get("/sessions").json["sessions"][0]["level"] == session["level"]


def test_else_at_the_scenarios_own(api, rasa):
    for scenario in api.get("/scenarios").json["scenarios"]:
        for body in ({}, {"level": None}):
            session = api.start(scenario=scenario["id"], **body)
            assert session["level"]["number"] == rasa.asked[-1]["level"] == scenario["difficulty"]


@pytest.mark.parametrize("level", [0, 6, -1, 2.5, "3", True, [3], {}])
def test_another_level_is_refused(api, rasa, level):
    problem = assert_problem(api.post("/sessions", {"scenario": SCENARIO, "level": level}), "validation", 422)
    expected = "a whole number from 1 to 5, or null for the scenario's own"
    assert problem["errors"] == [{"field": "level", "expected": expected}]
    assert rasa.asked == []


@pytest.mark.parametrize("hints", ["", "never", "ON_REQUEST", 3, True, None, ["off"]])
def test_hints_are_one_of_three(api, hints):
    problem = assert_problem(api.post("/sessions", {"scenario": SCENARIO, "hints": hints}), "validation", 422)
    assert problem["errors"] == [{"field": "hints", "expected": "one of off, on_request, live"}]


@pytest.mark.parametrize("blind", ["yes", 1, None, []])
def test_blind_is_true_or_false(api, blind):
    problem = assert_problem(api.post("/sessions", {"scenario": SCENARIO, "blind": blind}), "validation", 422)
    assert problem["errors"][0]["field"] == "blind"
    assert problem["errors"][0]["expected"].startswith("true or false")


def test_what_is_not_said_is_neither_blind_nor_without_help(api):
    session = api.start()
    assert (session["blind"], session["hints"], session["hints_taken"], session["paused"]) == (
        *(False, "on_request"),
        *([], False),
    )
    assert session["version"]


def test_scenarios_tell_where_they_happen_and_what_they_teach(api, catalogue):
    for told in api.get("/scenarios").json["scenarios"]:
        scenario = catalogue.scenario(told["id"])
        assert (told["touchpoint"], told["inquiry"], told["goal"]) == (
            *(scenario.touchpoint, scenario.inquiry),
            scenario.goal,
        )
        assert told["service"] == scenario.service.to_json()
        assert (told["own"], told["draft"]) == (False, False)


def test_the_brief_of_a_session(api, catalogue):
    session = api.start()
    scenario = catalogue.scenario(SCENARIO)
    brief = api.get(f"/sessions/{session['id']}/brief").json
    assert brief["brief"] == scenario.brief.to_json()
    assert (brief["title"], brief["goal"], brief["channel"]) == (scenario.title, scenario.goal, scenario.channel)
    assert_problem(api.get("/sessions/unknown/brief"), "not-found", 404)
