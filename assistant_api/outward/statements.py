"""Statements of the Experience API (xAPI 1.0.3): who did what, and how it went; never what was said.

Actors are account names that say nothing to others (a person's id), and the identifiers of activities lead nowhere:
``.invalid`` is reserved for that (RFC 2606).
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from assistant_api.store import Json, StoredSession

VERSION = "1.0.3"
_HOME = "https://heard-coach.invalid"
_VERBS = "http://adlnet.gov/expapi/verbs/"
_SPACE = UUID("9d5f6c0e-6a2b-5a7e-8a55-6f8f0d3a9b41")
"""Statements get their ids from what they tell, so that one that arrives twice is one for the record store."""
COMPLETED, PASSED, FAILED, COMMENTED = "completed", "passed", "failed", "commented"


def of_session(verb: str, session: StoredSession, score: int, success: bool, seconds: float | None) -> Json:
    """A session has ended, with this score of 100, well or not."""
    rubric = (session.scorecard or {}).get("rubric", {}).get("version", "")
    result: Json = {"score": {"scaled": score / 100, "raw": score, "min": 0, "max": 100}, "success": success}
    result["completion"] = True
    if seconds is not None:
        result["duration"] = duration(seconds)
    known = {"level": session.level, "blind": session.blind, "rubric": rubric, "session": session.id}
    if session.ending is not None:
        known["ending"] = session.ending["kind"]
    if session.assignment_id is not None:
        known["assignment"] = session.assignment_id
    at = session.ended_at or session.touched_at
    return {
        **_statement(verb, f"{session.id}:{verb}", session.person_id, session.scenario_id, at),
        "result": result,
        "context": {"platform": "HEARD Coach", "extensions": _extensions(known)},
    }


def of_comment(comment_id: str, author_id: str, session: StoredSession, at: datetime) -> Json:
    """Somebody commented on a session; what they wrote stays here."""
    known = {"session": session.id, "level": session.level}
    return {
        **_statement(COMMENTED, comment_id, author_id, session.scenario_id, at),
        "context": {"platform": "HEARD Coach", "extensions": _extensions(known)},
    }


def seconds_of(session: StoredSession) -> float | None:
    """How long an ended session took, pauses left out."""
    if session.ended_at is None:
        return None
    return (session.ended_at - session.started_at).total_seconds() - session.paused_seconds


def duration(seconds: float) -> str:
    """Seconds as ISO 8601 has them, to the hundredth as xAPI asks."""
    return f"PT{max(0.0, seconds):.2f}S"


def _statement(verb: str, told: str, person_id: str, scenario_id: str, at: datetime) -> Json:
    return {
        "id": str(uuid5(_SPACE, told)),
        "actor": {"objectType": "Agent", "account": {"homePage": _HOME, "name": person_id}},
        "verb": {"id": f"{_VERBS}{verb}", "display": {"en-GB": verb}},
        "object": {
            "objectType": "Activity",
            "id": f"{_HOME}/scenarios/{scenario_id}",
            "definition": {"type": "http://adlnet.gov/expapi/activities/simulation"},
        },
        "timestamp": at.isoformat(),
    }


def _extensions(known: Json) -> Json:
    return {f"{_HOME}/extensions/{name}": value for name, value in known.items()}
