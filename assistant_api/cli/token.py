"""``coach token``: makes, lists and revokes the tokens with which programs and other sites' pages come in."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from typing import Any

from assistant_api.access import SCOPES
from assistant_api.settings import Settings
from assistant_api.store import Database, TokenStore
from assistant_api.store.people_roster import Roster
from assistant_api.store.tables import OWNER
from coaching.errors import CoachError

_NAME_LIMIT = 100
_LONGEST_DAYS = 3650


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "token",
        help="make, list and revoke tokens for programs",
        description=(
            "A token lets a program come in as somebody, within the token's scopes (Authorization: Bearer TOKEN). With "
            "the scope drafts alone it checks and rewrites drafts and opens no session and no kept reply; so may pages "
            "of the sites in HEARD_ALLOWED_ORIGINS. Tokens are kept as hashes in the database of HEARD_DATABASE_URL."
        ),
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("new", help="make a token and print it, once", description="Make a token and print it.")
    new.add_argument("name", metavar="NAME", type=_name, help="whose it is, to know it by")
    new.add_argument("--days", type=_days, help=f"expire after so many days, 1 to {_LONGEST_DAYS} (default: never)")
    new.add_argument(
        "--scope", action="append", choices=SCOPES, help="what it is for, once for each scope (default: drafts)"
    )
    new.add_argument(
        "--owner", metavar="LOGIN", help="as whom it comes in (default: the one person of single-user mode)"
    )
    new.set_defaults(run=_new)
    listed = actions.add_parser("list", help="list the tokens by name", description="List the tokens by name.")
    listed.set_defaults(run=_list)
    revoke = actions.add_parser("revoke", help="refuse a token from now on", description="Refuse a token from now on.")
    revoke.add_argument("name", metavar="NAME", help="a name that `coach token list` shows")
    revoke.set_defaults(run=_revoke)


def _new(arguments: argparse.Namespace) -> int:
    scopes = tuple(dict.fromkeys(arguments.scope or ["drafts"]))
    token = _store().add(arguments.name, arguments.days, _owner(arguments.owner), scopes)
    # The token alone on standard output, for scripts.
    print(token)
    print(
        "This is shown once; only its hash is kept. Whoever has it can use it for: {}.".format(", ".join(scopes)),
        file=sys.stderr,
    )
    return 0


def _list(_: argparse.Namespace) -> int:
    found = _store().all()
    width = max((len(token.name) for token in found), default=0)
    for token in found:
        ends = "does not expire" if token.expires_at is None else f"expires {_day(token.expires_at)}"
        told = f"expired {_day(token.expires_at)}" if token.expires_at and token.has_expired else ends
        print(f"{token.name:{width}}  {','.join(token.scopes)}  made {_day(token.created_at)}  {told}")
    if not found:
        print("There are no tokens; `coach token new NAME` makes one.", file=sys.stderr)
    return 0


def _revoke(arguments: argparse.Namespace) -> int:
    _store().revoke(arguments.name)
    print(f"The token {arguments.name!r} is refused from now on.", file=sys.stderr)
    return 0


def _store() -> TokenStore:
    return TokenStore(_database())


def _owner(login: str | None) -> str:
    if login is None:
        return OWNER
    person, _ = Roster(_database()).by_login(login.strip().lower())
    if person is None:
        raise CoachError(f"Nobody signs in as {login!r}.")
    return person.id


def _database() -> Database:
    settings = Settings.from_environment()
    return Database(settings.database_url, settings.database_timeout)


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _name(given: str) -> str:
    if not given.strip() or len(given) > _NAME_LIMIT or not given.isprintable():
        raise argparse.ArgumentTypeError(f"expected 1 to {_NAME_LIMIT} printable characters")
    return given.strip()


def _days(given: str) -> int:
    if not (given.isascii() and given.isdigit() and len(given) < 6 and 1 <= int(given) <= _LONGEST_DAYS):
        raise argparse.ArgumentTypeError(f"{given!r}: expected whole days from 1 to {_LONGEST_DAYS}")
    return int(given)
