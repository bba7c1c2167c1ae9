"""Assignments: who makes them, who has them, tries, passing, and what is told to whom, when."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from api_client import SCENARIO, assert_problem
from assigned import ASSIGNMENT, Tried

from assistant_api.store import now


def mine(person):
    return person.get("/assignments").json["mine"]


def managed(person):
    return person.get("/assignments").json["managed"]


def today(**by):
    return (now() + timedelta(**by)).date().isoformat()


def standings(person, assignment):
    return {one["person"]["id"]: one for one in person.read(assignment)["progress"]}


def test_a_team_has_what_its_trainer_assigns(cast, ann, tess):
    made = tess.assign(due_on=today(days=20))
    assert made["scenario"]["id"] == SCENARIO and made["scenario"]["there"] and made["level"] == 2
    assert [one["id"] for one in mine(ann)] == [made["id"]] == [one["id"] for one in mine(cast["ben"])]
    # Trainers in the team train it; other teams have nothing to do with it.
    assert mine(tess) == mine(cast["bo"]) == managed(cast["sid"]) == managed(ann) == []
    assert managed(tess)[0]["counts"] == {"people": 2, "not_begun": 2, "passed": 0, "overdue": 0}
    assert [one["id"] for one in managed(cast["ada"])] == [made["id"]]
    told = ann.read(made)
    assert told["mine"]["state"] == "not_begun" and told["progress"] is None and told["people"] == told["teams"] == []
    assert told["made_by"]["name"] == "Tess Trainer" and not told["may_edit"]
    for other in ("bo", "sid"):
        assert_problem(cast[other].get(f"/assignments/{made['id']}"), "not-found", 404)


def test_only_trainers_assign_and_only_to_their_own(cast, ann, tess):
    assert_problem(ann.post("/assignments", ASSIGNMENT), "role-too-low", 403)
    problem = assert_problem(
        tess.post("/assignments", {**ASSIGNMENT, "people": ["ann", "bo"], "teams": ["south"]}), "validation", 422
    )
    assert [one["field"] for one in problem["errors"]] == ["people[1]", "teams[0]"]
    assert cast["ada"].assign(people=["bo"], teams=["south", "north"])["teams"] == [
        {"id": "north", "name": "North"},
        {"id": "south", "name": "South"},
    ]


def test_a_trainer_sees_of_what_others_assigned_their_own_people_alone(cast, tess):
    made = cast["ada"].assign(teams=["north", "south"])
    assert list(standings(tess, made)) == ["ann", "ben"]
    assert list(standings(cast["ada"], made)) == ["ann", "ben", "bo"]
    assert_problem(tess.change(made, title="Mine now"), "not-found", 404)


def test_a_try_is_played_as_it_was_set(cast, ann, tess):
    made = tess.assign(tries=2, pass_mark=100)
    session = ann.begin(made)
    assert (session["scenario"]["id"], session["level"]["number"]) == (SCENARIO, 2)
    assert session["hints"] == "on_request" and not session["blind"]
    told = ann.read(made)["mine"]
    assert (told["state"], told["tries_left"], told["open_session"]) == ("begun", 1, session["id"])
    ann.say(session, "I am sorry.")
    assert ann.post(f"/sessions/{session['id']}/rewind", {"turn": 1}).status_code == 201
    assert ann.read(made)["mine"]["tries_left"] == 1
    ann.post(f"/sessions/{session['id']}/end")
    ann.attempt(made)
    assert ann.read(made)["mine"]["state"] == "used_up"
    assert_problem(ann.post("/sessions", {"assignment": made["id"]}), "no-tries-left", 409)
    assert tess.change(tess.read(made), tries=3).status_code == 200
    ann.begin(made)


def test_the_last_try_is_not_begun_twice_at_once(cast, ann, tess):
    made = tess.assign(tries=1)
    with ThreadPoolExecutor(4) as pool:
        body = {"assignment": made["id"]}
        answers = [pool.submit(Tried(cast.app, ann.token).post, "/sessions", body) for _ in range(4)]
    assert sorted(one.result().status_code for one in answers) == [201, 409, 409, 409]
    assert ann.read(made)["mine"]["tries_taken"] == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("scenario", SCENARIO),
        ("level", 1),
        ("persona", "furious"),
        ("seed", 7),
        ("blind", True),
        ("hints", "off"),
        ("assignment", 7),
        ("assignment", "x" * 37),
    ],
)
def test_a_try_cannot_be_made_easier(ann, tess, field, value):
    body = {"assignment": tess.assign()["id"], field: value}
    problem = assert_problem(ann.post("/sessions", body), "validation", 422)
    assert [one["field"] for one in problem["errors"]] == [field]


def test_nobody_tries_what_they_have_not_got(cast, ann, tess):
    made = tess.assign(people=["ann"], teams=[])
    for other in ("ben", "bo", "tess", "ada"):
        assert_problem(cast[other].post("/sessions", {"assignment": made["id"]}), "not-found", 404)
    assert tess.change(made, closed=True).json["closed_at"]
    assert_problem(ann.post("/sessions", {"assignment": made["id"]}), "assignment-closed", 409)
    assert tess.change(made, closed=False).json["closed_at"] is None
    ann.begin(made)


def test_passing_writes_one_certificate(cast, ann, tess):
    made = tess.assign()
    first, second = ann.attempt(made), ann.attempt(made)
    told = ann.read(made)["mine"]
    assert told["state"] == "passed" and [one["session"] for one in told["tries"]] == [first, second]
    certificate = ann.get(f"/certificates/{told['certificate']}").json
    assert certificate["person"] == "Ann Łee" and certificate["pass_mark"] == 1 and certificate["pdf"]
    assert certificate["score"] == cast.score(first) and certificate["rubric"]
    problem = assert_problem(tess.change(made, pass_mark=2), "validation", 422)
    assert [one["field"] for one in problem["errors"]] == ["pass_mark"]


def test_a_lower_pass_mark_lets_earlier_tries_pass(ann, tess):
    made = tess.assign(pass_mark=100)
    ann.attempt(made)
    assert ann.read(made)["mine"]["state"] == "begun"
    tess.change(made, pass_mark=1)
    assert ann.read(made)["mine"]["state"] == "passed"


def test_a_rewind_passes_nothing(ann, tess):
    made = tess.assign()
    session = ann.begin(made)
    ann.say(session, "I am sorry.")
    rewind = ann.post(f"/sessions/{session['id']}/rewind", {"turn": 1}).json
    ann.say(rewind, "I am sorry. I will refund it.")
    ann.post(f"/sessions/{rewind['id']}/end")
    assert ann.read(made)["mine"]["state"] == "begun"


def test_results_reach_the_trainee_first(cast, ann, tess):
    made = tess.assign()
    session = ann.attempt(made)
    before = standings(tess, made)["ann"]
    assert (before["state"], before["untold"], before["best"], before["tries"]) == ("begun", 1, None, [])
    assert before["certificate"] is None and managed(tess)[0]["counts"]["passed"] == 0
    code = ann.read(made)["mine"]["certificate"]
    assert_problem(tess.get(f"/certificates/{code}.pdf"), "not-found", 404)
    # That the trainer asks for the debrief tells nothing of the trainee.
    assert_problem(tess.get(f"/sessions/{session}/debrief"), "result-held", 409)
    assert standings(tess, made)["ann"]["untold"] == 1
    assert ann.get(f"/sessions/{session}/debrief").status_code == 200
    after = standings(tess, made)["ann"]
    assert (after["state"], after["untold"], after["certificate"]) == ("passed", 0, code)
    assert managed(tess)[0]["counts"]["passed"] == 1
    assert tess.get(f"/certificates/{code}.pdf").status_code == 200


def test_a_day_later_they_are_told_all_the_same(cast, ann, tess):
    made = tess.assign(pass_mark=100)
    session = ann.attempt(made)
    cast.ended_ago(session, hours=23)
    assert standings(tess, made)["ann"]["untold"] == 1
    cast.ended_ago(session, hours=25)
    assert [one["session"] for one in standings(tess, made)["ann"]["tries"]] == [session]


def test_what_is_due(ann, tess):
    late, soon, far = (tess.assign(due_on=today(days=days)) for days in (-1, 3, 4))
    found = {one["id"]: (one["mine"]["overdue"], one["mine"]["due_soon"]) for one in mine(ann)}
    assert found == {late["id"]: (True, False), soon["id"]: (False, True), far["id"]: (False, False)}
    assert standings(tess, late)["ann"]["overdue"]
    ann.attempt(late)
    assert not ann.read(late)["mine"]["overdue"]


def test_a_certificate_is_checked_by_whoever_is_signed_in_and_printed_for_few(cast, ann, tess):
    made = tess.assign()
    ann.get(f"/sessions/{ann.attempt(made)}/debrief")
    code = ann.read(made)["mine"]["certificate"]
    for name in cast:
        told = cast[name].get(f"/certificates/{code.lower()}").json
        assert told["code"] == code and told["pdf"] is (name in ("ann", "tess", "ada"))
        answer = cast[name].get(f"/certificates/{code}.pdf")
        assert answer.status_code == (200 if told["pdf"] else 404)
    paper = ann.get(f"/certificates/{code}.pdf")
    assert paper.mimetype == "application/pdf" and paper.data.startswith(b"%PDF-") and b"%%EOF" in paper.data[-8:]
    assert paper.headers["Content-Disposition"] == f'attachment; filename="certificate-{code}.pdf"'
    assert_problem(ann.get("/certificates/AAAA-AAAA-AAAA"), "not-found", 404)
    assert cast.app.test_client().get(f"/api/v1/certificates/{code}").status_code == 401


def test_one_person_alone_assigns_to_themselves(alone):
    made = alone.post("/assignments", {**ASSIGNMENT, "people": ["owner"], "teams": []})
    assert made.status_code == 201, made.text
    assert made.json["mine"]["state"] == "not_begun"
    assert alone.post("/sessions", {"assignment": made.json["id"]}).status_code == 201


WRONG = {
    "title": ["", " ", "x" * 121, "two\nlines", "x\0", "\ud800", None, 3, [], {}],
    "note": ["x" * 2001, "\0", None, 3, []],
    "scenario": ["nothing", "", "x" * 101, None, 3, "\0"],
    "level": [0, 6, 1.5, "2", True],
    "due_on": ["", "2026-02-30", "30.11.2026", 3, 1e400, True, "9999-12-31", "0001-01-01", []],
    "pass_mark": [-1, 101, None, "70", 70.5, True],
    "tries": [0, 101, "3", 1.5, False],
    "people": [None, "ann", {}, ["x"] * 201],
    "teams": [None, "north", 3],
    "closed": ["no", 0, None],
    "more": [1],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in WRONG.items() for value in values])
def test_what_is_no_assignment(tess, field, value):
    answer = tess.post("/assignments", {**ASSIGNMENT, field: value})
    problem = assert_problem(answer, "validation", 422)
    assert [one["field"] for one in problem["errors"]] == [field]


@pytest.mark.parametrize(("field", "value"), [("people", [3]), ("people", ["\0"]), ("teams", [None]), ("teams", ["x"])])
def test_what_is_no_target(tess, field, value):
    problem = assert_problem(tess.post("/assignments", {**ASSIGNMENT, field: value}), "validation", 422)
    assert problem["errors"][0]["field"].startswith(field)


def test_an_assignment_is_for_somebody(tess):
    problem = assert_problem(tess.post("/assignments", {**ASSIGNMENT, "teams": []}), "validation", 422)
    assert [one["field"] for one in problem["errors"]] == ["people"]


@pytest.mark.parametrize("path", ["/assignments/x", "/assignments/%00", "/certificates/%00", "/certificates/x.pdf"])
def test_what_is_not_there(tess, path):
    assert_problem(tess.get(path), "not-found", 404)
