"""The demo: people who do not exist, the same each time, marked, and taken out again to the last row."""

import json
from datetime import date

import pytest

from assistant_api.services import Services
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.backup import write_backup
from assistant_api.store.migrate import migrate
from benchmarks import demo

pytestmark = pytest.mark.model
UNTIL = date(2026, 6, 30)


@pytest.fixture
def small(monkeypatch, tmp_path):
    """A plan of one team and three sessions each."""
    lines = demo.FILE.read_text(encoding="utf-8").replace("sessions: 16", "sessions: 3")
    kept = [line for line in lines.splitlines() if not any(name in line for name in ("Ben", "Chloe", "Finn", "Henrik"))]
    file = tmp_path / "demo.yml"
    file.write_text("\n".join(kept), encoding="utf-8")
    monkeypatch.setattr(demo, "FILE", file)


@pytest.fixture
def store(tmp_path):
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'heard.sqlite3'}")
    database = Database(settings.database_url, 5)
    migrate(database)
    return database, Services.make(settings)


def unnumbered(lines):
    """The rows without their serial numbers and the codes of certificates, which are drawn."""
    rows = [json.loads(line) for line in lines][1:-1]
    left_out = ("serial", "code")
    named = [(table, {name: value for name, value in row.items() if name not in left_out}) for table, row in rows]
    return sorted(named, key=json.dumps)


def test_put_in_and_taken_out_again(small, store):
    database, parts = store
    before = list(write_backup(database))
    assert demo.make(database, parts, UNTIL) == 12
    first = list(write_backup(database))
    with database.reading() as connection:
        names = connection.exec_driver_sql("SELECT name FROM people WHERE id != 'owner'").scalars().all()
        scores = connection.exec_driver_sql("SELECT count(*) FROM results").scalar_one()
        tries = connection.exec_driver_sql("SELECT count(*) FROM sessions WHERE assignment_id IS NOT NULL").scalar_one()
        said = connection.exec_driver_sql("SELECT count(*) FROM comments").scalar_one()
    assert len(names) == 6 and all(name.endswith("(demo)") for name in names)
    assert scores == 12 and tries == 8 and said > 0
    # Once more puts the same in its place.
    assert demo.make(database, parts, UNTIL) == 12
    assert unnumbered(write_backup(database)) == unnumbered(first)
    assert demo.remove(database) == 12
    assert list(write_backup(database)) == before
