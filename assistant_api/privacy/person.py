"""What is stored of one person is handed out to them, or erased."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import NamedTuple

from assistant_api.assigning.rules import told_before
from assistant_api.customer_client import CustomerClient
from assistant_api.store import Database, Json, now
from assistant_api.store.audit import AuditStore
from assistant_api.store.people import Person
from assistant_api.store.person_data import ERASED, erase_person, person_data
from assistant_api.store.review_results import PRACTICE
from assistant_api.store.told import was_told

_RESULT = ("ending", "scorecard", "score", "debrief")

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

        An admin gets of what the person may not have seen yet no more than what was said (``store.told``).

        Raises:
            NoSuchPerson: There is nobody of the kind.
            DatabaseUnavailable: The database cannot be used.
        """
        found = person_data(self._database, person_id)
        if by.id != person_id:
            _hold_back(found, told_before(now()))
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


def _hold_back(found: Json, before: datetime) -> None:
    """Take out how the sessions went that are the person's alone for now, and certificates that would tell it."""
    held = set()
    for one in found["sessions"]:
        ended_at = None if one["ended_at"] is None else datetime.fromisoformat(one["ended_at"])
        if one["kind"] == PRACTICE and not was_told(ended_at, one["opened_at"] is not None, before):
            held.add(one["id"])
            one.update({name: None for name in _RESULT}, result=[], held_back=True)
    found["certificates"] = [one for one in found["certificates"] if one["session_id"] not in held]
