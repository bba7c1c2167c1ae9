"""Scenario files over the API: nothing is overwritten, nothing is lost, and no text is a fault of ours."""

import pytest
from api_client import assert_problem

from coaching.authoring import new_text
from coaching.authoring.folder import LIMIT_BYTES
from coaching.authoring.transcript import LIMIT as TRANSCRIPT_LIMIT
from coaching.paths import ROOT

GOOD = (ROOT / "training_data" / "scenarios" / "late_parcel.yml").read_text("utf-8")
HEAD = "A late parcel, needed for a birthday"


@pytest.fixture
def own(tmp_path, catalogue, monkeypatch):
    monkeypatch.setattr(catalogue.library, "own", tmp_path / "own")
    return tmp_path / "own"


@pytest.fixture
def files(api, own):
    return Files(api)


class Files:
    def __init__(self, api):
        self.api = api

    def save(self, scenario_id, text, opened=None):
        path = f"/api/v1/scenario-files/{scenario_id}"
        return self.api.client.put(path, json={"text": text, "opened": opened})

    def read(self, scenario_id):
        return self.api.get(f"/scenario-files/{scenario_id}")

    def listed(self):
        return self.api.get("/scenario-files").json

    def check(self, text, **more):
        return self.api.post("/scenario-drafts/check", {"text": text, **more})


def test_a_saved_file_is_read_listed_and_can_be_practised_at_once(files, own):
    saved = files.save("mine", GOOD.replace(HEAD, "Mine")).json
    assert saved["own"] and saved["text"] == (own / "mine.yml").read_text("utf-8")
    assert files.read("mine").json == saved
    assert saved["check"]["errors"] == 0 and saved["check"]["preview"]["title"] == "Mine"
    first = files.listed()["files"][0]
    assert (first["id"], first["title"], first["own"], first["draft"]) == ("mine", "Mine", True, False)
    assert files.api.post("/sessions", {"scenario": "mine"}).json["scenario"]["title"] == "Mine"


def test_the_projects_own_are_read_and_not_written(files):
    there = files.read("late_parcel").json
    assert there["text"] == GOOD and not there["own"]
    assert_problem(files.save("late_parcel", "x", there["version"]), "scenario-read-only", 403)
    assert_problem(files.save("late_parcel", "x"), "scenario-taken", 409)
    assert_problem(files.api.delete("/scenario-files/late_parcel"), "scenario-read-only", 403)


def test_unfinished_work_is_saved_with_its_errors(files, api):
    saved = files.save("mine", "title: [").json
    assert saved["check"]["errors"] == 1 and saved["check"]["preview"] is None
    told = files.listed()["files"][0]
    assert (told["id"], told["title"], told["errors"], told["draft"]) == ("mine", "mine", 1, True)
    assert "mine" not in {one["id"] for one in api.get("/scenarios").json["scenarios"]}


def test_a_file_changed_meanwhile_is_not_overwritten(files, own):
    opened = files.save("mine", new_text()).json["version"]
    (own / "mine.yml").write_text("title: from elsewhere\n", "utf-8")
    told = assert_problem(files.save("mine", new_text("Here"), opened), "scenario-changed", 409)
    assert told["text"] == "title: from elsewhere\n"
    assert files.save("mine", new_text("Here"), told["version"]).status_code == 200
    (own / "mine.yml").unlink()
    told = assert_problem(files.save("mine", "x: 1", told["version"]), "scenario-changed", 409)
    assert "was deleted" in told["detail"] and "text" not in told


def test_a_new_file_takes_no_name_that_is_taken(files):
    assert files.save("mine", new_text("First")).status_code == 200
    assert_problem(files.save("mine", new_text("Second")), "scenario-taken", 409)
    assert "First" in files.read("mine").json["text"]


def test_a_deleted_file_comes_back(files, own, api):
    for title in ("First", "Second"):
        files.save("mine", new_text(title))
        assert api.delete("/scenario-files/mine").status_code == 204
    assert_problem(files.read("mine"), "not-found", 404)
    assert files.listed()["deleted"] == ["mine"]
    assert "Second" in api.post("/scenario-files/mine/restore", {}).json["text"]
    assert files.listed()["deleted"] == []
    assert_problem(api.post("/scenario-files/mine/restore", {}), "scenario-taken", 409)
    api.delete("/scenario-files/mine")
    api.post("/scenario-files/mine/restore", {})
    (own / "mine.yml").unlink()
    assert "First" in api.post("/scenario-files/mine/restore", {}).json["text"]
    assert_problem(api.post("/scenario-files/other/restore", {}), "not-found", 404)


