"""The agent closes the conversation."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import answered, known_state
from bot.actions.customer_action import CustomerAction
from coaching.errors import CoachError


class ActionCustomerCloses(CustomerAction):
    """Lets the customer take leave when the agent ends the session."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_customer_closes"

    def react(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """Close."""
        state = known_state(tracker)
        if state is None:
            raise CoachError("No conversation has begun that could be closed.")
        return answered(dispatcher, tracker, self.customer.close(state))
