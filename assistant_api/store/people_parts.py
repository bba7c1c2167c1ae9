"""All that the database knows of people, put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from assistant_api.store.database import Database
from assistant_api.store.people_attempts import Attempts
from assistant_api.store.people_links import Links
from assistant_api.store.people_roster import Roster
from assistant_api.store.people_teams import Teams
from assistant_api.store.people_visits import Visits


@dataclass(frozen=True)
class People:
    """Each part for one thing.

    Attributes:
        roster: Knows the people.
        teams: Knows their teams.
        visits: Knows the browsers that are signed in.
        links: Knows the links that work once.
        attempts: Counts sign-ins that failed.
    """

    roster: Roster
    teams: Teams
    visits: Visits
    links: Links
    attempts: Attempts

    @classmethod
    def make(cls, database: Database, idle: timedelta, stay: timedelta, window: timedelta) -> People:
        """Put the parts together.

        Args:
            database: Where they are.
            idle: A browser is signed out after so long without a sign.
            stay: And after so long in any case.
            window: So long a failed sign-in counts.
        """
        return cls(
            roster=Roster(database),
            teams=Teams(database),
            visits=Visits(database, idle, stay),
            links=Links(database),
            attempts=Attempts(database, window),
        )
