"""Scenarios are renamed and deleted, assignments closed and teams dissolved: every page and every export goes on."""

import pytest
from api_client import Api, assert_problem, new_id
from fake_rasa import FAREWELL

from coaching.authoring import new_text
from coaching.paths import ROOT

GOOD = (ROOT / "training_data" / "scenarios" / "late_parcel.yml").read_text("utf-8")
HEAD = "A late parcel, needed for a birthday"
MINE = "mine"


class Desk(Api):
    """One person alone, with a scenario of their own that they have used for all there is to use one for."""

    def put(self, path, body):
        return self.client.put(f"/api/v1{path}", json=body)

    def done(self, answer):
        assert answer.status_code < 300, answer.text
        return answer.json

    def save(self, text, opened=None):
        return self.done(self.put(f"/scenario-files/{MINE}", {"text": text, "opened": opened}))

    def played(self, **wish):
        session = self.done(self.post("/sessions", wish))
        for text in ("I am sorry. It is our policy.", FAREWELL):
            self.done(self.say(session, text))
        return session["id"]

    def begun(self):
        session = self.done(self.post("/sessions", {"scenario": MINE, "hints": "on_request"}))
        self.done(self.say(session, "I am sorry."))
        return session["id"]

    def fill(self):
        self.file = self.save(GOOD.replace(HEAD, "Mine"))
        self.team = self.done(self.post("/teams", {"name": "Lamps"}))["id"]
        self.done(self.post("/goals", {"team": self.team, "measure": "score", "target": 80}))
        task = {"title": "Try mine", "note": "", "scenario": MINE, "level": 2, "pass_mark": 0, "due_on": None}
        made = self.done(self.post("/assignments", {**task, "tries": None, "people": ["owner"], "teams": [self.team]}))
        self.assignment = made["id"]
        self.ended = self.played(assignment=self.assignment)
        self.code = self.done(self.get(f"/assignments/{self.assignment}"))["mine"]["certificate"]
        self.open, self.paused = self.begun(), self.begun()
        self.done(self.post(f"/sessions/{self.paused}/pause"))
        self.done(self.post(f"/sessions/{self.open}/rewind", {"turn": 1}))
        self.done(self.post(f"/review/sessions/{self.ended}/dispute", {"reason": "I did."}))

    def everything(self, app):
        """By address, what every page and every reading endpoint answers, for each session."""
        found = {}
        for session in (self.ended, self.open, self.paused):
            known = {
                **{"session_id": session, "assignment_id": self.assignment, "team_id": self.team, "code": self.code},
                **{"scenario_id": MINE, "person_id": "owner"},
            }
            for rule in app.url_map.iter_rules():
                if "GET" in rule.methods and (session == self.ended or "session_id" in rule.arguments):
                    path = rule.rule
                    for part in rule.arguments:
                        path = path.replace(f"<path:{part}>", "icon.svg").replace(f"<{part}>", known.get(part, "none"))
                    answer = self.client.get(path, buffered=True)
                    found[path] = answer.status_code
        return found


@pytest.fixture
def desk(app, catalogue, tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue.library, "own", tmp_path / "own")
    monkeypatch.setenv("HEARD_RECOGNISER", str(tmp_path / "missing.joblib"))
    one = Desk(app)
    one.fill()
    return one


def broken(found):
    return {path: status for path, status in found.items() if status >= 500 and "/drafts/" not in path}


def exports(desk):
    return [
        f"/api/v1/exports/{what}.{form}"
        for what in (f"session/{desk.ended}", "person/owner", "sessions")
        for form in ("csv", "xlsx", "json", "pdf")
    ]


def test_a_renamed_scenario_breaks_nothing_and_old_sessions_keep_its_name(desk, app):
    before = desk.everything(app)
    assert broken(before) == {} and len(before) > 100
    desk.save(GOOD.replace(HEAD, "Another name"), desk.file["version"])
    assert desk.everything(app) == before
    assert desk.get(f"/sessions/{desk.ended}").json["scenario"]["title"] == "Mine"
    assert desk.get(f"/certificates/{desk.code}").json["scenario"] == "Mine"
    assert desk.get(f"/assignments/{desk.assignment}").json["scenario"]["title"] == "Another name"


def test_a_deleted_scenario_breaks_no_page_and_no_export(desk, app):
    assert desk.delete(f"/scenario-files/{MINE}").status_code == 204
    found = desk.everything(app)
    assert broken(found) == {}
    assert {path: found[path] for path in exports(desk)} == dict.fromkeys(exports(desk), 200)
    for path in ("/insight", "/assignments", f"/assignments/{desk.assignment}", f"/certificates/{desk.code}.pdf"):
        assert found[f"/api/v1{path}"] == 200, path
    (mine,) = desk.get("/assignments").json["mine"]
    assert mine["scenario"] == {"id": MINE, "title": MINE, "there": False} and mine["mine"]["state"] == "passed"
    assert desk.get(f"/certificates/{desk.code}").json["scenario"] == "Mine"


def test_what_needs_a_deleted_scenario_is_refused_in_words(desk):
    assert desk.delete(f"/scenario-files/{MINE}").status_code == 204
    asked = [
        desk.post("/sessions", {"assignment": desk.assignment}),
        desk.post("/sessions", {"scenario": MINE}),
        desk.post(f"/sessions/{desk.open}/hint"),
        desk.post(f"/sessions/{desk.open}/turns", {"turn_id": new_id(), "text": "I will refund it."}),
        desk.post(f"/sessions/{desk.paused}/resume"),
        desk.post(f"/sessions/{desk.ended}/rewind", {"turn": 1}),
        desk.post(f"/review/sessions/{desk.ended}/labels", {"turn": 1, "sentence": 0, "labels": [], "reason": "No."}),
        desk.post(f"/sessions/{desk.open}/end"),
        desk.get(f"/sessions/{desk.open}"),
        desk.get(f"/sessions/{desk.open}/debrief"),
    ]
    assert [answer.text for answer in asked if answer.status_code >= 500 and answer.status_code != 503] == []
    assert_problem(asked[1], "validation", 422)
    assert asked[0].status_code in (404, 409, 422)


def test_closed_assignments_and_dissolved_teams_break_nothing(desk, app):
    kept = {"title": "Try mine", "note": "", "due_on": None, "pass_mark": 0, "tries": None, "people": ["owner"]}
    assert desk.delete(f"/teams/{desk.team}").status_code == 204
    assert desk.put(f"/assignments/{desk.assignment}", {**kept, "teams": [], "closed": True}).status_code == 200
    found = desk.everything(app)
    assert broken(found) == {}
    assert {path: found[path] for path in exports(desk)} == dict.fromkeys(exports(desk), 200)
    assert found[f"/api/v1/exports/team/{desk.team}.csv"] == 404 and found["/api/v1/insight"] == 200
    assert desk.get("/insight", query_string={"team": desk.team}).status_code == 404
    assert desk.get("/goals").json["goals"] == []
    assert desk.get("/assignments").json["mine"][0]["closed_at"]
    assert desk.get(f"/certificates/{desk.code}").status_code == 200


def test_a_scenario_that_cannot_be_read_any_more_breaks_no_page(desk, app):
    desk.save("id: mine\ntitle: [", desk.file["version"])
    assert broken(desk.everything(app)) == {}
    desk.save(new_text("Mine"), desk.get(f"/scenario-files/{MINE}").json["version"])
    assert broken(desk.everything(app)) == {}
