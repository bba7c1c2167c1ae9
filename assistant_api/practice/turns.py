"""A session is played turn by turn, and closed by its agent.

A turn is stored before the customer is asked and completed with the reply. Asking again with the same turn id therefore
gives the same answer, plays on what was left waiting, and never plays a turn twice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import NamedTuple

from assistant_api.customer_client import CustomerClient, CustomerRefused
from assistant_api.practice.claimed import claimed, give_back
from assistant_api.practice.errors import SessionPaused, TurnConflict, TurnRefused, TurnWaiting
from assistant_api.practice.records import Records
from assistant_api.practice.telling import told_what_follows
from assistant_api.privacy.door import AgentDoor
from assistant_api.store import SessionEnded, SessionStore, StoredSession, StoredTurn

log = logging.getLogger(__name__)


class Said(NamedTuple):
    """A turn that was played.

    Attributes:
        turn: Answered.
        session: The session after it.
        taken_out: The kinds of personal data that were taken out of the message before it was stored.
    """

    turn: StoredTurn
    session: StoredSession
    taken_out: tuple[str, ...]


class Turns:
    """Plays turns; safe to use from several threads and processes."""

    def __init__(self, store: SessionStore, customer: CustomerClient, records: Records, door: AgentDoor) -> None:
        """Work with these."""
        self._store, self._customer, self._records, self._door = store, customer, records, door

    def say(self, session_id: str, turn_id: str, text: str, agent: str) -> Said:
        """Play one turn, or give again what it gave.

        Args:
            session_id: The session.
            turn_id: The caller's id of this turn, a UUID.
            text: What the agent says; personal data is taken out of it first.
            agent: What the agent is called, which may be said.

        Raises:
            NoSuchSession: There is none.
            TurnConflict: The id was used for another text.
            SessionEnded: The session has ended.
            SessionPaused: It rests.
            TurnWaiting: Another turn waits for the customer's answer.
            TurnInProgress: Another request plays this session now.
            CustomerUnreachable: The customer did not answer; the turn is kept, waiting.
            TurnRefused: The customer will not play this turn; it is not kept.
        """
        session = self._records.get(session_id)
        text, taken_out = self._door.let_in(session, turn_id, text, agent)
        if not _is_answered(session, turn_id, text):
            with claimed(self._store, session_id, self._customer.longest_step) as (holder, keep):
                # Once more with the claim held: the session may have moved between the two.
                session = self._store.get(session_id)
                if _is_answered(session, turn_id, text):
                    give_back(self._store, session_id, holder)
                else:
                    self._play(session, turn_id, text, holder, keep)
        session = self._records.read(session_id)
        return Said(_turn(session, turn_id), session, taken_out)

    def end(self, session_id: str) -> StoredSession:
        """Have the agent close the conversation, be it paused; a turn that waits was never played and goes with it.

        Raises:
            NoSuchSession: There is none.
            SessionEnded: It has ended already.
            TurnInProgress: Another request plays this session now.
            CustomerUnreachable: The customer did not answer; the session stays open, a waiting turn is kept.
            CustomerRefused: The customer cannot close this conversation; likewise.
        """
        self._records.end_lapsed(session_id)
        with claimed(self._store, session_id, self._customer.longest_step) as (holder, keep):
            session = self._store.get(session_id)
            if session.has_ended:
                raise SessionEnded
            with told_what_follows("The session stays open; ending it again is safe.", session.is_hidden):
                answer = self._customer.end(session, keep)
            self._store.close(session_id, holder, answer.reply())
            log.info("session %s is closed by the agent", session_id)
        return self._records.read(session_id)

    def _play(self, session: StoredSession, turn_id: str, text: str, holder: str, keep: Callable[[], None]) -> None:
        number = len(session.answered) + 1
        if session.waiting is None:
            self._store.add_turn(session.id, holder, number, turn_id, text)
        try:
            with told_what_follows("Your message is kept, and sending it again is safe.", session.is_hidden):
                answer = self._customer.turn(session, text, keep)
        except CustomerRefused as error:
            # Left waiting, it would keep every other turn from being played.
            self._store.drop_turn(session.id, holder, turn_id)
            raise TurnRefused(str(error), turn_id, text) from error
        self._store.answer_turn(
            session.id,
            holder,
            turn_id,
            reply=answer.reply(),
            sentences=[sentence.dict() for sentence in answer.sentences],
            recogniser=answer.recogniser,
        )
        log.info("session %s turn %d is answered", session.id, number)


def _is_answered(session: StoredSession, turn_id: str, text: str) -> bool:
    """Whether this turn was played already; raises where it must not be."""
    known = next((turn for turn in session.turns if turn.turn_id == turn_id), None)
    if known is not None and known.text != text:
        raise TurnConflict
    if known is not None and not known.is_waiting:
        return True
    if session.has_ended:
        raise SessionEnded
    if session.is_paused:
        raise SessionPaused
    if session.waiting is not None and session.waiting.turn_id != turn_id:
        raise TurnWaiting(session.waiting.turn_id)
    return False


def _turn(session: StoredSession, turn_id: str) -> StoredTurn:
    return next(turn for turn in session.turns if turn.turn_id == turn_id)
