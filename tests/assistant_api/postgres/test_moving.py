"""From one database to the other and back, and through the migrations, with rows in every table."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from full_store import ADA, OTHER, SESSION, fill, session
from sqlalchemy import func, insert, select, text

from assistant_api.store import Database
from assistant_api.store.backup import write_backup
from assistant_api.store.migrate import go_back, migrate
from assistant_api.store.tables import metadata, sessions
from coaching.cli.main import main

PRACTICE = "SELECT s.id, s.seed, t.text, t.reply FROM sessions s JOIN turns t ON t.session_id = s.id ORDER BY s.serial"


def backed_up(database):
    return "".join(write_backup(database)).encode()


@pytest.fixture
def filled(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'first.sqlite3'}", 20)
    migrate(database)
    fill(database)
    return database


def test_from_sqlite_to_postgresql_and_back_byte_for_byte(filled, postgres_url, tmp_path, monkeypatch, capsys):
    urls = [str(filled.engine.url), postgres_url, f"sqlite:///{tmp_path / 'third.sqlite3'}"]
    files = [tmp_path / f"{number}.backup" for number in range(3)]
    for number, url in enumerate(urls):
        monkeypatch.setenv("HEARD_DATABASE_URL", url)
        if number:
            assert main(["restore", str(files[number - 1])]) == 0, capsys.readouterr().err
        assert main(["backup", str(files[number])]) == 0
    assert files[0].read_bytes() == files[1].read_bytes() == files[2].read_bytes()
    assert files[0].read_text(encoding="utf-8").count("\n") > len(metadata.tables)


def test_postgresql_counts_on_from_what_was_restored(filled, postgres_url, tmp_path, monkeypatch):
    monkeypatch.setenv("HEARD_DATABASE_URL", str(filled.engine.url))
    assert main(["backup", str(tmp_path / "all")]) == 0
    monkeypatch.setenv("HEARD_DATABASE_URL", postgres_url)
    assert main(["restore", str(tmp_path / "all")]) == 0
    restored = Database(postgres_url, 20)
    counting = [table for table in metadata.sorted_tables if "serial" in table.columns]
    assert len(counting) > 5
    with restored.writing() as connection:
        for table in counting:
            last = connection.execute(select(func.max(table.c.serial))).scalar_one()
            counter = text(f"SELECT nextval(pg_get_serial_sequence('{table.name}', 'serial'))")
            assert connection.execute(counter).scalar_one() == last + 1, table.name
        connection.execute(insert(sessions).values(**session("next", ADA)))


def test_a_file_that_is_cut_off_changes_nothing(database, tmp_path, settings, monkeypatch, capsys):
    fill(database)
    before = backed_up(database)
    (tmp_path / "all").write_bytes(before[: before.rindex(b"\n", 0, -1) + 1])
    monkeypatch.setenv("HEARD_DATABASE_URL", settings.database_url)
    assert main(["restore", str(tmp_path / "all"), "--replace"]) == 2
    assert "cut off" in capsys.readouterr().err
    assert backed_up(database) == before


def test_one_moment_of_a_database_in_use(database):
    fill(database)
    lines = write_backup(database)
    taken = [next(lines), next(lines)]
    with database.writing() as connection:
        connection.execute(sessions.delete())
    assert sum(line.startswith('["sessions"') for line in [*taken, *lines]) == 2


def test_a_session_is_read_at_one_moment(database):
    """Its row and its turns are asked for one after the other; what is changed in between is not seen."""
    fill(database)
    with database.reading() as reader:
        before = reader.execute(select(func.count()).select_from(sessions)).scalar_one()
        with database.writing() as writer:
            writer.execute(sessions.delete().where(sessions.c.id == OTHER))
        assert reader.execute(select(func.count()).select_from(sessions)).scalar_one() == before == 2


@pytest.mark.parametrize("revision", ["0001", "0004", "0005"])
def test_down_and_up_again_keeps_what_every_revision_knows(database, revision):
    def played():
        with database.changing_tables() as connection:
            return [(*row[:3], str(row[3])) for row in connection.execute(text(PRACTICE))]

    fill(database)
    before = played()
    assert [row[0] for row in before] == [SESSION, OTHER]
    go_back(database, revision)
    assert played() == before
    migrate(database)
    database.check()
    assert played() == before
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_all_the_way_down_nothing_is_left(database):
    fill(database)
    go_back(database, "base")
    with database.changing_tables() as connection:
        assert connection.dialect.get_table_names(connection) == ["alembic_version"]
    migrate(database)
    database.check()
