"""Reviews over the API, what trainers do: overrule a label or a point, withdraw that, answer a dispute."""

from __future__ import annotations

from uuid import uuid4

from assistant_api.api import review_answers as answers
from assistant_api.api import review_bodies as bodies
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.api.review_session import require_turn, reviewed, whole
from assistant_api.api.review_views import may_correct, mentionable
from assistant_api.people import audit, current_person
from assistant_api.people.owning import require_session
from assistant_api.practice.errors import SessionOpen
from assistant_api.review.errors import OwnSession
from assistant_api.review.wording import without_personal_data
from assistant_api.seeing.held import require_result
from assistant_api.services import services
from assistant_api.store import StoredSession
from assistant_api.store.review_disputes import NoSuchDispute
from assistant_api.store.review_overrules import LABEL, POINT, NewOverrule, NoSuchOverrule


def overrule_labels(session_id: str, body: bodies.OverruledLabels) -> answers.ReviewSession:
    """A sentence's labels as a trainer sees them."""
    session = _correctable(session_id)
    require_turn(session, body.turn, body.sentence)
    return _overrule(session, LABEL, body.reason, turn=body.turn, sentence=body.sentence, labels=body.labels)


def overrule_points(session_id: str, body: bodies.OverruledPoints) -> answers.ReviewSession:
    """The points of a line of the scorecard as a trainer sees them."""
    session = _correctable(session_id)
    card = services().review.outcomes.corrected(session) or session.scorecard or {"points": []}
    rules = dict.fromkeys(point["rule"] for point in card["points"])
    if body.rule not in rules:
        raise InvalidRequest(FieldError("rule", "one of " + ", ".join(rules)))
    return _overrule(session, POINT, body.reason, rule=body.rule, points=body.points)


def withdraw_overrule(overrule_id: str) -> answers.ReviewSession:
    """The machine's counts again."""
    overrules = services().review.overrules
    one = overrules.get(overrule_id)
    require_session(one.session_id, own=False, missing=NoSuchOverrule)
    session = _correctable(one.session_id)
    overrules.withdraw(overrule_id)
    return _corrected(session, "withdraw")


def answer_dispute(dispute_id: str, body: bodies.DisputeAnswer) -> answers.ReviewSession:
    """What a trainer says to a dispute."""
    disputes = services().review.disputes
    one = disputes.get(dispute_id)
    require_session(one.session_id, own=False, missing=NoSuchDispute)
    session = _correctable(one.session_id)
    disputes.answer(dispute_id, body.upheld, _kept(body.text, session), current_person().id)
    audit("change", "session", session.id, {"what": "dispute", "answer": body.upheld})
    return whole(session)


def add_to(routes: Routes) -> None:
    """Add these routes."""
    one = "/review/sessions/<session_id>"
    problems = ("session-open", "own-session", "result-held")
    routes.route(
        "POST",
        f"{one}/labels",
        "Overrule the labels of a sentence, with a reason; the machine's stay beside them",
        body=bodies.OverruledLabels,
        answer=answers.ReviewSession,
        status=201,
        problems=problems,
        own=False,
    )(overrule_labels)
    routes.route(
        "POST",
        f"{one}/points",
        "Overrule a line of the scorecard, with a reason; the machine's points stay beside them",
        body=bodies.OverruledPoints,
        answer=answers.ReviewSession,
        status=201,
        problems=problems,
        own=False,
    )(overrule_points)
    routes.route(
        "DELETE",
        "/review/overrules/<overrule_id>",
        "Withdraw what was overruled",
        answer=answers.ReviewSession,
        problems=problems,
    )(withdraw_overrule)
    routes.route(
        "POST",
        "/review/disputes/<dispute_id>/answer",
        "Answer a dispute: the score is changed, or stands",
        body=bodies.DisputeAnswer,
        answer=answers.ReviewSession,
        problems=(*problems, "already-answered"),
    )(answer_dispute)


def _kept(text: str, session: StoredSession) -> str:
    return without_personal_data(text, session, mentionable(session).get(session.person_id, ""))


def _correctable(session_id: str) -> StoredSession:
    session = reviewed(session_id)
    if not session.has_ended:
        raise SessionOpen
    require_result(session)
    if not may_correct(current_person(), session):
        raise OwnSession
    return session


def _overrule(session: StoredSession, kind: str, reason: str, **told: object) -> answers.ReviewSession:
    place = {name: told.get(name) for name in ("turn", "sentence", "labels", "rule", "points")}
    new = {"id": str(uuid4()), "session_id": session.id, "kind": kind, "made_by": current_person().id, **place}
    services().review.overrules.add(NewOverrule(**new, reason=_kept(reason, session)))  # type: ignore[arg-type]
    return _corrected(session, "overrule")


def _corrected(session: StoredSession, what: str) -> answers.ReviewSession:
    services().review.outcomes.keep(session)
    audit("change", "session", session.id, {"what": what})
    return whole(session)
