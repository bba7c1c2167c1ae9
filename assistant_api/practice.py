"""Practice sessions: begun, played turn by turn, ended, read, erased.

A turn is stored before the customer is asked and completed with the reply. Asking again with the same turn id therefore
gives the same answer, plays on what was left waiting, and never plays a turn twice.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from assistant_api.catalogue import Catalogue
from assistant_api.customer_client import CustomerClient, CustomerRefused, CustomerUnreachable
from assistant_api.debrief import Debrief
from assistant_api.store import (
    ClaimLost,
    DatabaseUnavailable,
    NewSession,
    SessionStore,
    StoredSession,
    StoredTurn,
)
from coaching.errors import CoachError

SEED_LIMIT = 2**31
_SLACK_SECONDS = 5.0

log = logging.getLogger(__name__)


class SessionEnded(CoachError):
    """The conversation is over."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This session has ended. Start another one to go on practising.")


class TurnWaiting(CoachError):
    """Another turn waits for the customer's answer.

    Attributes:
        turn_id: That turn's id.
    """

    def __init__(self, turn_id: str) -> None:
        """Hold the id, which is not for people to read."""
        self.turn_id = turn_id
        super().__init__(
            "Your last message still waits for the customer's answer. Send it again first; its text is kept."
        )


class TurnRefused(CustomerRefused):
    """The customer will not play this turn, which is therefore not kept.

    Attributes:
        turn_id: The turn's id.
        text: What the agent said, given back.
    """

    def __init__(self, reason: str, turn_id: str, text: str) -> None:
        """Say why, and what became of the message."""
        self.turn_id, self.text = turn_id, text
        super().__init__(f"{reason} Your message was not played, and the session does not keep it.")


class TurnConflict(CoachError):
    """The turn id was used for another text."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This turn id was already used in this session, with another text. Give each turn its own id.")


class TurnInProgress(CoachError):
    """The session is being played by another request just now."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("The customer is answering another request of this session. Ask again in a moment.")


