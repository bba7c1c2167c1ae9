"""Looking back over the API: a session's debrief, and the progress over sessions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assistant_api.api.debrief_answers import DebriefAnswer, ProgressAnswer
from assistant_api.api.operation import Routes
from assistant_api.api.reading import Taken
from assistant_api.people import current_person
from assistant_api.seeing.held import require_result
from assistant_api.services import services


class DebriefQuery(Taken):
    """How to look back."""

    glance: Literal["yes"] | None = Field(
        None, description="yes: its agent does not open it hereby, so that others see no earlier how the session went"
    )


def get_debrief(session_id: str, query: DebriefQuery) -> DebriefAnswer:
    """What there is to learn from a session."""
    session = services().practice.records.get(session_id)
    if session.has_ended:
        require_result(session)
    opens = session.person_id == current_person().id and query.glance is None
    return DebriefAnswer.parse_obj(services().practice.lookback.debrief(session_id, opens=opens))


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
        query=DebriefQuery,
        problems=("session-open", "result-held", "no-debrief"),
    )(get_debrief)
    routes.route("GET", "/progress", "How the last sessions went", answer=ProgressAnswer)(get_progress)
