"""Migrations with rows in every table: down takes what the later tables hold, up brings the rest over."""

import pytest
from alembic.script import ScriptDirectory
from full_store import fill
from sqlalchemy import inspect, text

from assistant_api.store.backup import write_backup
from assistant_api.store.migrate import alembic_config, go_back, migrate

REVISIONS = [
    one.revision for one in ScriptDirectory.from_config(alembic_config()).walk_revisions() if one.revision >= "0004"
]
PRACTICE = "SELECT s.id, s.seed, t.text, t.reply FROM sessions s JOIN turns t ON t.session_id = s.id ORDER BY s.serial"


def played(database):
    with database.changing_tables() as connection:
        return connection.execute(text(PRACTICE)).all()


@pytest.mark.parametrize("revision", REVISIONS)
def test_down_to_a_revision_and_up_again_keeps_what_it_knows(database, revision):
    fill(database)
    before = played(database)
    go_back(database, revision)
    assert played(database) == before
    migrate(database)
    database.check()
    assert played(database) == before


def test_up_again_belongs_to_the_owner_what_belonged_to_people(database):
    fill(database)
    go_back(database, "0004")
    assert "people" not in inspect(database.engine).get_table_names()
    migrate(database)
    with database.reading() as connection:
        assert connection.execute(text("SELECT DISTINCT person_id FROM sessions")).scalars().all() == ["owner"]
        assert connection.execute(text("SELECT id FROM people")).scalars().all() == ["owner"]


def test_up_when_up_to_date_changes_nothing(database):
    fill(database)
    before = list(write_backup(database))
    migrate(database)
    assert list(write_backup(database)) == before
