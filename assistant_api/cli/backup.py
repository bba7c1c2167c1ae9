"""``coach backup``: writes everything that is stored into one file."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.backup import write_backup
from coaching.errors import CoachError


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "backup",
        help="write everything that is stored into one file",
        description=(
            "Write the database of HEARD_DATABASE_URL into FILE, as it is at one moment; the product may be in use. "
            "The file holds what people wrote and the hashes of passwords: only its owner may read it, keep it so."
        ),
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="where to; must not exist yet")
    parser.set_defaults(run=_backup)


def _backup(arguments: argparse.Namespace) -> int:
    settings = Settings.from_environment()
    database, file = Database(settings.database_url, settings.database_timeout), arguments.file
    # Under another name until it is whole.
    unfinished = file.with_name(f"{file.name}.unfinished")
    if file.exists():
        raise CoachError(f"{file} exists already; a backup writes over nothing.")
    try:
        rows = _write(database, unfinished)
        os.replace(unfinished, file)
    except OSError as error:
        raise CoachError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    print(f"{rows} rows are in {file}.", file=sys.stderr)
    return 0


def _write(database: Database, file: Path) -> int:
    lines = -2
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8", newline="") as target:
        for line in write_backup(database):
            target.write(line)
            lines += 1
        target.flush()
        os.fsync(target.fileno())
    return lines
