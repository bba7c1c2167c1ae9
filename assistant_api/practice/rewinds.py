"""Rewinding: any turn taken again in a session of its own, which leaves the first as it was.

Rasa is not asked: it does not know the new session, so its tracker is made from the copied turns when the first of its
own is played (see ``customer_client``).
"""

from __future__ import annotations

import logging
from uuid import uuid4

from assistant_api.practice.claimed import in_turn
from assistant_api.practice.records import Records
from assistant_api.store import Database, StoredSession, fork

log = logging.getLogger(__name__)


class Rewinds:
    """Rewinds sessions; safe to use from several threads and processes."""

    def __init__(self, database: Database, records: Records) -> None:
        """Work with these."""
        self._database, self._records = database, records

    def rewind(self, session_id: str, turn: int) -> StoredSession:
        """A new open session that stands where this one stood before a turn.

        Args:
            session_id: One that has ended, or is open and not blind; a rewind or not.
            turn: The first turn to be played anew, from 1 to the last one answered.

        Raises:
            NoSuchSession: There is none.
            StillBlind: It is blind and goes on.
            NoSuchTurn: The customer has not answered such a turn.
            TurnInProgress: Another request plays the session now.
        """
        self._records.get(session_id)
        new_id = str(uuid4())
        with in_turn():
            fork(self._database, session_id, turn, new_id)
        log.info("session %s goes on from before turn %d of session %s", new_id, turn, session_id)
        return self._records.get(new_id)
