"""Where people stand: each figure by hand, who sees whose, what is the trainee's first, how many queries it takes."""

import pytest
from api_client import Api, assert_problem
from sqlalchemy import event


def test_the_figures_are_those_worked_out_by_hand(cohort):
    cohort.add("ann", 40, days=10, hear=0.2, anger=0.9, face="bad", recommend=2, mistakes={"blame": 2, "rush": 1})
    cohort.add("ann", 80, days=10, hear=0.6, anger=0.0, face="good", recommend=9, mistakes={"blame": 1}, level=4)
    cohort.add("ann", 100, days=0, title="Cold soup", recommend=10, first_response_seconds=None, replies=6)
    mine = cohort["ann"].insight(mark=80)
    assert (mine["sessions"], mine["people"], len(mine["weeks"])) == (3, 1, 8)
    (early,) = [week for week in mine["weeks"] if week["sessions"] == 2]
    assert early["steps"]["hear"] == pytest.approx(0.4) and early["score"] == 60
    assert early["anger"] == pytest.approx(0.45) and early["recommend"] == 5.5
    assert [week["steps"] for week in mine["weeks"] if not week["sessions"]] == [{}] * 6
    assert [(one["id"], one["sessions"], one["mean"], one["fifths"]) for one in mine["scenarios"]] == [
        ("a_late_parcel", 2, 60, [0, 0, 1, 0, 1]),
        ("cold_soup", 1, 100, [0, 0, 0, 0, 1]),
    ]
    assert [(one["title"], one["sessions"]) for one in mine["levels"]] == [("Level 3", 2), ("Level 4", 1)]
    assert mine["mistakes"] == [
        {"label": "blame", "count": 3, "sessions": 2},
        {"label": "rush", "count": 1, "sessions": 1},
    ]
    assert [one["sessions"] for one in mine["faces"]] == [1, 1, 1]
    assert mine["recommend"] == 7 and [one["sessions"] for one in mine["recommend_groups"]] == [1, 0, 2]
    assert mine["anger"] == [2, 0, 0, 0, 1] and mine["satisfaction"] == [0, 0, 0, 0, 3]
    assert mine["first_response"] == 100 and [one["sessions"] for one in mine["first_responses"]] == [0, 2, 0, 0]
    assert mine["replies"] == pytest.approx(14 / 3)
    assert mine["trend"] == {"first": 0, "second": 3, "before": None, "after": None}


def test_the_pass_mark_is_counted_from_the_first_session_on(cohort):
    for days, score in ((300, 30), (200, 90), (1, 20)):
        cohort.add("ann", score, days=days)
    cohort.add("abe", 95)
    cohort.add("bo", 95)
    north = cohort["tess"].insight(team="north", mark=90)
    assert north["reached"] == [{"sessions": 1, "people": 1}, {"sessions": 2, "people": 1}]
    assert (north["not_reached"], north["sessions"]) == (0, 2)
    assert cohort["tess"].insight(team="north", mark=96)["not_reached"] == 2


def test_halves_are_compared_where_both_have_enough(cohort):
    for days, score in ((45, 40), (40, 50), (38, 60), (0, 70), (0, 80), (0, 90)):
        cohort.add("ann", score, days=days)
    assert cohort["ann"].insight()["trend"] == {"first": 3, "second": 3, "before": 50, "after": 80}


def test_rewinds_and_sessions_outside_the_span_do_not_count(cohort):
    cohort.add("ann", forked_turn=2)
    cohort.add("ann", days=100)
    assert cohort["ann"].insight()["sessions"] == 0


def test_results_reach_the_trainee_first(cohort):
    cohort.add("ann", 90, days=0, opened=False)
    cohort.add("ann", 10, days=0, opened=True)
    cohort.add("ann", 20, days=2, opened=False)
    mine, theirs = cohort["ann"].insight(mark=90), cohort["tess"].insight(person="ann", mark=90)
    assert (mine["sessions"], mine["untold"], mine["seen_by"]) == (3, 0, ["Ada", "Tess Trainer", "Tom Trainer"])
    assert (theirs["sessions"], theirs["untold"], theirs["seen_by"]) == (2, 1, [])
    assert theirs["not_reached"] == 1 and mine["not_reached"] == 0
    assert cohort["ada"].insight(everybody="yes")["sessions"] == 2


SEEN = [
    ("ann", {"person": "ann"}, 200),
    ("ann", {"person": "abe"}, 404),
    ("ann", {"team": "north"}, 404),
    ("ann", {"everybody": "yes"}, 403),
    ("tess", {"person": "ann"}, 200),
    ("tess", {"person": "bo"}, 404),
    ("tess", {"person": "nobody"}, 404),
    ("tess", {"team": "south"}, 404),
    ("tess", {"everybody": "yes"}, 403),
    ("ada", {"person": "bo"}, 200),
    ("ada", {"person": "nobody"}, 404),
    ("ada", {"team": "south"}, 200),
    ("ada", {"team": "none"}, 404),
    ("ada", {"everybody": "yes"}, 200),
    *(("tess", {name: value}, 404) for name in ("person", "team") for value in ("\0", "' OR 1=1 --", "%", "🙂")),
]


def test_who_sees_whose(cohort):
    told = [(name, query, cohort[name].get("/insight", query_string=query).status_code) for name, query, _ in SEEN]
    assert told == SEEN


def test_a_team_is_its_agents(cohort):
    cohort.add("ann", 40)
    cohort.add("tess", 90)
    assert cohort["tess"].insight(team="north")["sessions"] == 1
    assert cohort["tess"].insight()["sessions"] == 1


WRONG = [
    *({"weeks": value} for value in ("", "1", "27", "-3", "x", "1e9", "²", "1.5")),
    *({"mark": value} for value in ("", "-1", "101", "x", "70.5")),
    *({"everybody": value} for value in ("", "no", "Yes")),
    {"person": "x" * 37},
    {"team": "x" * 37},
    {"person": "ann", "team": "north"},
    {"team": "north", "everybody": "yes"},
    {"persons": "ann"},
]


def test_malformed_questions_are_told_what_is_wrong(cohort):
    for query in WRONG:
        assert_problem(cohort["ada"].get("/insight", query_string=query), "validation", 422)


def test_alone_there_is_one_person_to_whom_all_belongs(app):
    answer = Api(app).get("/insight", query_string={"everybody": "yes"})
    assert answer.status_code == 200 and answer.json["sessions"] == 0
    assert Api(app).get("/insight").json["seen_by"] == []


def test_as_many_queries_for_many_sessions_as_for_few(cohort):
    asked = []
    engine = cohort.app.extensions["heard"].database.engine
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))

    def counted():
        counts = []
        for query in ({}, {"person": "ann"}, {"team": "north"}):
            asked.clear()
            cohort["tess"].insight(**query)
            counts.append(len([one for one in asked if "SELECT" in one]))
        return counts

    cohort.add("ann", 1)
    cohort.add("tess", 1)
    counted()
    few = counted()
    for number in range(40):
        who, title = ("ann", "abe", "tess")[number % 3], f"Scenario {number}"
        cohort.add(who, number, days=number, title=title, level=1 + number % 5)
    assert counted() == few
