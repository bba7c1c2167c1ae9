"""``coach restore``: fills the database from a backup."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.backup import BackupUnusable, read_backup, restore
from assistant_api.store.migrate import migrate
from coaching.errors import CoachError


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "restore",
        help="fill the database from a backup",
        description=(
            "Fill the database of HEARD_DATABASE_URL from a file that `coach backup` wrote. The whole file is checked "
            "first; then all of it is taken over, or nothing. Stop the product before."
        ),
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="a backup")
    parser.add_argument("--replace", action="store_true", help="erase what the database holds now")
    parser.set_defaults(run=_restore)


def _restore(arguments: argparse.Namespace) -> int:
    settings = Settings.from_environment()
    try:
        with arguments.file.open(encoding="utf-8", newline="") as lines:
            for _ in read_backup(lines):
                pass
        database = Database(settings.database_url, settings.database_timeout)
        migrate(database)
        with arguments.file.open(encoding="utf-8", newline="") as lines:
            rows = restore(database, read_backup(lines), arguments.replace)
    except OSError as error:
        raise CoachError(f"{arguments.file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BackupUnusable("This is no backup of HEARD Coach.") from error
    print(f"{rows} rows are restored.", file=sys.stderr)
    return 0
