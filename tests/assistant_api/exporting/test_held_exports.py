"""Exports before the player has opened the debrief: the words are there, and why the figures are not."""

import csv
import io
import json

import pytest
from aged import told

FIGURES = ("ending", "score", "face", "recommend", "anger", "satisfaction", "replies", "hear", "mistakes")


@pytest.fixture
def unseen(cast):
    return cast["ann"].played("I am sorry. It is our policy.")


def rows_of(answer):
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("what", ["person/ann", "team/north", "sessions"])
def test_cells_are_empty_and_the_last_says_why(cast, unseen, what):
    seen = cast["ann"].opens(cast["ann"].played("I understand."))
    for name in ("tess", "ada"):
        held, shown = rows_of(cast[name].get(f"/exports/{what}.csv"))
        assert (held["id"], shown["id"]) == (unseen, seen)
        assert {held[one] for one in FIGURES} == {""}
        assert held["held_back"].startswith("Not yet seen by Ann Lee; shown from 20")
        assert shown["score"] and shown["held_back"] == ""
        first, second = cast[name].get(f"/exports/{what}.json").json["sessions"]
        assert (first["score"], first["mistakes"], second["held_until"]) == (None, {}, None)
        assert told(first["held_until"]) > told(first["ended_at"])
    own = rows_of(cast["ann"].get("/exports/person/ann.csv"))
    assert all(row["score"] and not row["held_back"] for row in own)


def test_a_workbook_too(cast, unseen, read_workbook):
    head, row = read_workbook(cast["tess"].get("/exports/person/ann.xlsx").data)["sessions"]
    cells = dict(zip((text for _, text in head), (text for _, text in row), strict=False))
    assert cells.get("score") is None and "Not yet seen by Ann Lee" in [text for _, text in row][-1]


def test_of_one_session_there_is_what_was_said(cast, unseen, read_workbook, on_paper):
    tess = cast["tess"]
    rows = rows_of(tess.get(f"/exports/session/{unseen}.csv"))
    assert [row["labels"] for row in rows if row["by"] == "agent"][:2] == ["apologize", "policy"]
    assert {row[name] for row in rows for name in ("anger", "satisfaction", "band", "anger_by", "trust_by")} == {""}
    assert {row["held_back"].partition(";")[0] for row in rows} == {"Not yet seen by Ann Lee"}
    points = read_workbook(tess.get(f"/exports/session/{unseen}.xlsx").data)["points"]
    assert len(points) == 2 and "Not yet seen by Ann Lee" in points[1][-1][1]
    whole = tess.get(f"/exports/session/{unseen}.json").json
    assert whole["debrief"] is None and whole["session"]["held_until"]
    held = ("scorecard", "corrected", "ending", "mood", "opening_mood")
    assert {name: whole["session"][name] for name in held} == dict.fromkeys(held)
    assert '"anger"' not in json.dumps(whole)
    on_paper.clear()
    tess.get(f"/exports/session/{unseen}.pdf")
    text = "\n".join(on_paper)
    assert "Not yet seen by Ann Lee" in text and "I am sorry." in text
    assert "Score:" not in text and "How the customer felt" not in text and "Debrief" not in text
    on_paper.clear()
    cast["ann"].get(f"/exports/session/{unseen}.pdf")
    assert "Score:" in "\n".join(on_paper)


def test_a_cohort_on_paper_tells_neither_score_nor_mean(cast, unseen, on_paper):
    cast["tess"].get("/exports/team/north.pdf")
    text = "\n".join(on_paper)
    assert "Not yet seen" in text and "average score" not in text and "Steps by week" not in text


def test_all_that_is_stored_of_somebody_holds_it_back_from_admins(cast, database):
    from sqlalchemy import update

    from assistant_api.store.tables import tokens

    with database.writing() as connection:
        connection.execute(update(tokens).values(scopes=["read", "write", "export", "admin"]))
    held, seen = cast["ann"].played("I am sorry."), cast["ann"].opens(cast["ann"].played("Hello."))
    first, second = cast["ada"].get("/people/ann/export").json["sessions"]
    assert (first["id"], first["held_back"], second["id"]) == (held, True, seen)
    assert [first[name] for name in ("score", "scorecard", "ending", "debrief", "result")] == [None] * 4 + [[]]
    assert second["score"] is not None and second["result"]
    own = cast["ann"].get("/people/ann/export").json["sessions"]
    assert all(one["score"] is not None for one in own)
