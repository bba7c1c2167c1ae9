"""Practice over the API: sessions begun, listed, read, erased, and what an agent knows of their case."""

from __future__ import annotations

from assistant_api.api import bodies
from assistant_api.api import session_answers as answers
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.api.session_views import brief_answer, session_answer, summary_answer
from assistant_api.assigning.trying import assigned_wish
from assistant_api.catalogue import UnknownId
from assistant_api.people import current_person
from assistant_api.practice.starts import Wish
from assistant_api.privacy.door import make_ready
from assistant_api.seeing.held import require_result
from assistant_api.services import services


def start_session(body: bodies.NewSession) -> answers.Session:
    """The customer opens the conversation."""
    make_ready()
    person = current_person()
    wish = Wish(**dict(body))
    if wish.assignment is not None:
        wish = assigned_wish(wish.assignment, person.id)
    try:
        session = services().practice.starts.start(wish, person.id)
    except UnknownId as error:
        raise InvalidRequest(FieldError(error.field, "one of " + ", ".join(error.known))) from error
    return session_answer(session)


def get_sessions(query: bodies.Page) -> answers.SessionsAnswer:
    """A page of the list."""
    before = None if query.before is None else int(query.before)
    found, cursor = services().practice.records.page(current_person().id, query.limit, before)
    return answers.SessionsAnswer(
        sessions=[summary_answer(summary) for summary in found], next=None if cursor is None else str(cursor)
    )


def get_session(session_id: str) -> answers.Session:
    """One session."""
    session = services().practice.records.read(session_id)
    require_result(session)
    return session_answer(session)


def get_session_brief(session_id: str) -> answers.SessionBrief:
    """The agent's card."""
    return brief_answer(*services().practice.briefs.of(session_id))


def delete_session(session_id: str) -> None:
    """Nothing of it stays."""
    services().practice.records.erase(session_id)


def add_to(routes: Routes) -> None:
    """Add these routes."""
    one = "/sessions/<session_id>"
    routes.route(
        "POST",
        "/sessions",
        "Start a session: the customer opens the conversation",
        body=bodies.NewSession,
        answer=answers.Session,
        status=201,
        problems=("not-found", "assignment-closed", "no-tries-left", "customer-refused", "customer-unreachable"),
    )(start_session)
    routes.route(
        "GET", "/sessions", "List the sessions, newest first", query=bodies.Page, answer=answers.SessionsAnswer
    )(get_sessions)
    routes.route("GET", one, "Read a session", answer=answers.Session, problems=("result-held",))(get_session)
    routes.route("GET", f"{one}/brief", "What an agent would know of a session's case", answer=answers.SessionBrief)(
        get_session_brief
    )
    routes.route("DELETE", one, "Erase a session: nothing of it stays", answer=None, status=204)(delete_session)
