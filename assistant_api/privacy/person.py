"""What is stored of one person is handed out to them, or erased."""

from __future__ import annotations

import logging
from typing import NamedTuple

from assistant_api.customer_client import CustomerClient
from assistant_api.store import Database, Json
from assistant_api.store.audit import AuditStore
from assistant_api.store.people import Person
from assistant_api.store.person_data import ERASED, erase_person, person_data

log = logging.getLogger(__name__)


class Erased(NamedTuple):
    """What was erased of somebody: how many sessions, and whether their account."""

    sessions: int
    account: bool


class PersonData:
    """Hands out and erases; safe to use from several threads and processes."""

    def __init__(self, database: Database, customer: CustomerClient) -> None:
        """Read and erase there, and have the customer forget, too."""
        self._database, self._customer = database, customer
        self._audit = AuditStore(database)

    def export(self, person_id: str, by: Person) -> Json:
        """Everything that is stored of somebody; that it was handed out is noted.

        Raises:
            NoSuchPerson: There is nobody of the kind.
            DatabaseUnavailable: The database cannot be used.
        """
        found = person_data(self._database, person_id)
        self._audit.add(by, "export", "person", person_id, {"sessions": len(found["sessions"])})
        return found

    def erase(self, person_id: str, by: Person) -> Erased:
        """Erase everything that is stored of somebody; the record keeps a line without their name.

        Raises:
            NoSuchPerson: There is nobody of the kind.
            DatabaseUnavailable: Nothing is erased, or all but what the database's journal holds; the message says it.
        """
        ids, account = erase_person(self._database, person_id)
        # Whoever erases themselves has no name any more.
        self._audit.add(None if by.id == person_id else by, "erase", "person", ERASED, {"sessions": len(ids)})
        log.info("a person is erased, with %d sessions", len(ids))
        for session_id in ids:
            self._customer.forget(session_id)
        self._database.sweep()
        return Erased(len(ids), account)
