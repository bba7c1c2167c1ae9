"""Goals of teams: who sets and sees them, what counts, and the day on which one was met."""

from datetime import timedelta

import pytest
from api_client import assert_problem
from fake_rasa import FAREWELL

from assistant_api.store import now

GOAL = {"team": "north", "measure": "score", "target": 1.0, "due_on": None}


def goals(person):
    return person.get("/goals").json["goals"]


def play(cast, name, count=1, hours=25):
    for _ in range(count):
        person = cast[name]
        session = person.start()
        person.say(session, "I am sorry. I will refund it.")
        assert person.say(session, FAREWELL).status_code == 200
        cast.ended_ago(session["id"], hours=hours)


def test_a_team_sees_its_goal_and_nobody_else_does(cast):
    made = cast["tess"].post("/goals", GOAL)
    assert made.status_code == 201, made.text
    (goal,) = made.json["goals"]
    assert goal["team"]["name"] == "North" and goal["value"] is None and goal["may_edit"]
    assert [one["may_edit"] for one in goals(cast["ann"])] == [False]
    assert len(goals(cast["ada"])) == 1 and goals(cast["sid"]) == goals(cast["bo"]) == []


def test_only_its_trainer_sets_and_takes_it_away(cast):
    assert_problem(cast["ann"].post("/goals", GOAL), "role-too-low", 403)
    problem = assert_problem(cast["sid"].post("/goals", GOAL), "validation", 422)
    assert [one["field"] for one in problem["errors"]] == ["team"]
    goal = cast["tess"].post("/goals", GOAL).json["goals"][0]["id"]
    assert_problem(cast["sid"].delete(f"/goals/{goal}"), "not-found", 404)
    assert cast["tess"].delete(f"/goals/{goal}").status_code == 204
    assert_problem(cast["tess"].delete(f"/goals/{goal}"), "not-found", 404)


@pytest.mark.parametrize(
    ("measure", "target"), [("score", 1), ("sessions", 1.5), ("recommend", 0.1), ("mistakes", 1000)]
)
def test_it_is_met_once_and_stays_met(cast, measure, target):
    cast["tess"].post("/goals", {**GOAL, "measure": measure, "target": target})
    play(cast, "ann", 2)
    (goal,) = goals(cast["ann"])
    assert goal["sessions"] == 2 and goal["met_at"] is None
    play(cast, "ben")
    met = goals(cast["ann"])[0]
    if measure == "recommend" and met["value"] < target:
        return
    assert met["met_at"] and met["share"] == 1.0
    assert goals(cast["tess"])[0]["met_at"] == met["met_at"]


def test_what_counts(cast):
    cast["tess"].post("/goals", {**GOAL, "target": 100})
    play(cast, "bo", 1)
    play(cast, "tess", 1)
    # Not told yet, and too long ago.
    play(cast, "ann", 1, hours=1)
    assert goals(cast["ann"])[0]["sessions"] == 0
    play(cast, "ann", 1)
    goal = goals(cast["ann"])[0]
    assert goal["sessions"] == 1 and 0 < goal["share"] < 1 and goal["met_at"] is None


def test_after_its_day_it_is_not_met_any_more(cast):
    day = (now() - timedelta(days=1)).date().isoformat()
    cast["tess"].post("/goals", {**GOAL, "due_on": day})
    play(cast, "ann", 3)
    goal = goals(cast["ann"])[0]
    assert goal["over"] and goal["met_at"] is None


WRONG = {
    "team": [None, 3, "", "x" * 37, "\0"],
    "measure": ["kindness", None, 3, []],
    "target": [0, -1, 101, "70", None, True, 1e400, float("nan"), 10**300],
    "due_on": ["soon", 3, []],
    "more": [1],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in WRONG.items() for value in values])
def test_what_is_no_goal(cast, field, value):
    problem = assert_problem(cast["tess"].post("/goals", {**GOAL, field: value}), "validation", 422)
    assert field in [one["field"] for one in problem["errors"]]
