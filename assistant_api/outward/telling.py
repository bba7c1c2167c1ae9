"""What there is to tell of, put into the outbox; a request goes on at once, and as well where that fails."""

from __future__ import annotations

import logging
from datetime import datetime

from assistant_api.assigning.rules import assigning_rules
from assistant_api.outward.sender import Sender
from assistant_api.outward.statements import COMPLETED, FAILED, PASSED, of_comment, of_session, seconds_of
from assistant_api.outward.store_settings import RecordStore
from assistant_api.store import Database, DatabaseUnavailable, Json, StoredSession
from assistant_api.store.assignments import Assignments, NoSuchAssignment
from assistant_api.store.certificates import Certificate
from assistant_api.store.outbox import XAPI, Outbox
from assistant_api.store.tables import OWNER
from assistant_api.store.webhooks import Webhooks

ENDED_BADLY, DISPUTE_OPENED, ASSIGNMENT_PASSED = EVENTS = (
    "session.ended_badly",
    "dispute.opened",
    "assignment.passed",
)
"""What webhooks can be told of."""
_BAD_ENDINGS = ("walks_off", "supervisor")
_BAD = "bad"

log = logging.getLogger(__name__)


class Outward:
    """Puts into the outbox; safe to use from several threads and processes.

    Attributes:
        sender: The thread that sends.
        webhooks: Where events go.
        outbox: What is to be sent, and was.
        states: Whether statements are sent to a record store.
    """

    def __init__(self, database: Database, record_store: RecordStore | None) -> None:
        """Tell there."""
        self.states = record_store is not None
        self.sender = Sender(database, record_store)
        self.webhooks, self.outbox = Webhooks(database), Outbox(database)
        self._assignments = Assignments(database)

    def notify(self, event: str, payload: Json, due_at: datetime | None = None) -> None:
        """Tell the webhooks that want to know.

        Args:
            event: One of ``EVENTS``.
            payload: Ids, labels and figures; never what somebody wrote.
            due_at: Not before then (UTC); None for at once.
        """
        try:
            hooks = [one.id for one in self.webhooks.listed() if one.active and event in one.events]
            self._put(event, [(one, payload) for one in hooks], due_at)
        except DatabaseUnavailable as error:
            log.warning("nobody can be told of %s: %s", event, error)

    def session_ended(self, session: StoredSession, result: Json) -> None:
        """A practice session was scored for the first time; that goes out once others may see how it went.

        Args:
            session: The session, with its scorecard.
            result: Its row of ``results``.
        """
        kind = (session.ending or {}).get("kind")
        due_at = _told_at(session)
        badly = kind in _BAD_ENDINGS or result["face"] == _BAD
        self._state(of_session(COMPLETED, session, result["score"], not badly, result["seconds"]), due_at)
        if session.assignment_id is not None and self.states:
            self._failed_try(session, session.assignment_id, result)
        if badly:
            figures = {name: result[name] for name in _FIGURES}
            self.notify(ENDED_BADLY, {**_about(session), **figures, "ending": kind}, due_at)

    def assignment_passed(self, session: StoredSession, passed: Certificate) -> None:
        """Somebody passed an assignment with this session; that goes out once others may see how it went."""
        due_at = _told_at(session)
        self._state(of_session(PASSED, session, passed.score, True, seconds_of(session)), due_at)
        told = {"assignment": passed.assignment_id, "score": passed.score, "pass_mark": passed.pass_mark}
        self.notify(ASSIGNMENT_PASSED, {**_about(session), **told}, due_at)

    def result_seen(self, session_id: str) -> None:
        """The agent of a session knows now how it went, so that what waited for that goes out."""
        try:
            if self.outbox.release(session_id):
                self.sender.wake()
        except DatabaseUnavailable as error:
            log.warning("what tells of session %s goes out later: %s", session_id, error)

    def commented(self, comment_id: str, author_id: str, session: StoredSession, at: datetime) -> None:
        """Somebody commented on a session."""
        self._state(of_comment(comment_id, author_id, session, at))

    def dispute_opened(self, session: StoredSession, dispute_id: str) -> None:
        """An agent disputes a session of theirs."""
        self.notify(DISPUTE_OPENED, {**_about(session), "dispute": dispute_id})

    def _failed_try(self, session: StoredSession, assignment_id: str, result: Json) -> None:
        try:
            failed = result["score"] < self._assignments.get(assignment_id).pass_mark
        except (NoSuchAssignment, DatabaseUnavailable) as error:
            log.warning("whether a try failed cannot be told: %s", error)
            return
        if failed:
            self._state(of_session(FAILED, session, result["score"], False, result["seconds"]), _told_at(session))

    def _state(self, statement: Json, due_at: datetime | None = None) -> None:
        if not self.states:
            return
        try:
            self._put(statement["verb"]["display"]["en-GB"], [(XAPI, statement)], due_at)
        except DatabaseUnavailable as error:
            log.warning("a statement could not be kept for sending: %s", error)

    def _put(self, event: str, payloads: list[tuple[str, Json]], due_at: datetime | None) -> None:
        self.outbox.put(event, payloads, due_at)
        self.sender.wake()


_FIGURES = ("score", "face", "recommend")


def _told_at(session: StoredSession) -> datetime | None:
    """When others may see how an ended session went (UTC); None for now, as where nobody but its agent is there."""
    if session.opened_at is not None or session.ended_at is None or session.person_id == OWNER:
        return None
    return session.ended_at + assigning_rules().told_after


def _about(session: StoredSession) -> Json:
    return {
        "session": session.id,
        "person": session.person_id,
        "scenario": session.scenario_id,
        "level": session.level,
    }