def test_a_session_goes_on_when_its_file_changes_or_goes(files, own, api):
    version = files.save("mine", GOOD).json["version"]
    session = api.post("/sessions", {"scenario": "mine"}).json
    files.save("mine", GOOD.replace(HEAD, "Changed"), version)
    assert api.say(session, "I am sorry that it is late.").status_code == 200
    api.delete("/scenario-files/mine")
    assert api.get(f"/sessions/{session['id']}").json["scenario"]["title"] == HEAD


@pytest.mark.parametrize(
    "name", ["..%2F..%2Fetc%2Fpasswd", "a.b", "Mine", "a-b", "x" * 65, ".deleted", "%00", "é", "mine.yml"]
)
def test_names_are_names(files, own, name):
    for answer in (files.read(name), files.api.delete(f"/scenario-files/{name}")):
        assert answer.status_code in (404, 409)
    assert files.save(name, "x: 1").status_code in (404, 405, 409)
    assert not own.exists() or not list(own.glob("*.yml"))


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    "text", [BOMB, "[" * 100_000, "- " * 60_000, "\x07", "- 1\n" * 40_000, "lines: " + "{" * 5000, ""]
)
def test_no_text_is_a_fault_of_ours(files, text):
    told = files.check(text)
    assert told.status_code == 200 and told.json["errors"] >= 1
    saved = files.save("mine", text)
    assert saved.status_code == 200
    assert files.listed()["files"][0]["errors"] >= 1
    assert files.read("late_parcel").status_code == 200


def test_a_text_too_large_is_refused_and_the_largest_is_taken(files):
    largest = "# " + "é" * (LIMIT_BYTES // 2 - 1)
    assert len(largest.encode()) == LIMIT_BYTES
    assert files.check(largest).status_code == 200
    told = assert_problem(files.check(largest + "é"), "validation", 422)
    assert told["errors"][0]["field"] == "text" and "200 KiB" in told["errors"][0]["expected"]
    assert_problem(files.check("x" * 8 * LIMIT_BYTES), "too-large", 413)


def test_errors_come_with_line_and_expectation(files):
    told = files.check(GOOD.replace("channel: chat", "channel: fax", 1)).json
    assert told["remarks"][0]["line"] == 5
    assert told["remarks"][0]["message"].startswith("found channel: 'fax'; expected one of chat")


def test_a_folder_that_cannot_be_used_is_told(files, own):
    own.parent.mkdir(exist_ok=True)
    own.write_text("a file")
    assert_problem(files.save("mine", "x: 1"), "scenarios-unavailable", 503)


def test_pages_of_other_sites_write_nothing(files, own):
    answer = files.api.client.put(
        "/api/v1/scenario-files/mine", json={"text": "x: 1"}, headers={"Origin": "https://evil.example"}
    )
    assert_problem(answer, "cross-origin", 403)
    assert not own.exists()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "transcript"),
        ({"transcript": " "}, "transcript"),
        ({"transcript": "x" * (TRANSCRIPT_LIMIT + 1)}, "transcript"),
    ],
)
def test_what_is_no_transcript_is_told(api, body, field):
    told = assert_problem(api.post("/scenario-drafts/from-transcript", body), "validation", 422)
    assert told["errors"][0]["field"] == field


@pytest.mark.model
def test_a_transcript_becomes_a_draft(api):
    talk = "Maya: Where is my lamp? I paid £24.50.\nTom: I'm sorry, Maya. Thank you for contacting us.\n"
    talk += "Maya: Call me on 07700 900142.\nTom: I have refunded the £24.50.\n"
    told = api.post("/scenario-drafts/from-transcript", {"transcript": talk, "title": "Lamp"}).json
    assert {one["kind"]: one["count"] for one in told["taken_out"]} == {"name": 1, "phone": 1}
    assert (told["customer"], told["agent"], told["check"]["errors"]) == (2, 2, 0)
    assert told["check"]["preview"]["title"] == "Lamp" and told["check"]["preview"]["draft"]
    assert "Maya" not in told["text"] and "900142" not in told["text"]


@pytest.mark.model
def test_an_unclear_transcript_names_its_line(api):
    told = assert_problem(
        api.post("/scenario-drafts/from-transcript", {"transcript": "\nhello there"}), "validation", 422
    )
    assert told["errors"][0]["expected"].startswith("line 2: Customer: or Agent: before it; found “hello there”")
