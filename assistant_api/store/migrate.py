"""``python -m assistant_api.store.migrate``: brings the database's tables up to date, or back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from assistant_api.settings import Settings
from assistant_api.store.database import Database, one_at_a_time
from coaching.errors import CoachError

_MIGRATIONS = Path(__file__).parent / "migrations"


def alembic_config() -> Config:
    """Alembic's settings; there is no ``alembic.ini``, for the database's address comes from our own settings."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config


def migrate(database: Database) -> None:
    """Bring the tables up to date, all or nothing; makes a SQLite file's folder.

    Raises:
        DatabaseUnavailable: The database cannot be opened or written.
        CoachError: It was made by a newer version of this program.
    """
    _run(database, command.upgrade, "head")


def go_back(database: Database, revision: str) -> None:
    """Take migrations back; what only the later tables hold is lost.

    Args:
        database: The database.
        revision: The revision to go back to; ``base`` removes every table.

    Raises:
        DatabaseUnavailable: The database cannot be opened or written.
        CoachError: There is no such revision below the database's own.
    """
    _run(database, command.downgrade, revision)


def main(arguments: Sequence[str] | None = None) -> int:
    """Migrate the database of ``HEARD_DATABASE_URL``; 0 when done, 2 with a message when not."""
    parser = argparse.ArgumentParser(
        prog="python -m assistant_api.store.migrate", description="Bring the database's tables up to date."
    )
    parser.add_argument(
        "--back-to", metavar="REVISION", help="take migrations back to this one (`base`: remove every table)"
    )
    revision = parser.parse_args(arguments).back_to
    try:
        settings = Settings.from_environment()
        database = Database(settings.database_url, settings.database_timeout)
        if revision:
            go_back(database, revision)
        else:
            migrate(database)
    except CoachError as error:
        print(f"migrate: {error}", file=sys.stderr)
        return 2
    return 0


def _run(database: Database, change: Callable[[Config, str], None], revision: str) -> None:
    config = alembic_config()
    with database.changing_tables() as connection:
        one_at_a_time(connection, "migrations")
        config.attributes["connection"] = connection
        try:
            change(config, revision)
        except CommandError as error:
            raise CoachError(f"The database's tables cannot be brought to revision {revision}: {error}") from error


if __name__ == "__main__":
    sys.exit(main())
