"""A backup, everything erased, and restored: byte for byte what was there."""

import json
import re
import sqlite3
import stat

import pytest
from api_client import Api
from full_store import ADA, SESSION, fill

from assistant_api import create_app
from assistant_api.store import Database
from assistant_api.store.backup import write_backup
from assistant_api.store.migrate import go_back
from assistant_api.store.person_data import person_data
from coaching.cli.main import main


@pytest.fixture
def full(settings, database, monkeypatch):
    monkeypatch.setenv("HEARD_DATABASE_URL", settings.database_url)
    fill(database)
    return database


@pytest.fixture
def file(tmp_path):
    return tmp_path / "all.backup"


def exported(settings, database):
    """What people can take out: a person's data, a session and the list of sessions, as text."""
    api = Api(create_app(settings))
    answers = [api.get(path) for path in (f"/sessions/{SESSION}", "/sessions")]
    assert [answer.status_code for answer in answers] == [200, 200]
    return json.dumps(person_data(database, ADA)), *(answer.text for answer in answers)


def test_byte_for_byte_after_everything_was_erased(settings, full, file, tmp_path, capsys):
    before = exported(settings, full)
    assert main(["backup", str(file)]) == 0
    first = file.read_bytes()
    assert main(["restore", str(file)]) == 2
    assert "not empty" in capsys.readouterr().err
    go_back(full, "base")
    assert b"Sorry about the parcel" not in b"".join(one.read_bytes() for one in tmp_path.glob("heard.sqlite3*"))
    assert main(["restore", str(file)]) == 0
    assert exported(settings, full) == before
    assert main(["backup", str(tmp_path / "again")]) == 0
    assert (tmp_path / "again").read_bytes() == first


def test_into_a_new_database(full, file, tmp_path, monkeypatch, capsys):
    assert main(["backup", str(file)]) == 0
    url = f"sqlite:///{tmp_path / 'new' / 'heard.sqlite3'}"
    monkeypatch.setenv("HEARD_DATABASE_URL", url)
    assert main(["restore", str(file), "--replace"]) == 0
    assert "".join(write_backup(Database(url, 1))) == file.read_text(encoding="utf-8")
    # What comes next is counted on from what there is.
    with Database(url, 1).reading() as connection:
        assert connection.exec_driver_sql("SELECT max(serial) FROM sessions").scalar_one() == 2


def test_one_moment_of_a_database_in_use(full, tmp_path):
    lines = write_backup(full)
    taken = [next(lines), next(lines)]
    with sqlite3.connect(tmp_path / "heard.sqlite3") as other:
        other.execute("DELETE FROM sessions")
    other.close()
    assert sum(line.startswith('["sessions"') for line in [*taken, *lines]) == 2


def test_only_its_owner_may_read_it_and_nothing_is_written_over(full, file, capsys):
    assert main(["backup", str(file)]) == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert main(["backup", str(file)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert main(["backup", str(file.parent / "none" / "all")]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda text: text.replace("Well said.", "Well done."), "checksum"),
        (lambda text: text[: text.rindex("\n", 0, -1) + 1], "cut off"),
        (lambda text: text[:-40], "is not JSON"),
        (lambda text: text + text, "goes on behind its end"),
        (lambda text: text.replace('"version":1', '"version":9', 1), "format 9"),
        (lambda text: re.sub('"revision":"[^"]*"', '"revision":"0001"', text, count=1), "revision 0001"),
        (lambda text: text.replace('["turns"', '["tours"', 1), "fits none of the tables"),
        (lambda text: text.replace('"score":71', '"rating":71', 1), "fits none of the tables|checksum"),
        (lambda text: text.replace('"at":"2026-', '"at":"yesterday', 1), "a date that is none"),
        (lambda text: "once upon a time", "no backup"),
        (lambda text: "{}\n", "no backup"),
        (lambda text: "", "cut off"),
    ],
)
def test_a_file_that_is_no_whole_backup_changes_nothing(full, file, capsys, damage, says):
    assert main(["backup", str(file)]) == 0
    good = file.read_text(encoding="utf-8")
    file.write_text(damage(good), encoding="utf-8")
    capsys.readouterr()
    assert main(["restore", str(file), "--replace"]) == 2
    assert re.search(says, capsys.readouterr().err)
    assert "".join(write_backup(full)) == good


def test_a_file_that_is_not_there_or_no_text(full, file, capsys):
    assert main(["restore", str(file)]) == 2
    assert "cannot be read" in capsys.readouterr().err
    file.write_bytes(b"\xff\xfe\x00")
    assert main(["restore", str(file)]) == 2
    assert "no backup" in capsys.readouterr().err


def test_everything_that_is_there_goes_first_where_that_is_asked_for(full, file):
    assert main(["backup", str(file)]) == 0
    before = file.read_bytes()
    with full.writing() as connection:
        connection.exec_driver_sql("UPDATE turns SET text = 'Changed'")
        connection.exec_driver_sql("DELETE FROM comments")
    assert main(["restore", str(file), "--replace"]) == 0
    assert "".join(write_backup(full)).encode() == before
