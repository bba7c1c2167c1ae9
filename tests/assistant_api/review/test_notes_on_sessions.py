"""Comments, what trainers overrule, disputes: who may, what comes of it, and what is kept."""

import json

import pytest
from api_client import assert_problem

from assistant_api.cli.corrections_export import row_of
from assistant_api.store.review_overrules import Overrules
from coaching.cli.main import main

MARKUP = "<script>alert(1)</script> <b>"
LABELS = {"turn": 1, "sentence": 1, "labels": ["resolve", "hear"], "reason": "It goes on to a remedy."}


def one(ended, what=""):
    return f"/review/sessions/{ended}{what}"


@pytest.fixture
def commented(cast, ended):
    """A comment of Tess's that mentions Ann."""
    body = {"turn": 1, "sentence": 1, "text": f"See @ann lee, and mail jo.black@example.com {MARKUP}"}
    answer = cast["tess"].post(one(ended, "/comments"), body)
    assert answer.status_code == 201, answer.text
    return answer.json


def test_a_comment_is_kept_without_personal_data_and_with_whom_it_mentions(cast, ended, commented):
    assert commented["text"] == f"See @Ann Lee, and mail [email] {MARKUP}"
    assert [part for part in commented["parts"] if part["person"]] == [{"text": "@Ann Lee", "person": "ann"}]
    (read,) = cast["ann"].review(ended)["comments"]
    assert read == {**commented, "own": False}
    (mention,) = cast["ann"].get("/review/desk").json["mentions"]
    assert mention["session"] == ended and mention["comment"]["text"] == commented["text"]
    assert cast["tess"].get("/review/desk").json["mentions"] == []
    assert len(cast["tess"].listed(commented="yes")["sessions"]) == 1


def test_who_played_is_spoken_to_by_name_and_nobody_else(cast, ended):
    body = {"turn": 1, "sentence": None, "text": "A good start, Ann! Tell Gareth that you named the case."}
    told = cast["tess"].post(one(ended, "/comments"), body).json
    assert told["text"] == "A good start, Ann! Tell [name] that you named the case."
    changed = {**LABELS, "reason": "Ann and Gareth went on to a remedy."}
    (overruled,) = cast["tess"].post(one(ended, "/labels"), changed).json["overrules"]
    assert overruled["reason"] == "Ann and [name] went on to a remedy."


def test_only_those_who_may_read_the_session_can_be_mentioned(cast, ended):
    body = {"turn": 1, "sentence": None, "text": "Ask @Sid South, @Tess Trainer or @Ada."}
    told = cast["ann"].post(one(ended, "/comments"), body).json
    assert [part["person"] for part in told["parts"] if part["person"]] == ["tess", "ada"]
    assert {person["id"] for person in cast["ann"].review(ended)["people"]} == {"ann", "tess", "ada"}


def test_comments_are_changed_by_their_authors_alone(cast, ended, commented):
    path = f"/review/comments/{commented['id']}"
    for name in ("ann", "bo", "sid", "ada"):
        assert cast[name].put(path, {"text": "Mine now."}).status_code == 404
        assert_problem(cast[name].delete(path), "not-found", 404)
    changed = cast["tess"].put(path, {"text": "Shorter, @Ann Lee."}).json
    assert changed["text"] == "Shorter, @Ann Lee." and changed["edited_at"]
    assert cast["tess"].delete(path).status_code == 204
    assert cast["ann"].review(ended)["comments"] == []


def test_nothing_of_a_session_is_there_for_those_who_may_not_see_it(cast, ended, commented):
    labelled = cast["tess"].post(one(ended, "/labels"), LABELS).json["overrules"][0]["id"]
    dispute = cast["ann"].post(one(ended, "/dispute"), {"reason": "No."}).json["dispute"]["id"]
    requests = [
        ("GET", one(ended), None),
        ("POST", one(ended, "/comments"), {"turn": 1, "text": "Hello."}),
        ("POST", one(ended, "/labels"), LABELS),
        ("POST", one(ended, "/points"), {"rule": "step.hear", "points": 1, "reason": "So."}),
        ("POST", one(ended, "/dispute"), {"reason": "No."}),
        ("DELETE", f"/review/overrules/{labelled}", None),
        ("POST", f"/review/disputes/{dispute}/answer", {"upheld": "stands", "text": "No."}),
    ]
    for method, path, body in requests:
        answer = cast["sid"].client.open(f"/api/v1{path}", method=method, json=body)
        assert_problem(answer, "not-found", 404)
    for method, path, body in requests[2:4] + requests[5:]:
        answer = cast["ann"].client.open(f"/api/v1{path}", method=method, json=body)
        assert_problem(answer, "role-too-low", 403)
    # Only who played it disputes it.
    assert_problem(cast["tess"].post(one(ended, "/dispute"), {"reason": "No."}), "not-found", 404)


