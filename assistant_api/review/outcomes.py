"""Keeping what sessions came to: when they are scored, when a trainer corrects them, and for those of before."""

from __future__ import annotations

import logging

from assistant_api.catalogue import Catalogue
from assistant_api.debrief import Debriefs
from assistant_api.outward.telling import Outward
from assistant_api.review.corrected import recounted, relabelled
from assistant_api.review.results import result_of
from assistant_api.store import Database, Json, NoSuchSession, SessionStore, StoredSession
from assistant_api.store.certificates import Certificates
from assistant_api.store.review_overrules import LABEL, Overrules
from assistant_api.store.review_results import PRACTICE, Results
from coaching.errors import CoachError

_AT_ONCE = 20
"""Sessions of before that are made up for with one list."""

log = logging.getLogger(__name__)


class Outcomes:
    """Works out and keeps; safe to use from several threads and processes."""

    def __init__(self, database: Database, debriefs: Debriefs, catalogue: Catalogue, outward: Outward) -> None:
        """Work with these; others are told through ``outward`` of what was passed."""
        self._sessions, self._results, self._overrules = SessionStore(database), Results(database), Overrules(database)
        self._debriefs, self._catalogue, self._outward = debriefs, catalogue, outward
        self._certificates = Certificates(database)
        self._untold: set[str] = set()

    def corrected(self, session: StoredSession) -> Json | None:
        """The scorecard with what trainers overruled; None where nothing is, and where there is no scorecard."""
        overrules = self._overrules.of_session(session.id)
        if not overrules or session.scorecard is None:
            return None
        card = session.scorecard
        if any(one.kind == LABEL for one in overrules):
            card = self._debriefs.scorecard(relabelled(session, overrules))
        return recounted(card, overrules)

    def keep(self, session: StoredSession) -> Json | None:
        """Keep what an ended session with a scorecard came to, in place of what was kept before.

        Returns:
            Its row of ``results``, where it has one.
        """
        card = self.corrected(session) or session.scorecard
        if card is None:
            return None
        result = result_of(session, card, self._catalogue) if session.kind == PRACTICE else None
        self._results.keep(session.id, card["score"], result)
        if session.assignment_id is not None:
            self._award(session.assignment_id)
        if result is None:
            self._untold.add(session.id)
        return result

    def _award(self, assignment_id: str) -> None:
        for code in self._certificates.award(assignment_id):
            passed = self._certificates.get(code)
            self._outward.assignment_passed(self._sessions.get(passed.session_id), passed)

    def catch_up(self) -> None:
        """Make up for ended sessions that have no result, a few at once; a failure is only logged."""
        try:
            lacking = [one for one in self._results.lacking(_AT_ONCE + len(self._untold)) if one not in self._untold]
            for session_id in lacking[:_AT_ONCE]:
                self._catch_up(session_id)
        except CoachError as error:
            log.warning("not every ended session has its result: %s", error)

    def _catch_up(self, session_id: str) -> None:
        try:
            session = self._sessions.get(session_id)
        except NoSuchSession:
            return
        if session.scorecard is None:
            # Whoever reads it next has it scored.
            self._untold.add(session_id)
        self.keep(session)
