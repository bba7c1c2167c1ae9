"""Looking back over the API: a session's debrief, and the progress over sessions."""

from __future__ import annotations

from assistant_api.api.debrief_answers import DebriefAnswer, ProgressAnswer
from assistant_api.api.operation import Routes
from assistant_api.people import current_person
from assistant_api.services import services


def get_debrief(session_id: str) -> DebriefAnswer:
    """What there is to learn from a session."""
    own = services().practice.records.get(session_id).person_id == current_person().id
    return DebriefAnswer.parse_obj(services().practice.lookback.debrief(session_id, own=own))


def get_progress() -> ProgressAnswer:
    """How one's sessions went."""
    return ProgressAnswer.parse_obj(services().practice.lookback.progress(current_person().id))


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route(
        "GET",
        "/sessions/<session_id>/debrief",
        "Look back at an ended session; the debrief stays as it was first made",
        answer=DebriefAnswer,
        problems=("session-open", "no-debrief"),
    )(get_debrief)
    routes.route("GET", "/progress", "How the last sessions went", answer=ProgressAnswer)(get_progress)