def test_a_session_of_ones_own_is_corrected_by_somebody_else(cast):
    own = cast["tess"].opens(cast["tess"].played("I am sorry."))
    assert_problem(cast["tess"].post(one(own, "/labels"), {**LABELS, "sentence": 0}), "own-session", 403)
    assert cast["ada"].post(one(own, "/labels"), {**LABELS, "sentence": 0}).status_code == 201


def test_overruled_labels_and_points_count_and_the_machines_stay(cast, ended, database):
    tess, before = cast["tess"], cast["ann"].review(ended)
    after = tess.post(one(ended, "/labels"), LABELS).json
    assert after["scorecard"] == before["scorecard"]
    assert after["turns"] == before["turns"]
    (overruled,) = after["overrules"]
    assert overruled["labels"] == ["hear", "resolve"] and overruled["by"] == {"id": "tess", "name": "Tess Trainer"}
    assert after["corrected"]["mistakes"] == [] != before["scorecard"]["mistakes"]
    assert after["corrected"]["score"] > before["scorecard"]["score"]
    pointed = tess.post(one(ended, "/points"), {"rule": "step.hear", "points": 3, "reason": "A little."}).json
    line = [point for point in pointed["corrected"]["points"] if point["rule"] == "step.hear"]
    assert line == [{"rule": "step.hear", "points": 3.0, "reason": "A little."}]
    assert pointed["corrected"]["steps"]["hear"]["points"] == 3
    assert cast["ann"].listed()["sessions"][0]["score"] == pointed["corrected"]["score"]
    with database.reading() as connection:
        row = connection.exec_driver_sql("SELECT score, hear FROM results").one()
    assert row.score == pointed["corrected"]["score"]
    assert row.hear == pytest.approx(3 / pointed["corrected"]["steps"]["hear"]["of"], abs=0.001)
    for each in pointed["overrules"]:
        last = tess.delete(f"/review/overrules/{each['id']}").json
    assert last["corrected"] is None and last["overrules"] == []
    assert cast["ann"].listed()["sessions"][0]["score"] == before["scorecard"]["score"]
    assert_problem(tess.delete(f"/review/overrules/{overruled['id']}"), "not-found", 404)


def test_what_is_overruled_again_replaces_what_was(cast, ended):
    cast["tess"].post(one(ended, "/labels"), LABELS)
    after = cast["ada"].post(one(ended, "/labels"), {**LABELS, "labels": []}).json
    assert [(each["labels"], each["by"]["id"]) for each in after["overrules"]] == [([], "ada")]


@pytest.mark.parametrize(
    ("what", "body", "field"),
    [
        ("/labels", {**LABELS, "labels": ["kindness"]}, "labels"),
        ("/labels", {**LABELS, "labels": "hear"}, "labels"),
        ("/labels", {**LABELS, "turn": 9}, "turn"),
        ("/labels", {**LABELS, "turn": "1"}, "turn"),
        ("/labels", {**LABELS, "sentence": 2}, "sentence"),
        ("/labels", {**LABELS, "sentence": -1}, "sentence"),
        ("/labels", {**LABELS, "reason": " "}, "reason"),
        ("/labels", {**LABELS, "reason": "x" * 2001}, "reason"),
        ("/points", {"rule": "nothing", "points": 1, "reason": "So."}, "rule"),
        ("/points", {"rule": "step.hear", "points": 1.5, "reason": "So."}, "points"),
        ("/points", {"rule": "step.hear", "points": 101, "reason": "So."}, "points"),
        ("/comments", {"turn": 4, "text": "x"}, "turn"),
        ("/comments", {"turn": 1, "sentence": 7, "text": "x"}, "sentence"),
        ("/comments", {"turn": 1, "text": "\0"}, "text"),
        ("/comments", {"turn": 1, "text": None}, "text"),
        ("/comments", {"turn": 1, "text": "x", "mentions": []}, "mentions"),
    ],
)
def test_what_cannot_be_noted_is_told(cast, ended, what, body, field):
    problem = assert_problem(cast["tess"].post(one(ended, what), body), "validation", 422)
    assert [error["field"] for error in problem["errors"]] == [field]


