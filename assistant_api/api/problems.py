"""Every error of the API in one shape: problem details (RFC 9457)."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

from assistant_api.assigning.errors import AssignmentClosed
from assistant_api.catalogue import UnknownId
from assistant_api.customer_client import CustomerRefused, CustomerUnreachable
from assistant_api.debrief import NoDebrief
from assistant_api.keeping import KeepingOff
from assistant_api.people.errors import SignInOff, TooManyAttempts, WrongPassword
from assistant_api.practice.errors import (
    HintsOff,
    ScenarioGone,
    SessionOpen,
    SessionPaused,
    TurnConflict,
    TurnInProgress,
    TurnRefused,
    TurnWaiting,
)
from assistant_api.refused import Refused
from assistant_api.review.errors import OwnSession
from assistant_api.review.formats import UnclearImport
from assistant_api.seeing.held import ResultHeld
from assistant_api.store import DatabaseUnavailable, NoSuchDraft, NoSuchSession, SessionEnded, StillBlind
from assistant_api.store.assignments import NoSuchAssignment, NoTriesLeft
from assistant_api.store.certificates import NoSuchCertificate
from assistant_api.store.exporting import TooManySessions
from assistant_api.store.goals import NoSuchGoal
from assistant_api.store.outbox import NoSuchDelivery
from assistant_api.store.people_errors import (
    LastAdmin,
    LinkGone,
    LoginTaken,
    NoSuchPerson,
    NoSuchTeam,
    NoSuchToken,
    NoSuchVisit,
    TeamTaken,
    TokenTaken,
)
from assistant_api.store.review_comments import NoSuchComment
from assistant_api.store.review_disputes import AlreadyAnswered, AlreadyDisputed, NoSuchDispute
from assistant_api.store.review_overrules import NoSuchOverrule
from assistant_api.store.webhooks import NoSuchWebhook
from coaching.authoring.folder import ChangedMeanwhile, FolderUnavailable, NameTaken, NoSuchFile, ReadOnly
from coaching.errors import CoachError, MissingResourceError

MEDIA_TYPE = "application/problem+json"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ProblemType:
    """A kind of error: its HTTP status and its title."""

    status: int
    title: str


PROBLEMS: Mapping[str, ProblemType] = {
    "not-json": ProblemType(400, "The body is not JSON"),
    "bad-request": ProblemType(400, "The request cannot be understood"),
    "untrusted-host": ProblemType(400, "This name does not belong to this application"),
    "sign-in-needed": ProblemType(401, "You are not signed in"),
    "token-needed": ProblemType(401, "This needs a token"),
    "bad-token": ProblemType(401, "The token is not valid"),
    "wrong-password": ProblemType(403, "Address and password do not belong together"),
    "cross-origin": ProblemType(403, "The request comes from a page of another site"),
    "role-too-low": ProblemType(403, "This is not for your role"),
    "token-scope": ProblemType(403, "The token was not made for this"),
    "keeping-off": ProblemType(403, "Replies are not kept here"),
    "scenario-read-only": ProblemType(403, "The scenario comes with the program"),
    "not-found": ProblemType(404, "There is nothing here"),
    "own-session": ProblemType(403, "Nobody corrects their own session"),
    "already-disputed": ProblemType(409, "The session has been disputed"),
    "already-answered": ProblemType(409, "The dispute has been answered"),
    "method-not-allowed": ProblemType(405, "This address does not take this method"),
    "session-ended": ProblemType(409, "The session has ended"),
    "session-open": ProblemType(409, "The session goes on"),
    "still-blind": ProblemType(409, "The session is a surprise until it has ended"),
    "result-held": ProblemType(409, "Results reach the trainee first"),
    "session-paused": ProblemType(409, "The session is paused"),
    "hints-off": ProblemType(409, "The session is played without hints"),
    "no-debrief": ProblemType(409, "The session cannot be looked back at"),
    "turn-waiting": ProblemType(409, "Another turn waits for the customer"),
    "turn-conflict": ProblemType(409, "The turn id is taken"),
    "turn-in-progress": ProblemType(409, "The customer is answering"),
    "customer-refused": ProblemType(409, "The customer cannot do this"),
    "scenario-changed": ProblemType(409, "The scenario file has changed"),
    "scenario-taken": ProblemType(409, "The scenario's name cannot be taken"),
    "sign-in-off": ProblemType(409, "Nobody signs in here"),
    "login-taken": ProblemType(409, "Somebody signs in with this already"),
    "team-taken": ProblemType(409, "There is a team of this name"),
    "token-taken": ProblemType(409, "There is a token of this name"),
    "last-admin": ProblemType(409, "There has to be an admin"),
    "assignment-closed": ProblemType(409, "The assignment is closed"),
    "no-tries-left": ProblemType(409, "There is no try left"),
    "link-gone": ProblemType(410, "The link does not work any more"),
    "too-large": ProblemType(413, "The request is too large"),
    "not-json-type": ProblemType(415, "The body is not announced as JSON"),
    "validation": ProblemType(422, "Something in the request is not as expected"),
    "unclear-import": ProblemType(422, "The chats cannot be read"),
    "too-many-sessions": ProblemType(422, "There are more sessions than one file holds"),
    "too-many-attempts": ProblemType(429, "Please wait"),
    "server-error": ProblemType(500, "Something went wrong on our side"),
    "customer-unreachable": ProblemType(503, "The customer does not answer"),
    "recogniser-missing": ProblemType(503, "The recogniser is not trained"),
    "database-unavailable": ProblemType(503, "The database cannot be used"),
    "scenarios-unavailable": ProblemType(503, "The folder of scenarios cannot be used"),
}

_BY_STATUS = {
    400: ("bad-request", "The server could not read the request."),
    404: ("not-found", "The API has no such address; /api/v1/openapi.json lists those it has."),
    405: ("method-not-allowed", "The header Allow lists the methods that this address takes."),
}

_BY_ERROR: Mapping[type[Exception], str] = {
    NoSuchSession: "not-found",
    NoSuchDraft: "not-found",
    UnknownId: "not-found",
    ScenarioGone: "not-found",
    SessionEnded: "session-ended",
    SessionOpen: "session-open",
    SessionPaused: "session-paused",
    StillBlind: "still-blind",
    HintsOff: "hints-off",
    NoDebrief: "no-debrief",
    ResultHeld: "result-held",
    TurnWaiting: "turn-waiting",
    TurnConflict: "turn-conflict",
    TurnInProgress: "turn-in-progress",
    KeepingOff: "keeping-off",
    NoSuchComment: "not-found",
    NoSuchOverrule: "not-found",
    NoSuchDispute: "not-found",
    AlreadyDisputed: "already-disputed",
    AlreadyAnswered: "already-answered",
    OwnSession: "own-session",
    UnclearImport: "unclear-import",
    NoSuchPerson: "not-found",
    NoSuchTeam: "not-found",
    NoSuchVisit: "not-found",
    NoSuchToken: "not-found",
    WrongPassword: "wrong-password",
    TooManyAttempts: "too-many-attempts",
    SignInOff: "sign-in-off",
    LoginTaken: "login-taken",
    TeamTaken: "team-taken",
    TokenTaken: "token-taken",
    LastAdmin: "last-admin",
    LinkGone: "link-gone",
    NoSuchAssignment: "not-found",
    NoSuchCertificate: "not-found",
    NoSuchGoal: "not-found",
    AssignmentClosed: "assignment-closed",
    NoTriesLeft: "no-tries-left",
    TooManySessions: "too-many-sessions",
    NoSuchWebhook: "not-found",
    NoSuchDelivery: "not-found",
    NoSuchFile: "not-found",
    NameTaken: "scenario-taken",
    ReadOnly: "scenario-read-only",
    ChangedMeanwhile: "scenario-changed",
    FolderUnavailable: "scenarios-unavailable",
    CustomerRefused: "customer-refused",
    CustomerUnreachable: "customer-unreachable",
    MissingResourceError: "recogniser-missing",
    DatabaseUnavailable: "database-unavailable",
}


@dataclass(frozen=True)
class FieldError:
    """A field of a request and what was expected of it."""

    field: str
    expected: str


class InvalidRequest(Exception):
    """Fields of a request are not as expected.

    Attributes:
        errors: Each field with what was expected.
    """

    def __init__(self, *errors: FieldError) -> None:
        """Hold the errors."""
        self.errors = errors
        super().__init__("; ".join(f"{error.field}: expected {error.expected}" for error in errors))


class NotJson(Exception):
    """The body cannot be read as JSON; the message says why."""


def problem_of(error: Exception) -> Response:
    """The answer that tells this error; one that nobody foresaw is logged and told without its details."""
    if isinstance(error, InvalidRequest):
        errors = [{"field": one.field, "expected": one.expected} for one in error.errors]
        return problem("validation", str(error), errors=errors)
    if isinstance(error, NotJson):
        return problem("not-json", str(error))
    if isinstance(error, HTTPException):
        return _of_http(error)
    for kind, name in _BY_ERROR.items():
        if isinstance(error, kind):
            response = problem(name, str(error), **_members(error))
            if isinstance(error, TooManyAttempts):
                response.headers["Retry-After"] = str(error.seconds)
            return response
    log_unforeseen(error)
    return problem("server-error", "The server's log says what failed. What you sent may be sent again.")


def problem(name: str, detail: str, **more: Any) -> Response:  # noqa: ANN401 - members of JSON
    """A problem answer.

    Args:
        name: One of ``PROBLEMS``.
        detail: What happened this time, and what to do.
        more: Further members.
    """
    kind = PROBLEMS[name]
    body = {"type": f"/problems/{name}", "title": kind.title, "status": kind.status, "detail": detail, **more}
    return Response(json.dumps(body), status=kind.status, content_type=MEDIA_TYPE)


def log_unforeseen(error: Exception) -> None:
    """Log where an error came from; its message only where it is ours, as another may quote what somebody wrote."""
    places = "".join(traceback.format_tb(error.__traceback__))
    told = f" ({error})" if isinstance(error, CoachError) else ""
    log.error("%s%s was not foreseen; it came from\n%s", type(error).__name__, told, places)


def _members(error: Exception) -> dict[str, str]:
    if isinstance(error, TurnRefused):
        return {"turn_id": error.turn_id, "text": error.text}
    if isinstance(error, ChangedMeanwhile) and error.now is not None:
        return {"text": error.now.text, "version": error.now.version}
    return {"turn_id": error.turn_id} if isinstance(error, TurnWaiting) else {}


def _of_http(error: HTTPException) -> Response:
    if isinstance(error, Refused):
        response = problem(error.problem, error.description)
        response.headers.update(error.told)
        return response
    if isinstance(error, RequestEntityTooLarge):
        return problem("too-large", f"Such a request may hold {(request.max_content_length or 0) // 1024} KiB at most.")
    if error.code not in _BY_STATUS:
        log_unforeseen(error)
        return problem("server-error", "The request could not be served.")
    response = problem(*_BY_STATUS[error.code])
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response
