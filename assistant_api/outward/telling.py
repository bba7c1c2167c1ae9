"""What there is to tell of, put into the outbox; a request goes on at once, and as well where that fails."""

from __future__ import annotations

import logging
from datetime import datetime

from assistant_api.outward.sender import Sender
from assistant_api.outward.statements import COMPLETED, FAILED, PASSED, of_comment, of_session, seconds_of
from assistant_api.outward.store_settings import RecordStore
from assistant_api.store import Database, DatabaseUnavailable, Json, StoredSession
from assistant_api.store.assignments import Assignments, NoSuchAssignment
from assistant_api.store.certificates import Certificate
from assistant_api.store.outbox import XAPI, Outbox
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

    def notify(self, event: str, payload: Json) -> None:
        """Tell the webhooks that want to know.

        Args:
            event: One of ``EVENTS``.
            payload: Ids, labels and figures; never what somebody wrote.
        """
        try:
            hooks = [one.id for one in self.webhooks.listed() if one.active and event in one.events]
            self._put(event, [(one, payload) for one in hooks])
        except DatabaseUnavailable as error:
            log.warning("nobody can be told of %s: %s", event, error)

    def session_ended(self, session: StoredSession, result: Json) -> None:
        """A practice session was scored for the first time.

        Args:
            session: The session, with its scorecard.
            result: Its row of ``results``.
        """
        kind = (session.ending or {}).get("kind")
        badly = kind in _BAD_ENDINGS or result["face"] == _BAD
        self._state(of_session(COMPLETED, session, result["score"], not badly, result["seconds"]))
        if session.assignment_id is not None and self.states:
            self._failed_try(session, session.assignment_id, result)
        if badly:
            self.notify(ENDED_BADLY, {**_about(session), **{name: result[name] for name in _FIGURES}, "ending": kind})

    def assignment_passed(self, session: StoredSession, passed: Certificate) -> None:
        """Somebody passed an assignment with this session."""
        self._state(of_session(PASSED, session, passed.score, True, seconds_of(session)))
        told = {"assignment": passed.assignment_id, "score": passed.score, "pass_mark": passed.pass_mark}
        self.notify(ASSIGNMENT_PASSED, {**_about(session), **told})

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
            self._state(of_session(FAILED, session, result["score"], False, result["seconds"]))

    def _state(self, statement: Json) -> None:
        if not self.states:
            return
        try:
            self._put(statement["verb"]["display"]["en-GB"], [(XAPI, statement)])
        except DatabaseUnavailable as error:
            log.warning("a statement could not be kept for sending: %s", error)

    def _put(self, event: str, payloads: list[tuple[str, Json]]) -> None:
        self.outbox.put(event, payloads)
        self.sender.wake()


_FIGURES = ("score", "face", "recommend")


def _about(session: StoredSession) -> Json:
    return {
        "session": session.id,
        "person": session.person_id,
        "scenario": session.scenario_id,
        "level": session.level,
    }
