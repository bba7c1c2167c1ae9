"""Sessions that have been kept long enough are erased, with all that hangs on them."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from api_client import Api
from full_store import ADA, DAY, OTHER, SESSION, fill
from full_store import session as row
from sqlalchemy import func, insert, select, update

from assistant_api import create_app
from assistant_api.privacy import retention
from assistant_api.settings import Settings
from assistant_api.store import now
from assistant_api.store.tables import (
    audit,
    certificates,
    comments,
    disputes,
    outbox,
    ratings,
    results,
    sessions,
    turns,
)
from coaching.cli.main import main
from coaching.errors import CoachError


def count(database, table, *conditions):
    with database.reading() as connection:
        return connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()


def test_for_good_unless_it_is_said(api, database):
    fill(database)
    assert api.get("/moves").status_code == 200
    assert count(database, sessions) == 2


def test_the_first_request_of_a_day_erases_what_is_old(settings, database, rasa, tmp_path, caplog):
    fill(database)
    with database.writing() as connection:
        connection.execute(insert(sessions).values(**row("young", ADA, now() - timedelta(days=29))))
    keeps = Api(create_app(replace(settings, keep_sessions_days=30)))
    with caplog.at_level(logging.INFO):
        assert keeps.get("/moves").status_code == 200
    assert "2 sessions were older than 30 days and are erased" in caplog.text
    for table in (turns, results, comments, disputes, ratings):
        assert count(database, table) == 0, table
    # What tells of no session.
    assert count(database, outbox) == 1
    assert count(database, sessions) == count(database, certificates) == 1
    assert b"Sorry about the parcel" not in b"".join(one.read_bytes() for one in tmp_path.glob("heard.sqlite3*"))
    assert {session for session, _ in rasa.rebuilt} == {SESSION, OTHER}
    with database.reading() as connection:
        last = connection.execute(select(audit).order_by(audit.c.serial.desc())).first()
    assert (last.action, last.object_kind, last.detail) == ("erase", "sessions", {"sessions": 2, "older_than_days": 30})


def test_once_a_day(settings, database, monkeypatch):
    keeps = Api(create_app(replace(settings, keep_sessions_days=30)))
    keeps.get("/moves")
    fill(database)
    keeps.get("/moves")
    assert count(database, sessions) == 2
    monkeypatch.setattr(retention, "now", lambda: now() + timedelta(days=1))
    keeps.get("/moves")
    assert count(database, sessions) == 0


def test_an_open_session_lives_as_long_as_it_is_touched(settings, database, api):
    session = api.start()
    with database.writing() as connection:
        connection.execute(update(sessions).values(started_at=now() - timedelta(days=31)))
    keeps = Api(create_app(replace(settings, keep_sessions_days=30)))
    assert keeps.get(f"/sessions/{session['id']}").status_code == 200


def test_the_command(settings, database, monkeypatch, capsys):
    fill(database)
    monkeypatch.setenv("HEARD_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("HEARD_RASA_URL", settings.rasa_url)
    days = (now() - DAY).days
    assert main(["erase", "--older-than", str(days + 1)]) == 0
    assert capsys.readouterr().out == "0 sessions are erased.\n"
    assert main(["erase", "--older-than", str(days - 1)]) == 0
    assert capsys.readouterr().out == "2 sessions are erased.\n"
    with pytest.raises(SystemExit):
        main(["erase", "--older-than", "0"])


@pytest.mark.parametrize(("value", "days"), [("0", 0), ("", 0), ("3650", 3650)])
def test_the_setting(value, days):
    assert Settings.from_environment({"HEARD_KEEP_SESSIONS_DAYS": value}).keep_sessions_days == days


@pytest.mark.parametrize("value", ["-1", "3651", "ever"])
def test_a_wrong_setting_stops_the_start(value):
    with pytest.raises(CoachError, match="HEARD_KEEP_SESSIONS_DAYS .* whole days from 0 to 3650"):
        Settings.from_environment({"HEARD_KEEP_SESSIONS_DAYS": value})


def test_a_database_that_is_away_stops_nothing_else(settings, caplog):
    url = "postgresql://nobody@127.0.0.1:1/none"
    away = Api(create_app(replace(settings, database_url=url, keep_sessions_days=30)))
    assert away.get("/moves").status_code == 200
    assert "could not be erased: The database does not answer." in caplog.text
