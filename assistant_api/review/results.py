"""What a session came to: its row in ``results``, as its scorecard and the customer's rating tell it."""

from __future__ import annotations

from collections import Counter

from assistant_api.catalogue import Catalogue, UnknownId
from assistant_api.played import played
from assistant_api.store import Json, StoredSession
from coaching.debrief.progress import step_shares
from coaching.debrief.rating import rate
from coaching.errors import CoachError
from coaching.moves import STEPS


def result_of(session: StoredSession, card: Json, catalogue: Catalogue) -> Json | None:
    """The row without whose session it is and when it ended.

    Args:
        session: One that has ended.
        card: Its scorecard as JSON, corrections counted.
        catalogue: Knows the persona; where theirs is gone another stands in, whose words are not kept.

    Returns:
        The row; None where the session's states are no longer understood.
    """
    try:
        whole = played(session)
    except CoachError:
        return None
    try:
        persona = catalogue.persona(session.persona_id)
    except UnknownId:
        persona = catalogue.personas[0]
    rating, mood = rate(whole, persona), whole.closing.mood if whole.closing else whole.mood
    return {
        "score": card["score"],
        "face": rating.face,
        "recommend": rating.recommend,
        "anger": mood.anger,
        "satisfaction": mood.satisfaction,
        "first_response_seconds": _seconds(session, answered=True),
        "seconds": _seconds(session, answered=False),
        "replies": len(whole.turns),
        **dict.fromkeys(STEPS, 0.0),
        **step_shares(card),
        "mistakes": dict(Counter(mistake["label"] for mistake in card["mistakes"])),
    }


def _seconds(session: StoredSession, *, answered: bool) -> float | None:
    """From the start to the first message, or to the end; pauses left out."""
    if answered:
        first = session.answered[0] if session.answered else None
        if first is None:
            return None
        return max(0.0, (first.asked_at - session.started_at).total_seconds() - first.paused_seconds)
    if session.ended_at is None:
        return None
    return max(0.0, (session.ended_at - session.started_at).total_seconds() - session.paused_seconds)
