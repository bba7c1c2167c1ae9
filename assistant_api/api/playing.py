"""Practice over the API: what is done in a session that is played."""

from __future__ import annotations

from assistant_api.api import bodies
from assistant_api.api import session_answers as answers
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.api.session_views import session_answer, turn_answer
from assistant_api.people import current_person
from assistant_api.services import services
from assistant_api.store import NoSuchTurn

_IN_TURN = ("session-ended", "turn-in-progress")
_PLAYING = (*_IN_TURN, "customer-refused", "customer-unreachable")


def play_turn(session_id: str, body: bodies.NewTurn) -> answers.TurnAnswer:
    """The customer answers."""
    said = services().practice.turns.say(session_id, body.turn_id, body.text, current_person().name)
    return answers.TurnAnswer(
        turn=turn_answer(said.turn), session=session_answer(said.session), taken_out=list(said.taken_out)
    )


def end_session(session_id: str, body: bodies.Nothing) -> answers.Session:
    """The agent closes the conversation."""
    return session_answer(services().practice.turns.end(session_id))


def pause_session(session_id: str, body: bodies.Nothing) -> answers.Session:
    """The session rests."""
    return session_answer(services().practice.pauses.pause(session_id))


def resume_session(session_id: str, body: bodies.Nothing) -> answers.Session:
    """The session goes on."""
    return session_answer(services().practice.pauses.resume(session_id))


def rewind_session(session_id: str, body: bodies.Rewind) -> answers.Session:
    """A new session that stands where this one stood."""
    try:
        return session_answer(services().practice.rewinds.rewind(session_id, body.turn))
    except NoSuchTurn as error:
        there = f"1 to {error.answered}" if error.answered else "and there is none yet"
        expected = f"one of the turns that the customer has answered, {there}"
        raise InvalidRequest(FieldError("turn", expected)) from error


def take_hint(session_id: str, body: bodies.HintWish) -> answers.HintAnswer:
    """What to do next."""
    return answers.HintAnswer.parse_obj(services().practice.hints.hint(session_id, body.stuck).to_json())


def add_to(routes: Routes) -> None:
    """Add these routes."""
    one = "/sessions/<session_id>"
    routes.route(
        "POST",
        f"{one}/turns",
        "Say something to the customer; the same turn_id again gives the same answer and is never played twice",
        body=bodies.NewTurn,
        answer=answers.TurnAnswer,
        problems=("turn-conflict", "turn-waiting", "session-paused", *_PLAYING),
    )(play_turn)
    routes.route(
        "POST",
        f"{one}/end",
        "Close the conversation as its agent; a turn that waits unanswered is dropped",
        body=bodies.Nothing,
        answer=answers.Session,
        problems=_PLAYING,
    )(end_session)
    routes.route(
        "POST",
        f"{one}/pause",
        "Let a session rest: it takes no turn and does not time out; a session at rest stays so",
        body=bodies.Nothing,
        answer=answers.Session,
        problems=_IN_TURN,
    )(pause_session)
    routes.route(
        "POST",
        f"{one}/resume",
        "Take a session up again; one that does not rest stays as it is",
        body=bodies.Nothing,
        answer=answers.Session,
        problems=_IN_TURN,
    )(resume_session)
    routes.route(
        "POST",
        f"{one}/rewind",
        "Take a turn again: a new session, open, with the turns before it; the first stays as it is",
        body=bodies.Rewind,
        answer=answers.Session,
        status=201,
        problems=("turn-in-progress", "still-blind"),
    )(rewind_session)
    routes.route(
        "POST",
        f"{one}/hint",
        "Ask what to do next; with stuck, for words to do it with",
        body=bodies.HintWish,
        answer=answers.HintAnswer,
        problems=("session-ended", "session-paused", "hints-off", "customer-refused"),
    )(take_hint)
