"""A session rests and is taken up again; a turn in progress is never paused away."""

from __future__ import annotations

import logging

from assistant_api.practice.claimed import in_turn
from assistant_api.practice.records import Records
from assistant_api.store import Rests, StoredSession

log = logging.getLogger(__name__)


class Pauses:
    """Pauses and resumes; safe to use from several threads and processes."""

    def __init__(self, rests: Rests, records: Records) -> None:
        """Work with these."""
        self._rests, self._records = rests, records

    def pause(self, session_id: str) -> StoredSession:
        """Let a session rest, for as long as one likes; one that rests already goes on resting.

        Raises:
            NoSuchSession: There is none.
            SessionEnded: It has ended.
            TurnInProgress: Another request plays it now.
        """
        self._records.end_lapsed(session_id)
        with in_turn():
            self._rests.pause(session_id)
        log.info("session %s is paused", session_id)
        return self._records.get(session_id)

    def resume(self, session_id: str) -> StoredSession:
        """Take a session up again; one that does not rest stays as it is.

        Raises:
            NoSuchSession: There is none.
            SessionEnded: It has ended.
            TurnInProgress: Another request plays it now.
        """
        self._records.end_lapsed(session_id)
        with in_turn():
            self._rests.resume(session_id)
        log.info("session %s goes on", session_id)
        return self._records.get(session_id)
