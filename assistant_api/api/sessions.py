"""Practice over the API: sessions and their turns."""

from __future__ import annotations

from assistant_api.api import answers, bodies
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.api.views import session_answer, summary_answer, turn_answer
from assistant_api.catalogue import UnknownId
from assistant_api.services import services
from assistant_api.store import list_sessions

_PLAYING = ("session-ended", "turn-in-progress", "customer-refused", "customer-unreachable")


def start_session(body: bodies.NewSession) -> answers.Session:
    """The customer opens the conversation."""
    try:
        session = services().practice.start(body.scenario, body.persona, body.seed)
    except UnknownId as error:
        raise InvalidRequest(FieldError(error.field, "one of " + ", ".join(error.known))) from error
    return session_answer(session)


def get_sessions(query: bodies.Page) -> answers.SessionsAnswer:
    """A page of the list."""
    before = None if query.before is None else int(query.before)
    found, cursor = list_sessions(services().database, query.limit, before)
    return answers.SessionsAnswer(
        sessions=[summary_answer(summary) for summary in found], next=None if cursor is None else str(cursor)
    )


def get_session(session_id: str) -> answers.Session:
    """One session."""
    return session_answer(services().practice.read(session_id))


def delete_session(session_id: str) -> None:
    """Nothing of it stays."""
    services().practice.erase(session_id)


def play_turn(session_id: str, body: bodies.NewTurn) -> answers.TurnAnswer:
    """The customer answers."""
    turn, session = services().practice.say(session_id, body.turn_id, body.text)
    return answers.TurnAnswer(turn=turn_answer(turn), session=session_answer(session))


def end_session(session_id: str, body: bodies.Nothing) -> answers.Session:
    """The agent closes the conversation."""
    return session_answer(services().practice.end(session_id))


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
        problems=("customer-refused", "customer-unreachable"),
    )(start_session)
    routes.route(
        "GET", "/sessions", "List the sessions, newest first", query=bodies.Page, answer=answers.SessionsAnswer
    )(get_sessions)
    routes.route("GET", one, "Read a session", answer=answers.Session)(get_session)
    routes.route("DELETE", one, "Erase a session: nothing of it stays", answer=None, status=204)(delete_session)
    routes.route(
        "POST",
        f"{one}/turns",
        "Say something to the customer; the same turn_id again gives the same answer and is never played twice",
        body=bodies.NewTurn,
        answer=answers.TurnAnswer,
        problems=("turn-conflict", "turn-waiting", *_PLAYING),
    )(play_turn)
    routes.route(
        "POST",
        f"{one}/end",
        "Close the conversation as its agent; a turn that waits unanswered is dropped",
        body=bodies.Nothing,
        answer=answers.Session,
        problems=_PLAYING,
    )(end_session)
