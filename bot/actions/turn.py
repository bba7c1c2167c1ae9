"""The customer answers what the agent said."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import answered, known_state
from bot.actions.customer_action import CustomerAction
from bot.actions.opens import begin
from bot.nlu.tags import sentences_of


class ActionCustomerTurn(CustomerAction):
    """Plays one turn: the moves of the latest message against the customer's state.

    Where no session has begun, as after the first words in ``rasa shell``, one begins instead.
    """

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_customer_turn"

    def react(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """Answer, or begin."""
        state = known_state(tracker)
        if state is None:
            return begin(self.customer, dispatcher, tracker)
        sentences = sentences_of(tracker.latest_message)
        return answered(dispatcher, tracker, self.customer.respond(state, sentences), sentences)
