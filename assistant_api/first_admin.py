"""``python -m assistant_api.first_admin ADDRESS``: how the first admin comes in, for ``make run``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from assistant_api.entry_rules import access_rules
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.people_links import FIRST, Links
from assistant_api.store.people_roster import Roster
from coaching.errors import CoachError


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a link that works once, where people sign in and nobody is an admin yet; 2 with a message when it fails."""
    parser = argparse.ArgumentParser(prog="python -m assistant_api.first_admin", description="Invite the first admin.")
    parser.add_argument("address", metavar="ADDRESS", help="where the application is reached, http://HOST:PORT")
    address = parser.parse_args(arguments).address
    try:
        settings = Settings.from_environment()
        database = Database(settings.database_url, settings.database_timeout)
        if settings.sign_in and not Roster(database).has_admin():
            lasts = access_rules().links[FIRST]
            secret = Links(database).make(FIRST, lasts, None, None)
            hours = int(lasts.total_seconds() // 3600)
            print("\nNobody looks after this installation yet. Whoever opens this link first will:")
            print(f"  {address}/welcome/{secret}")
            print(f"It works once, within {hours} hours; the next start prints another.", flush=True)
    except CoachError as error:
        print(f"first admin: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
