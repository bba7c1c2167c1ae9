"""Sessions as they stand: read, listed, erased. Those left too long have ended when they are next looked at."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from assistant_api.customer_client import CustomerClient
from assistant_api.debrief import Debriefs
from assistant_api.outward.telling import Outward
from assistant_api.review.outcomes import Outcomes
from assistant_api.store import (
    Database,
    DatabaseUnavailable,
    NoSuchSession,
    Rests,
    Reviews,
    SessionStore,
    StoredSession,
    Summary,
    list_sessions,
)
from assistant_api.store.review_results import PRACTICE
from coaching.customer.timeout import timed_out
from coaching.errors import CoachError

log = logging.getLogger(__name__)


class Records:
    """Reads sessions; safe to use from several threads and processes."""

    def __init__(
        self,
        database: Database,
        customer: CustomerClient,
        debriefs: Debriefs,
        outcomes: Outcomes,
        outward: Outward,
        hours: int,
    ) -> None:
        """Read there; a session times out after so many hours."""
        self._database, self._customer, self._hours = database, customer, hours
        self._debriefs, self._outcomes, self._outward = debriefs, outcomes, outward
        self._store, self._rests, self._reviews = SessionStore(database), Rests(database), Reviews(database)

    def get(self, session_id: str) -> StoredSession:
        """The session as it stands.

        Raises:
            NoSuchSession: There is none that was practised.
        """
        self.end_lapsed(session_id)
        session = self._store.get(session_id)
        if session.kind != PRACTICE:
            raise NoSuchSession
        return session

    def read(self, session_id: str) -> StoredSession:
        """The session; an ended one with its scorecard, which is made and kept when it is first asked for.

        Raises:
            NoSuchSession: There is none.
        """
        session = self.get(session_id)
        if session.has_ended and session.scorecard is None and self._score(session):
            return self._store.get(session_id)
        return session

    def page(self, person_id: str, limit: int, before: int | None) -> tuple[list[Summary], int | None]:
        """A page of somebody's list; see ``list_sessions``."""
        self.end_lapsed()
        return list_sessions(self._database, person_id, limit, before)

    def idle_at(self, session: StoredSession) -> datetime | None:
        """When an open session times out unless it is touched before; None where it has ended or is paused."""
        if session.has_ended or session.is_paused:
            return None
        return session.touched_at + timedelta(hours=self._hours)

    def end_lapsed(self, session_id: str | None = None) -> None:
        """End this session, or all, where nobody came back in time; a failure is only logged and tried again."""
        try:
            for ended in self._rests.end_lapsed(self._hours, timed_out().to_json(), session_id):
                log.info("session %s has timed out", ended)
                self._score(self._store.get(ended))
        except (DatabaseUnavailable, NoSuchSession) as error:
            log.warning("not every session that has timed out is ended and scored: %s", error)

    def erase(self, session_id: str) -> None:
        """Erase a session from the database and from Rasa's memory; rewinds of it stay.

        Raises:
            NoSuchSession: There is none.
            DatabaseUnavailable: Nothing is erased, or all but what the database's journal holds; the message says it.
        """
        self._store.erase(session_id)
        try:
            self._store.sweep()
        finally:
            self._customer.forget(session_id)
        log.info("session %s is erased", session_id)

    def _score(self, session: StoredSession) -> bool:
        """Keep the scorecard of an ended session; whether that worked."""
        try:
            first = self._reviews.keep_scorecard(session.id, self._debriefs.scorecard(session))
            scored = self._store.get(session.id)
            result = self._outcomes.keep(scored)
            if first and result is not None:
                self._outward.session_ended(scored, result)
        except CoachError as error:
            # The session counts more than its score, which is tried again at the next reading.
            log.error("session %s has no scorecard: %s", session.id, error)
            return False
        return True
