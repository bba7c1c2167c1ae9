"""Exports over the API: what they hold, who gets them, that they are noted, and that they come out the same again."""

import csv
import io
import json
from datetime import timedelta

from api_client import assert_problem
from sqlalchemy import event, select, update

from assistant_api.store import Database, now
from assistant_api.store.exporting import exported_sessions
from assistant_api.store.review_list import Wanted
from assistant_api.store.tables import audit, people, sessions, tokens, turns
from assistant_api.store.told import Onlooker

FORMS = ["csv", "xlsx", "json", "pdf"]
MEDIA = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "pdf": "application/pdf",
}


def rows_of(answer):
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


def test_each_is_a_file_of_its_kind_and_the_same_again(cast, ended):
    for form in FORMS:
        for what in (f"session/{ended}", "person/ann", "team/north", "sessions"):
            first, second = (cast["ada"].get(f"/exports/{what}.{form}") for _ in range(2))
            assert first.status_code == 200, first.text
            assert first.mimetype == MEDIA[form]
            name = first.headers["Content-Disposition"]
            assert name.startswith('attachment; filename="heard-') and name.endswith(f'.{form}"')
            assert first.headers["X-Content-Type-Options"] == "nosniff"
            assert first.data == second.data


def test_a_session_has_a_row_for_each_sentence(cast, ended):
    rows = rows_of(cast["ann"].get(f"/exports/session/{ended}.csv"))
    agent = [row for row in rows if row["by"] == "agent"]
    assert [row["text"] for row in agent[:2]] == ["I am sorry.", "It is our policy."]
    assert [row["labels"] for row in agent[:2]] == ["apologize", "policy"]
    assert [(row["turn"], row["sentence"]) for row in agent[:2]] == [("1", "0"), ("1", "1")]
    customer = [row for row in rows if row["by"] == "customer"]
    assert customer[0]["turn"] == "0" and float(customer[0]["anger"]) >= 0
    assert {row["session"] for row in rows} == {ended}


def test_a_session_as_workbook_has_the_account_of_its_score(cast, ended, read_workbook):
    book = read_workbook(cast["ann"].get(f"/exports/session/{ended}.xlsx").data)
    assert list(book) == ["sentences", "points"]
    assert [value for _, value in book["points"][0]] == ["rule", "points", "reason"]


def test_a_session_as_json_says_its_schema(cast, ended):
    told = cast["ann"].get(f"/exports/session/{ended}.json").json
    assert told["schema_version"] == "1.0"
    assert told["session"]["id"] == ended and told["session"]["turns"][0]["agent"]["sentences"]
    assert told["debrief"]["rating"]["face"] in ("bad", "neutral", "good")


def test_a_session_on_paper(cast, ended, on_paper):
    assert cast["tess"].get(f"/exports/session/{ended}.pdf").data.startswith(b"%PDF-")
    text = "\n".join(on_paper)
    for words in ("Ann Lee", "I am sorry.", "How the customer felt", "Score:", "Debrief", "Policy"):
        assert words in text


def test_a_person_has_a_row_for_each_session(cast, ended):
    second = cast["ann"].played("I understand.")
    rows = rows_of(cast["ann"].get("/exports/person/ann.csv"))
    assert [row["id"] for row in rows] == [ended, second]
    listed = {one["id"]: one for one in cast["ann"].listed()["sessions"]}
    assert [int(row["score"]) for row in rows] == [listed[row["id"]]["score"] for row in rows]
    assert rows[0]["person"] == "Ann Lee" and rows[0]["mistakes"] == "policy: 1"


def test_a_cohort_is_narrowed_as_the_list_is(cast, ended):
    cast["bo"].played("I understand.")
    assert {row["person"] for row in rows_of(cast["ada"].get("/exports/sessions.csv"))} == {"Ann Lee", "Bo"}
    told = cast["ada"].get("/exports/sessions.json", query_string={"team": "south"}).json
    assert [one["person"] for one in told["sessions"]] == ["Bo"]
    assert rows_of(cast["ada"].get("/exports/team/north.csv", query_string={"team": "south"}))[0]["id"] == ended
    assert rows_of(cast["ada"].get("/exports/sessions.csv", query_string={"date_to": "2020-01-01"})) == []


def test_a_cohort_on_paper_has_steps_by_week(cast, ended, on_paper):
    assert cast["tess"].get("/exports/team/north.pdf").data.startswith(b"%PDF-")
    text = "\n".join(on_paper)
    assert "Steps by week" in text and "Empathize" in text and "Ann Lee" in text


HIDDEN = [
    ("bo", "session/{}"),
    ("sid", "session/{}"),
    ("bo", "person/ann"),
    ("sid", "person/ann"),
    ("ann", "person/tess"),
    ("ada", "person/nobody"),
    ("sid", "team/north"),
    ("ada", "team/nowhere"),
    ("ann", "session/1"),
]