class Practice:
    """The one who plays sessions; safe to use from several threads and processes."""

    def __init__(self, store: SessionStore, customer: CustomerClient, catalogue: Catalogue, debrief: Debrief) -> None:
        """Work with these."""
        self._store, self._customer, self._catalogue, self._debrief = store, customer, catalogue, debrief

    def start(self, scenario_id: str, persona_id: str | None = None, seed: int | None = None) -> StoredSession:
        """Begin a session.

        Args:
            scenario_id: One that the catalogue knows.
            persona_id: One that the catalogue knows; the scenario's own where it is None.
            seed: From 0 to ``SEED_LIMIT`` - 1; drawn where it is None.

        Raises:
            UnknownId: The catalogue does not know the scenario or the persona.
            CustomerUnreachable: The customer did not answer; nothing was stored.
        """
        scenario = self._catalogue.scenario(scenario_id)
        persona = self._catalogue.persona(persona_id or scenario.persona)
        seed = secrets.randbelow(SEED_LIMIT) if seed is None else seed
        session_id = str(uuid4())
        with _unreachable_means("No session was started; trying again is safe."):
            answer = self._customer.start(session_id, scenario.id, persona.id, seed)
        self._store.add(
            NewSession(session_id, scenario.id, scenario.title, persona.id, persona.name, seed, answer.reply())
        )
        log.info("session %s begins: scenario %s, persona %s", session_id, scenario.id, persona.id)
        return self._store.get(session_id)

    def say(self, session_id: str, turn_id: str, text: str) -> tuple[StoredTurn, StoredSession]:
        """Play one turn, or give again what it gave.

        Args:
            session_id: The session.
            turn_id: The caller's id of this turn, a UUID.
            text: What the agent says.

        Returns:
            The turn, answered, and the session after it.

        Raises:
            NoSuchSession: There is none.
            TurnConflict: The id was used for another text.
            SessionEnded: The session has ended.
            TurnWaiting: Another turn waits for the customer's answer.
            TurnInProgress: Another request plays this session now.
            CustomerUnreachable: The customer did not answer; the turn is kept, waiting.
            TurnRefused: The customer will not play this turn; it is not kept.
        """
        session = self._store.get(session_id)
        if not _is_answered(session, turn_id, text):
            with self._claimed(session_id) as (holder, keep):
                # Once more with the claim held: the session may have moved between the two.
                session = self._store.get(session_id)
                if _is_answered(session, turn_id, text):
                    self._give_back(session_id, holder)
                else:
                    self._play(session, turn_id, text, holder, keep)
        session = self.read(session_id)
        return _turn(session, turn_id), session

    def end(self, session_id: str) -> StoredSession:
        """Have the agent close the conversation; a turn that waits unanswered was never played and goes with it.

        Raises:
            NoSuchSession: There is none.
            SessionEnded: It has ended already.
            TurnInProgress: Another request plays this session now.
            CustomerUnreachable: The customer did not answer; the session stays open, a waiting turn is kept.
            CustomerRefused: The customer cannot close this conversation; likewise.
        """
        with self._claimed(session_id) as (holder, keep):
            session = self._store.get(session_id)
            if session.has_ended:
                raise SessionEnded
            with _unreachable_means("The session stays open; ending it again is safe."):
                answer = self._customer.end(session, keep)
            self._store.close(session_id, holder, answer.reply())
            log.info("session %s is closed by the agent", session_id)
        return self.read(session_id)

    def read(self, session_id: str) -> StoredSession:
        """The session; an ended one with its scorecard, which is made and stored when it is first asked for.

        Raises:
            NoSuchSession: There is none.
        """
        session = self._store.get(session_id)
        if not session.has_ended or session.scorecard is not None:
            return session
        try:
            self._store.keep_scorecard(session_id, self._debrief.scorecard(session))
        except CoachError as error:
            # The session counts more than its score, which is tried again at the next reading.
            log.error("session %s has no scorecard: %s", session_id, error)
            return session
        return self._store.get(session_id)

    def erase(self, session_id: str) -> None:
        """Erase a session from the database and from Rasa's memory.

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

    def _play(self, session: StoredSession, turn_id: str, text: str, holder: str, keep: Callable[[], None]) -> None:
        number = len(session.answered) + 1
        if session.waiting is None:
            self._store.add_turn(session.id, holder, number, turn_id, text)
        try:
            with _unreachable_means("Your message is kept, and sending it again is safe."):
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

    @contextmanager
    def _claimed(self, session_id: str) -> Iterator[tuple[str, Callable[[], None]]]:
        holder = str(uuid4())

        def keep() -> None:
            self._store.claim(session_id, holder, self._customer.longest_step + _SLACK_SECONDS)

        try:
            keep()
            yield holder, keep
        except ClaimLost as error:
            raise TurnInProgress from error
        except BaseException:
            # What went well has given the claim back together with its result.
            self._give_back(session_id, holder)
            raise

    def _give_back(self, session_id: str, holder: str) -> None:
        try:
            self._store.release(session_id, holder)
        except DatabaseUnavailable as error:
            # It lapses by itself; the caller is told what went wrong before.
            log.warning("session %s stays claimed until that lapses: %s", session_id, error)


@contextmanager
def _unreachable_means(consequence: str) -> Iterator[None]:
    try:
        yield
    except CustomerUnreachable as error:
        raise CustomerUnreachable(f"{error} {consequence}") from error


def _is_answered(session: StoredSession, turn_id: str, text: str) -> bool:
    """Whether this turn was played already; raises where it must not be."""
    known = next((turn for turn in session.turns if turn.turn_id == turn_id), None)
    if known is not None and known.text != text:
        raise TurnConflict
    if known is not None and not known.is_waiting:
        return True
    if session.has_ended:
        raise SessionEnded
    if session.waiting is not None and session.waiting.turn_id != turn_id:
        raise TurnWaiting(session.waiting.turn_id)
    return False


def _turn(session: StoredSession, turn_id: str) -> StoredTurn:
    return next(turn for turn in session.turns if turn.turn_id == turn_id)
