"""People and teams: invited, changed, deactivated; the last admin stays; trainers see their teams."""

import pytest
from api_client import SCENARIO, assert_problem
from staff import Browser

AMY = "amy@desk.example"


def names(answer):
    return [one["name"] for one in answer.json["people"]]


def test_trainers_see_their_teams_and_admins_everybody(staff):
    assert names(staff.trainer.get("/people")) == ["Amy Agent", "Tess Trainer"]
    assert [team["name"] for team in staff.trainer.get("/people").json["teams"]] == ["lamps"]
    assert len(names(staff.admin.get("/people"))) == 5
    assert_problem(staff.agent.get("/people"), "role-too-low", 403)


def test_sessions_are_ones_own_ones_trainers_and_the_admins(staff):
    session = staff.agent.post("/sessions", {"scenario": SCENARIO}).json["id"]
    assert staff.agent.get(f"/sessions/{session}").status_code == 200
    for browser in (staff.trainer, staff.admin):
        # It is there, but how it goes is told to its agent first.
        assert_problem(browser.get(f"/sessions/{session}"), "result-held", 409)
    for browser in (staff.other_agent, staff.other_trainer):
        assert_problem(browser.get(f"/sessions/{session}"), "not-found", 404)
    # Whoever may read it does not play it, and has it not in their own list.
    for browser in (staff.trainer, staff.admin, staff.other_agent):
        assert_problem(browser.post(f"/sessions/{session}/end", {}), "not-found", 404)
        assert_problem(browser.delete(f"/sessions/{session}"), "not-found", 404)
        assert browser.get("/sessions").json["sessions"] == []
    assert [one["id"] for one in staff.agent.get("/sessions").json["sessions"]] == [session]
    # And whose they are not told from those that are not there.
    strange = staff.other_agent.get(f"/sessions/{session}").json
    assert strange == staff.other_agent.get("/sessions/none").json


def test_a_trainer_who_leaves_the_team_sees_no_more(staff):
    session = staff.agent.post("/sessions", {"scenario": SCENARIO}).json["id"]
    assert staff.person("tess", teams=[]).status_code == 200
    assert_problem(staff.trainer.get(f"/sessions/{session}"), "not-found", 404)
    assert names(staff.trainer.get("/people")) == ["Tess Trainer"]


def test_reading_somebody_elses_session_is_noted_once_and_told_to_them(staff):
    session = staff.agent.post("/sessions", {"scenario": SCENARIO}).json["id"]
    for _ in range(3):
        staff.trainer.get(f"/sessions/{session}")
    staff.agent.get(f"/sessions/{session}")
    (reader,) = staff.agent.get("/account/readers").json["readers"]
    assert (reader["name"], reader["session"]) == ("Tess Trainer", session)
    read = [entry for entry in staff.admin.get("/audit?limit=100").json["entries"] if entry["action"] == "read"]
    assert [(entry["name"], entry["object"]) for entry in read] == [("Tess Trainer", session)]


def test_deactivation_is_at_once(staff, stranger):
    made = staff.agent.post("/tokens", {"name": "mine", "scopes": ["read"]}).json["secret"]
    bearer = {"headers": {"Authorization": f"Bearer {made}"}}
    assert stranger.get("/sessions", **bearer).status_code == 200
    assert staff.person("amy", active=False).json["active"] is False
    assert_problem(staff.agent.get("/account"), "sign-in-needed", 401)
    assert_problem(stranger.get("/sessions", **bearer), "bad-token", 401)
    assert_problem(stranger.sign_in(AMY), "wrong-password", 403)
    assert_problem(staff.admin.post(f"/people/{staff.ids['amy']}/link"), "not-found", 404)
    # Let in again she signs in anew; the token stays revoked.
    assert staff.person("amy", active=True).status_code == 200
    assert stranger.sign_in(AMY).status_code == 200
    assert_problem(Browser(staff.app).get("/sessions", **bearer), "bad-token", 401)


def test_a_link_of_somebody_deactivated_does_not_work(staff, stranger):
    path = staff.admin.post(f"/people/{staff.ids['amy']}/link").json["link"]["path"]
    staff.person("amy", active=False)
    assert_problem(stranger.welcome(path.removeprefix("/welcome/")), "link-gone", 410)


