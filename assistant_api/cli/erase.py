"""``coach erase``: erases old sessions for good."""

from __future__ import annotations

import argparse
from typing import Any

from assistant_api.customer_client import CustomerClient
from assistant_api.privacy.retention import Retention
from assistant_api.settings import Settings
from assistant_api.store import Database

_LONGEST_DAYS = 3650


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "erase",
        help="erase old sessions for good",
        description=(
            "Erase the sessions that ended, or were left, more than DAYS days ago, with their comments and "
            "corrections. HEARD_KEEP_SESSIONS_DAYS has the same done once a day."
        ),
    )
    parser.add_argument("--older-than", metavar="DAYS", type=_days, required=True, help=f"1 to {_LONGEST_DAYS}")
    parser.set_defaults(run=_erase)


def _erase(arguments: argparse.Namespace) -> int:
    settings = Settings.from_environment()
    database = Database(settings.database_url, settings.database_timeout)
    erased = Retention(database, CustomerClient(settings), 0).erase_older_than(arguments.older_than)
    print(f"{erased} {'session is' if erased == 1 else 'sessions are'} erased.")
    return 0


def _days(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) < 6 and 1 <= int(given) <= _LONGEST_DAYS):
        raise argparse.ArgumentTypeError(f"{given!r}: expected whole days from 1 to {_LONGEST_DAYS}")
    return int(given)
