"""A stored conversation as the events of Rasa's tracker."""

from __future__ import annotations

from typing import Any

from assistant_api.store.records import Json, StoredSession, StoredTurn
from coaching.moves import weightiest

_LISTEN = {"event": "action", "name": "action_listen", "policy": None, "confidence": 1.0}


def tracker_events(session: StoredSession) -> list[Json]:
    """The events that bring a tracker to where the conversation stands: what was said, and the customer's state.

    A turn that still waits is left out; it is what will be asked next.
    """
    events: list[Json] = [{"event": "action", "name": "action_session_start"}, {"event": "session_started"}, _LISTEN]
    events += _said(session.opening["lines"])
    for turn in session.answered:
        events += _played(turn)
    slots = {
        "customer_state": session.state,
        "mood_band": session.reply["mood"]["band"],
        "scenario": session.scenario_id,
        "persona": session.persona_id,
        "seed": session.seed,
        "level": session.level,
        "channel": session.state.get("channel"),
        "swearing": session.state.get("swearing", False),
    }
    events += [{"event": "slot", "name": name, "value": value} for name, value in slots.items()]
    # Rasa's rules wait for a message only behind this action.
    return [*events, _LISTEN]


def _played(turn: StoredTurn) -> list[Json]:
    labels = [label for sentence in turn.sentences or [] for label in sentence["labels"]]
    intent = {"name": weightiest(labels), "confidence": 1.0}
    understood: dict[str, Any] = {"text": turn.text, "intent": intent, "intent_ranking": [intent], "entities": []}
    user: Json = {"event": "user", "text": turn.text, "parse_data": understood, "input_channel": "practice"}
    lines = turn.reply["lines"] if turn.reply else []
    return [user, {"event": "action", "name": "action_customer_turn"}, *_said(lines), _LISTEN]


def _said(lines: list[str]) -> list[Json]:
    return [{"event": "bot", "text": line, "data": {}} for line in lines]