@pytest.mark.parametrize("change", [{"active": False}, {"role": "trainer"}, {"role": "agent"}])
def test_the_last_admin_stays(staff, change):
    assert_problem(staff.person("ada", **change), "last-admin", 409)
    assert staff.admin.get("/people").status_code == 200
    # An invited one, or one who is deactivated, could not look after anything.
    invited = {"name": "Zed", "login": "zed@desk.example", "role": "admin", "teams": []}
    staff.admin.post("/people", invited)
    assert_problem(staff.person("ada", **change), "last-admin", 409)
    staff.add("zoe", "admin")
    assert staff.person("ada", **change).status_code == 200


def test_a_role_counts_from_the_next_request_on(staff):
    assert staff.person("amy", role="trainer").status_code == 200
    assert staff.agent.get("/people").status_code == 200
    assert staff.person("amy", role="agent").status_code == 200
    assert_problem(staff.agent.get("/people"), "role-too-low", 403)


def test_logins_and_names_of_teams_are_given_once(staff):
    twin = {"name": "Amy", "login": AMY.upper(), "role": "agent", "teams": []}
    assert_problem(staff.admin.post("/people", twin), "login-taken", 409)
    assert_problem(staff.person("abe", login=AMY), "login-taken", 409)
    assert_problem(staff.admin.post("/teams", {"name": "Lamps"}), "team-taken", 409)
    assert_problem(staff.admin.put(f"/teams/{staff.teams['chairs']}", {"name": "LAMPS"}), "team-taken", 409)
    assert staff.admin.post("/teams", {"name": "Ýð"}).status_code == 201
    assert_problem(staff.admin.post("/teams", {"name": "Ýð"}), "team-taken", 409)
    assert_problem(staff.admin.post("/teams", {"name": "ýÐ"}), "team-taken", 409)
    assert staff.admin.put(f"/teams/{staff.teams['chairs']}", {"name": "Chairs"}).status_code == 204


def test_a_team_is_dissolved_and_its_people_stay(staff):
    assert staff.admin.delete(f"/teams/{staff.teams['lamps']}").status_code == 204
    assert_problem(staff.admin.delete(f"/teams/{staff.teams['lamps']}"), "not-found", 404)
    assert names(staff.trainer.get("/people")) == ["Tess Trainer"]
    assert len(names(staff.admin.get("/people"))) == 5


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "two\nlines"),
        ("name", "x" * 101),
        ("name", None),
        ("login", "nobody"),
        ("login", "a b@desk.example"),
        ("login", "x\0@desk.example"),
        ("role", "owner"),
        ("teams", ["none"]),
        ("teams", "lamps"),
        ("teams", [1]),
    ],
)
def test_what_is_nobody(staff, field, value):
    person = {"name": "Zoe", "login": "zoe@desk.example", "role": "agent", "teams": [], field: value}
    problem = assert_problem(staff.admin.post("/people", person), "validation", 422)
    assert {error["field"].partition("[")[0] for error in problem["errors"]} == {field}


def test_the_record_names_who_did_what_and_holds_no_secret(staff, stranger):
    stranger.sign_in("a password typed as a login", "x")
    stranger.sign_in(AMY, "quetzal lamp")
    first = staff.admin.get("/audit?limit=5").json
    second = staff.admin.get(f"/audit?limit=100&before={first['next']}").json
    entries = first["entries"] + second["entries"]
    refused = [entry for entry in entries if entry["action"] == "sign-in-refused"]
    assert [(entry["object_name"], entry["name"]) for entry in refused] == [("Amy Agent", ""), ("", "")]
    assert {"sign-in", "change"} <= {entry["action"] for entry in entries}
    told = repr(entries)
    assert "typed as a login" not in told and "quetzal" not in told and "/welcome/" not in told
    assert_problem(staff.trainer.get("/audit"), "role-too-low", 403)


def test_lists_ask_the_database_as_often_however_long_they_are(staff):
    from sqlalchemy import event

    def count(path):
        asked = []
        engine = staff.app.extensions["heard"].database.engine
        listener = lambda *given: asked.append(given[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", listener)
        try:
            assert staff.admin.get(path).status_code == 200
        finally:
            event.remove(engine, "before_cursor_execute", listener)
        return len(asked)

    before = [count(path) for path in ("/people", "/audit?limit=100")]
    for number in range(6):
        person = {"name": f"N {number}", "login": f"n{number}@desk.example", "role": "agent", "teams": []}
        assert staff.admin.post("/people", person).status_code == 201
    assert [count(path) for path in ("/people", "/audit?limit=100")] == before
