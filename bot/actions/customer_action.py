"""What the customer's actions have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import refused
from bot.actions.shared_customer import shared_customer
from coaching.customer import Customer
from coaching.errors import CoachError


class CustomerAction(Action, ABC):
    """An action that has the customer react, and tells a person why where that is not possible."""

    def __init__(self, customer: Customer | None = None) -> None:
        """Take a customer, or the one that the process shares."""
        self.customer = customer or shared_customer()

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """React; what ``coaching`` refuses is said, and the customer's state stays as it is."""
        try:
            return self.react(dispatcher, tracker)
        except CoachError as error:
            return refused(dispatcher, tracker, str(error))

    @abstractmethod
    def react(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """Have the customer react to the latest message.

        Raises:
            CoachError: The customer cannot; the message says why.
        """
