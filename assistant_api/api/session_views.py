"""From stored sessions to what the API answers; of a blind one that is open neither scenario nor customer is told."""

from __future__ import annotations

from assistant_api.api import session_answers as answers
from assistant_api.debrief import steps_done
from assistant_api.people import current_person
from assistant_api.seeing.held import onlooker
from assistant_api.services import services
from assistant_api.store import Fork, Json, StoredSession, StoredTurn, Summary
from coaching.customer import Scenario

OPEN, ENDED = "open", "ended"
UNKNOWN: Json = {
    "scenario": {"id": None, "title": "A customer you do not know yet"},
    "persona": {"id": None, "name": "Somebody"},
}


def session_answer(session: StoredSession) -> answers.Session:
    """A session with its turns."""
    return answers.Session.parse_obj(
        {
            **_told_of_all(session),
            "seed": session.seed,
            "hints": session.hints,
            "hints_taken": session.hints_taken,
            "version": session.version,
            "paused": session.is_paused,
            "idle_at": services().practice.records.idle_at(session),
            "rewinds": [_fork(fork) for fork in session.rewinds],
            "opening": session.opening["lines"],
            "closing": session.closing["lines"] if session.closing else [],
            "opening_mood": session.opening["mood"],
            "mood": session.reply["mood"],
            "steps": steps_done(session),
            "turns": [turn_answer(turn) for turn in session.turns],
            "scorecard": session.scorecard,
            "others": _others(session),
        }
    )


def _others(session: StoredSession) -> Json | None:
    parts, viewer = services(), current_person()
    latest = onlooker().sees_from(session.ended_at)
    if latest is None or not parts.sign_in or session.person_id != viewer.id:
        return None
    trainers = parts.people.roster.trainers_of(viewer)
    return {"trainers": trainers, "opened": session.opened_at is not None, "latest": latest}


def turn_answer(turn: StoredTurn) -> answers.Turn:
    """One turn; what the customer has not given yet is empty."""
    reply = turn.reply or {"lines": [], "mood": None, "changes": []}
    return answers.Turn.parse_obj(
        {
            "number": turn.number,
            "turn_id": turn.turn_id,
            "status": turn.status,
            "agent": {"text": turn.text, "sentences": turn.sentences or []},
            "customer": reply["lines"],
            "mood": reply["mood"],
            "changes": reply["changes"],
            "at": turn.asked_at,
        }
    )


def summary_answer(summary: Summary) -> answers.SessionSummary:
    """A line of the list."""
    return answers.SessionSummary.parse_obj(
        {
            **_told_of_all(summary),
            "paused": summary.paused,
            "score": summary.score,
            "turns": summary.turns,
            "mood": summary.mood,
        }
    )


def brief_answer(session: StoredSession, scenario: Scenario) -> answers.SessionBrief:
    """What an agent would know of a session's case."""
    return answers.SessionBrief.parse_obj(
        {
            "brief": scenario.brief.to_json(),
            "channel": scenario.channel,
            "service": scenario.service.to_json(),
            "title": None if session.is_hidden else scenario.title,
            "goal": None if session.is_hidden else scenario.goal,
        }
    )


def _told_of_all(session: StoredSession | Summary) -> Json:
    """What the session and its line in the list both tell."""
    level = services().levels[session.level]
    known = {
        "scenario": {"id": session.scenario_id, "title": session.scenario_title},
        "persona": {"id": session.persona_id, "name": session.persona_name},
    }
    return {
        **(UNKNOWN if session.is_hidden else known),
        "id": session.id,
        "level": {"number": level.number, "title": level.title, "meter": level.meter},
        "blind": session.blind,
        "forked_from": None if session.forked_from is None else _fork(session.forked_from),
        "status": ENDED if session.ended_at else OPEN,
        "ending": session.ending,
        "started_at": session.started_at,
        "ended_at": session.ended_at,
    }


def _fork(fork: Fork) -> Json | None:
    """Where two sessions part; None where the other one is erased."""
    return None if fork.session is None else {"session": fork.session, "turn": fork.turn}
