"""A customer's reply as Rasa's events and messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from coaching.customer import CustomerState, Reply
from coaching.recognition import RecognisedSentence

PRACTICE = "practice"
"""Name of the channel that wants the whole reply as data (``bot.channels.practice``)."""


def known_state(tracker: Tracker) -> CustomerState | None:
    """The customer's state as the tracker has it; None where no session has begun."""
    stored = tracker.get_slot("customer_state")
    return CustomerState.from_json(stored) if stored else None


def answered(
    dispatcher: CollectingDispatcher,
    tracker: Tracker,
    reply: Reply,
    sentences: Sequence[RecognisedSentence] | None = None,
) -> list[EventType]:
    """Say the reply's lines and give the slots that follow from it.

    The practice channel gets the reply as data too, with the agent's sentences where there was a turn. Elsewhere (in
    ``rasa shell``) the ending, which no line says, is told in brackets.
    """
    for line in reply.lines:
        dispatcher.utter_message(text=line)
    if tracker.get_latest_input_channel() == PRACTICE:
        dispatcher.utter_message(json_message={"reply": _as_data(tracker, reply, sentences)})
    elif reply.ending:
        dispatcher.utter_message(text=f"[{reply.ending.title}: {reply.ending.text}]")
    state = reply.state.to_json()
    slots = {name: state[name] for name in ("scenario", "persona", "seed", "level", "channel", "swearing")}
    slots |= {"customer_state": state, "mood_band": reply.mood.band}
    return [SlotSet(name, value) for name, value in slots.items()]


def refused(dispatcher: CollectingDispatcher, tracker: Tracker, message: str) -> list[EventType]:
    """Tell why nothing was played; the customer's state stays as it is."""
    if tracker.get_latest_input_channel() == PRACTICE:
        dispatcher.utter_message(json_message={"refused": message})
    else:
        dispatcher.utter_message(text=f"[{message}]")
    return []


def _as_data(tracker: Tracker, reply: Reply, sentences: Sequence[RecognisedSentence] | None) -> dict[str, Any]:
    data = dict(reply.to_json())
    if sentences is not None:
        data["sentences"] = [sentence.to_json() for sentence in sentences]
        data["recogniser"] = tracker.latest_message.get("recogniser")
    return data