def test_what_belongs_to_others_is_not_there(cast, ended):
    for name, path in HIDDEN:
        for form in FORMS:
            assert_problem(cast[name].get(f"/exports/{path.format(ended)}.{form}"), "not-found", 404)


def test_agents_take_out_no_team(cast):
    assert_problem(cast["ann"].get("/exports/team/north.csv"), "role-too-low", 403)


def test_everybody_gets_what_they_may_see(cast, ended):
    theirs = cast["bo"].played("I understand.")
    for name, ids in (("ann", [ended]), ("tess", [ended]), ("bo", [theirs]), ("ada", [ended, theirs])):
        assert [row["id"] for row in rows_of(cast[name].get("/exports/sessions.csv"))] == ids


def test_an_open_session_is_not_exported(cast, ended):
    open_one = cast["ann"].start()["id"]
    for form in FORMS:
        assert_problem(cast["ann"].get(f"/exports/session/{open_one}.{form}"), "session-open", 409)
    assert [row["id"] for row in rows_of(cast["ann"].get("/exports/person/ann.csv"))] == [ended]


def test_a_token_needs_the_scope(cast, database):
    with database.writing() as connection:
        connection.execute(update(tokens).values(scopes=["read", "write"]))
    assert_problem(cast["ann"].get("/exports/person/ann.csv"), "token-scope", 403)


def test_malformed_queries_are_told(cast):
    for query in ({"level": "9"}, {"date_from": "x"}, {"colour": "red"}, {"disputed": "maybe"}):
        assert_problem(cast["ada"].get("/exports/sessions.csv", query_string=query), "validation", 422)


def test_there_are_no_other_files(cast):
    for path in ("sessions.doc", "sessions", "session/%00.csv", "person/.csv", "team/north.exe"):
        assert_problem(cast["ada"].get(f"/exports/{path}"), "not-found", 404)


def test_each_export_is_noted(cast, ended, database):
    for what in (f"session/{ended}", "person/ann", "team/north", "sessions"):
        cast["tess"].get(f"/exports/{what}.csv")
    with database.reading() as connection:
        lines = connection.execute(select(audit).where(audit.c.action == "export").order_by(audit.c.serial)).all()
    assert [(one.person_id, one.object_kind, one.object_id) for one in lines] == [
        ("tess", "session", ended),
        ("tess", "person", "ann"),
        ("tess", "team", "north"),
        ("tess", "sessions", ""),
    ]
    assert all(one.detail["format"] == "csv" for one in lines)


EVIL = '=HYPERLINK("http://x") <script>alert(1)</script> <font color="red"> & Привет 日本 שלום'


def test_whatever_stands_in_the_fields_nothing_of_it_works(cast, ended, database, read_workbook, on_paper):
    with database.writing() as connection:
        connection.execute(update(people).values(name=EVIL))
        connection.execute(update(sessions).values(scenario_title=EVIL, persona_name=EVIL))
        connection.execute(update(turns).where(turns.c.number == 1).values(text=EVIL, sentences=[sentence(EVIL)]))
    cells = [cell for row in rows_of(cast["ada"].get("/exports/person/ann.csv")) for cell in row.values()]
    cells += [cell for row in rows_of(cast["ada"].get(f"/exports/session/{ended}.csv")) for cell in row.values()]
    assert f"'{EVIL}" in cells and EVIL not in cells
    for path in (f"session/{ended}", "person/ann"):
        book = read_workbook(cast["ada"].get(f"/exports/{path}.xlsx").data)
        assert ("s", f"'{EVIL}") in [cell for page in book.values() for row in page for cell in row]
    assert cast["ada"].get(f"/exports/session/{ended}.pdf").data.startswith(b"%PDF-")
    text = "\n".join(on_paper)
    assert "<script>alert(1)</script>" in text and "Привет □□ □□□□" in text
    assert "font does not have" in text
    told = cast["ada"].get(f"/exports/session/{ended}.json")
    assert json.loads(told.data)["session"]["title"] == EVIL
    assert told.headers["Content-Disposition"].isascii() and "script" in told.headers["Content-Disposition"]


def sentence(text):
    return {"text": text, "start": 0, "end": len(text), "labels": [], "unsure": [], "raised": {}, "confidence": {}}


def test_one_query_however_many_sessions(cast, ended, database, monkeypatch):
    monkeypatch.setattr("assistant_api.store.exporting.MOST", 2)
    counts = []
    for _ in range(2):
        fresh, seen = Database(str(database.engine.url), 1), []
        event.listen(fresh.engine, "before_cursor_execute", lambda *asked, seen=seen: seen.append(asked[2]))
        exported_sessions(fresh, Onlooker("ada", now(), timedelta(days=1)), None, Wanted())
        counts.append(len(seen))
        cast["ann"].played("I understand.")
    assert counts[0] == counts[1]
    assert_problem(cast["ada"].get("/exports/sessions.csv"), "too-many-sessions", 422)
