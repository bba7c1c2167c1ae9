"""What is stored of people: cleaned on its way in, erased in time, handed out and erased when they ask."""

from __future__ import annotations

from dataclasses import dataclass

from assistant_api.customer_client import CustomerClient
from assistant_api.privacy.person import PersonData
from assistant_api.privacy.retention import Retention
from assistant_api.store import Database


@dataclass(frozen=True)
class Privacy:
    """What is done with what is stored of people.

    Attributes:
        retention: Erases old sessions.
        person: Hands out and erases what is stored of one person.
    """

    retention: Retention
    person: PersonData

    @classmethod
    def make(cls, database: Database, customer: CustomerClient, days: int) -> Privacy:
        """Put the parts together; sessions are erased after so many days, 0 for never."""
        return cls(Retention(database, customer, days), PersonData(database, customer))