def test_a_dispute_is_opened_once_and_answered_once(cast, ended):
    ann, tess = cast["ann"], cast["tess"]
    opened = ann.post(one(ended, "/dispute"), {"turn": 1, "reason": f"They asked. {MARKUP}"})
    assert opened.status_code == 201
    dispute = opened.json["dispute"]
    assert dispute["reason"] == f"They asked. {MARKUP}" and dispute["upheld"] is None
    assert not opened.json["may"]["dispute"]
    assert_problem(ann.post(one(ended, "/dispute"), {"reason": "Again."}), "already-disputed", 409)
    assert ann.get("/review/desk").json["disputes"] == []
    (waiting,) = tess.get("/review/desk").json["disputes"]
    assert waiting == dispute
    assert cast["sid"].get("/review/desk").json["disputes"] == []
    assert len(tess.listed(disputed="open")["sessions"]) == 1
    answer = {"upheld": "changed", "text": "You are right."}
    answered = tess.post(f"/review/disputes/{dispute['id']}/answer", answer).json["dispute"]
    assert (answered["upheld"], answered["answer"], answered["answered_by"]["id"]) == (
        "changed",
        "You are right.",
        "tess",
    )
    assert ann.review(ended)["dispute"] == answered
    assert_problem(tess.post(f"/review/disputes/{dispute['id']}/answer", answer), "already-answered", 409)
    assert tess.get("/review/desk").json["disputes"] == []
    assert tess.listed(disputed="open")["sessions"] == []


def test_what_goes_on_is_neither_corrected_nor_disputed(cast):
    session = cast["ann"].start()
    cast["ann"].say(session, "I am sorry.")
    assert_problem(cast["ann"].post(one(session["id"], "/dispute"), {"reason": "No."}), "session-open", 409)
    assert_problem(cast["tess"].post(one(session["id"], "/labels"), {**LABELS, "sentence": 0}), "session-open", 409)
    assert cast["ann"].post(one(session["id"], "/comments"), {"turn": 1, "text": "Note."}).status_code == 201


def test_reading_and_correcting_somebody_elses_session_is_recorded(cast, ended, database):
    cast["ann"].review(ended)
    cast["tess"].review(ended)
    cast["tess"].post(one(ended, "/labels"), LABELS)
    with database.reading() as connection:
        lines = connection.exec_driver_sql("SELECT person_id, action, object_id, detail FROM audit").all()
    assert {(line.person_id, line.action, line.object_id) for line in lines} == {
        ("tess", "read", ended),
        ("tess", "change", ended),
    }
    assert "remedy" not in "".join(str(line.detail) for line in lines)


def test_overruled_labels_become_rows_that_corrections_add_takes(cast, ended, settings, tmp_path, monkeypatch, capsys):
    cast["tess"].post(one(ended, "/labels"), LABELS)
    monkeypatch.setenv("HEARD_DATABASE_URL", settings.database_url)
    assert main(["corrections", "export"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    row = json.loads(line)
    assert row | {"id": "", "date": ""} == {
        "id": "",
        "text": "It is our policy.",
        "labels": ["hear", "resolve"],
        "machine": ["policy"],
        "customer": "It never came!\nWhere is it?",
        "before": "I am sorry.",
        "conversation": ended,
        "by": "trainer",
        "reason": "It goes on to a remedy.",
        "date": "",
    }
    file, folder = tmp_path / "rows.jsonl", tmp_path / "nlu"
    file.write_text(line + "\n", encoding="utf-8")
    folder.mkdir()
    assert main(["corrections", "add", str(file), "--data", str(folder)]) == 0
    assert "added 1 of 1" in capsys.readouterr().out
    assert "It is our policy." in (folder / "corrections.yml").read_text(encoding="utf-8")


def test_the_one_person_of_single_user_mode_does_it_all(api, database):
    session = api.start()
    for text in ("I am sorry.", "Goodbye then."):
        api.say(session, text)
    path = one(session["id"])
    assert api.post(f"{path}/comments", {"turn": 1, "text": "Note."}).json["author"]["name"] == "You"
    assert api.post(f"{path}/labels", {**LABELS, "sentence": 0}).json["overrules"][0]["by"]["name"] == "You"
    assert api.post(f"{path}/dispute", {"reason": "No."}).json["dispute"]["person"]["name"] == "You"
    assert len(api.get("/review/desk").json["disputes"]) == 1
    assert row_of(Overrules(database).labels()[0])["by"] in ("trainer", "admin")


def test_erasing_a_session_erases_what_was_said_about_it(cast, ended, commented, database):
    cast["tess"].post(one(ended, "/labels"), LABELS)
    cast["ann"].post(one(ended, "/dispute"), {"reason": "No."})
    assert cast["ann"].delete(f"/sessions/{ended}").status_code == 204
    with database.reading() as connection:
        for table in ("comments", "overrules", "disputes", "results"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0
