"""Sessions are erased after a number of days, where somebody wants that: ``HEARD_KEEP_SESSIONS_DAYS``."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from threading import Lock

from assistant_api.customer_client import CustomerClient
from assistant_api.store import Database, DatabaseUnavailable, now
from assistant_api.store.audit import AuditStore
from assistant_api.store.erasing import erase_sessions, untouched_since

log = logging.getLogger(__name__)


class Retention:
    """Erases what has been kept long enough; safe to use from several threads and processes.

    Attributes:
        days: After how many days a session is erased; 0 for never.
    """

    def __init__(self, database: Database, customer: CustomerClient, days: int) -> None:
        """Erase there, as this setting says, and have the customer forget it, too."""
        self._database, self._customer = database, customer
        self.days = days
        self._lock = Lock()
        self._erased_on: date | None = None

    def erase_daily(self) -> None:
        """Erase what has been kept long enough, when first asked and then once a day; a failure is only logged."""
        today = now().date()
        with self._lock:
            if self.days == 0 or self._erased_on == today:
                return
            self._erased_on = today
        try:
            self.erase_older_than(self.days)
        except DatabaseUnavailable as error:
            log.warning("sessions that have been kept long enough could not be erased: %s", error)

    def erase_older_than(self, days: int) -> int:
        """Erase the sessions that ended, or were left, more than so many days ago.

        Returns:
            How many; the log and the audit say it, too.

        Raises:
            DatabaseUnavailable: Nothing is erased, or all but what the database's journal holds; the message says it.
        """
        with self._database.writing() as connection:
            ids = untouched_since(connection, now() - timedelta(days=days))
            erase_sessions(connection, ids)
        if not ids:
            return 0
        AuditStore(self._database).add(None, "erase", "sessions", "", {"sessions": len(ids), "older_than_days": days})
        log.info("%d sessions were older than %d days and are erased", len(ids), days)
        for session_id in ids:
            self._customer.forget(session_id)
        self._database.sweep()
        return len(ids)
