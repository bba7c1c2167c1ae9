"""A database that is missing, locked, read-only, damaged or out of date: each told in its own words."""

import sqlite3
from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from api_client import Api, assert_problem
from sqlalchemy import inspect

from assistant_api import create_app
from assistant_api.store import Database, DatabaseUnavailable
from assistant_api.store import migrate as migration
from assistant_api.store.tables import REVISION, metadata

UNAVAILABLE = ("database-unavailable", 503)


def told(api):
    """What the person is told who lists the sessions and what health says: the same."""
    problem = assert_problem(api.get("/sessions"), *UNAVAILABLE)
    part = api.get("/health").json["parts"]["database"]
    assert part["status"] == "down"
    return problem["detail"], part["detail"]


def at(settings, path):
    return replace(settings, database_url=f"sqlite:///{path}")


def test_not_migrated(settings):
    listed, health = told(Api(create_app(settings)))
    assert listed == health
    assert "python -m assistant_api.store.migrate" in listed


def test_migrated_while_the_application_runs(settings):
    api = Api(create_app(settings))
    assert_problem(api.get("/sessions"), *UNAVAILABLE)
    migration.migrate(Database(settings.database_url, 0.2))
    assert api.get("/sessions").status_code == 200


def test_out_of_date(settings, database, tmp_path):
    with sqlite3.connect(tmp_path / "heard.sqlite3") as other:
        other.execute("UPDATE alembic_version SET version_num = '0000'")
    other.close()
    listed, health = told(Api(create_app(settings)))
    assert (
        listed
        == health
        == (
            f"The database's tables are at revision 0000, the application needs {REVISION}. "
            "Run `python -m assistant_api.store.migrate` and try again."
        )
    )


def test_a_folder_in_its_place(settings, tmp_path):
    (tmp_path / "folder").mkdir()
    listed, health = told(Api(create_app(at(settings, tmp_path / "folder"))))
    assert (
        listed == health == ("The database (folder) cannot be opened. Check that its folder exists and may be written.")
    )


def test_no_folder(settings, tmp_path):
    listed, _ = told(Api(create_app(at(settings, tmp_path / "missing" / "heard.sqlite3"))))
    assert "Check that its folder exists" in listed


def test_damaged(settings, tmp_path):
    (tmp_path / "heard.sqlite3").write_bytes(b"This is no database, but a text that is long enough." * 40)
    listed, _ = told(Api(create_app(settings)))
    assert "is damaged" in listed


def test_read_only(settings, database):
    api = Api(
        create_app(
            replace(
                settings,
                database_url=settings.database_url.replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true",
            )
        )
    )
    assert_problem(api.post("/sessions", {"scenario": "late_parcel"}), *UNAVAILABLE)
    part = api.get("/health").json["parts"]["database"]
    assert part["status"] == "down" and "may not be written" in part["detail"]


def test_locked(api, rasa, tmp_path):
    session = api.start()
    other = sqlite3.connect(tmp_path / "heard.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert api.get(f"/sessions/{session['id']}").status_code == 200
        problem = assert_problem(api.say(session, "Hello."), *UNAVAILABLE)
        assert "Another program holds the database" in problem["detail"]
        part = api.get("/health").json["parts"]["database"]
        assert part == {"status": "down", "detail": problem["detail"]}
        assert len(rasa.asked) == 1
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert api.say(session, "Hello.").status_code == 200


def test_locked_after_the_customer_has_answered(api, rasa, tmp_path):
    """The turn is told as failed, and asking again plays it from where it began."""
    import threading

    session = api.start()
    rasa.script.hold = threading.Event()
    turn_id = "33333333-3333-4333-8333-333333333333"
    answers = []
    asking = threading.Thread(target=lambda: answers.append(api.say(session, "I am sorry.", turn_id)))
    asking.start()
    assert rasa.script.held.wait(10)
    other = sqlite3.connect(tmp_path / "heard.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    rasa.script.hold.set()
    asking.join(10)
    other.execute("ROLLBACK")
    assert_problem(answers[0], *UNAVAILABLE)
    # As if its claim had lapsed by now: it could not be given back.
    other.execute("UPDATE sessions SET claim = NULL")
    other.close()
    answer = api.say(session, "I am sorry.", turn_id)
    assert [turn["customer"] for turn in answer.json["session"]["turns"]] == [["Answer 1."]]


def test_the_files_settings(database):
    with database.writing() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "secure_delete", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 200}


def test_migrations_make_just_the_tables_that_the_program_uses(database):
    with database.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []


def test_the_program_needs_the_newest_migration():
    assert ScriptDirectory.from_config(migration.alembic_config()).get_current_head() == REVISION


def test_down_and_up_again(database):
    migration.go_back(database, "base")
    assert inspect(database.engine).get_table_names() == ["alembic_version"]
    with pytest.raises(DatabaseUnavailable, match="revision none"), database.reading():
        pass
    migration.migrate(database)
    migration.migrate(database)
    assert set(inspect(database.engine).get_table_names()) == {"alembic_version", *metadata.tables}
    database.check()


def test_the_command(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("HEARD_DATABASE_URL", f"sqlite:///{tmp_path / 'new' / 'heard.sqlite3'}")
    assert migration.main([]) == 0
    Database(f"sqlite:///{tmp_path / 'new' / 'heard.sqlite3'}", 1).check()
    assert migration.main(["--back-to", "base"]) == 0
    assert migration.main(["--back-to", "0815"]) == 2
    assert "0815" in capsys.readouterr().err
    monkeypatch.setenv("HEARD_DATABASE_URL", f"sqlite:///{tmp_path}")
    assert migration.main([]) == 2
    assert "cannot be opened" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DatabaseUnavailable, match="folder cannot be made"):
        migration.migrate(Database(f"sqlite:///{tmp_path / 'file' / 'heard.sqlite3'}", 1))
