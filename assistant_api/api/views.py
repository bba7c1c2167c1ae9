"""From what is stored to what the API answers."""

from __future__ import annotations

from assistant_api.api import answers
from assistant_api.debrief import steps_done
from assistant_api.store import StoredSession, StoredTurn, Summary
from coaching.customer import Scenario

OPEN, ENDED = "open", "ended"


def session_answer(session: StoredSession) -> answers.Session:
    """A session with its turns."""
    return answers.Session.parse_obj(
        {
            "id": session.id,
            "scenario": {"id": session.scenario_id, "title": session.scenario_title},
            "persona": {"id": session.persona_id, "name": session.persona_name},
            "seed": session.seed,
            "status": ENDED if session.has_ended else OPEN,
            "ending": session.ending,
            "started_at": session.started_at,
            "ended_at": session.ended_at,
            "opening": session.opening["lines"],
            "closing": session.closing["lines"] if session.closing else [],
            "opening_mood": session.opening["mood"],
            "mood": session.reply["mood"],
            "steps": steps_done(session),
            "turns": [turn_answer(turn) for turn in session.turns],
            "scorecard": session.scorecard,
        }
    )


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
            "id": summary.id,
            "scenario": {"id": summary.scenario_id, "title": summary.scenario_title},
            "persona": {"id": summary.persona_id, "name": summary.persona_name},
            "status": ENDED if summary.ended_at else OPEN,
            "ending": summary.ending,
            "score": summary.score,
            "turns": summary.turns,
            "mood": summary.mood,
            "started_at": summary.started_at,
            "ended_at": summary.ended_at,
        }
    )


def scenario_summary(scenario: Scenario) -> answers.ScenarioSummary:
    """A scenario without its brief; nothing of what the agent has yet to find out."""
    return answers.ScenarioSummary.parse_obj(_shown(scenario))


def scenario_answer(scenario: Scenario) -> answers.ScenarioAnswer:
    """A scenario with its brief; nothing of what the agent has yet to find out."""
    return answers.ScenarioAnswer.parse_obj({**_shown(scenario), "brief": scenario.brief.to_json()})


def _shown(scenario: Scenario) -> dict[str, object]:
    return {name: getattr(scenario, name) for name in answers.ScenarioSummary.__fields__}
