"""Erasing where the database's journal cannot be emptied."""

import logging
import sqlite3
import sys

from api_client import assert_problem


def test_a_journal_that_cannot_be_emptied_is_told_and_rasa_forgets_all_the_same(api, app, rasa, monkeypatch):
    session = api.start()
    engine = app.extensions["heard"].database.engine
    raw_connection = engine.raw_connection

    def fail():
        if sys._getframe(1).f_code.co_name == "sweep":
            raise sqlite3.OperationalError("disk I/O error")
        return raw_connection()

    with monkeypatch.context() as patch:
        patch.setattr(engine, "raw_connection", fail)
        problem = assert_problem(api.delete(f"/sessions/{session['id']}"), "database-unavailable", 503)
    assert problem["detail"] == (
        "It is erased, but the journal of the database (heard.sqlite3) could not be emptied and may hold its text "
        "until the next erasure: disk I/O error."
    )
    assert rasa.rebuilt == [(session["id"], [{"event": "restart"}])]
    assert_problem(api.get(f"/sessions/{session['id']}"), "not-found", 404)


def test_a_journal_that_another_program_reads_is_logged_and_emptied_by_the_next_erasure(api, tmp_path, caplog):
    first, second = api.start(), api.start()
    reader = sqlite3.connect(tmp_path / "heard.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM sessions").fetchone()
    with caplog.at_level(logging.WARNING):
        assert api.delete(f"/sessions/{first['id']}").status_code == 204
    assert "journal keeps erased text" in caplog.text
    reader.close()
    caplog.clear()
    assert api.delete(f"/sessions/{second['id']}").status_code == 204
    assert "journal" not in caplog.text


def test_rasa_is_not_asked_to_forget_what_is_not_there(api, rasa):
    assert_problem(api.delete("/sessions/nothing"), "not-found", 404)
    assert rasa.rebuilt == []
