"""The customer complains: a session begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import answered
from bot.actions.customer_action import CustomerAction
from coaching.customer import Customer
from coaching.errors import CoachError


class ActionCustomerOpens(CustomerAction):
    """Begins the scenario that ``/start_session{"scenario": …, "persona": …, "seed": …, "level": …}`` names.

    What is not named: the scenario is the slot's (in a fresh conversation the domain's default), persona and level are
    the scenario's own and the seed is 0.
    """

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_customer_opens"

    def react(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """Begin; what was said before is forgotten."""
        return begin(self.customer, dispatcher, tracker)


def begin(customer: Customer, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
    """Begin the session that the latest message asks for.

    Raises:
        CoachError: There is no such scenario, persona or level, or seed or level is no whole number.
    """
    asked = {entity["entity"]: entity["value"] for entity in tracker.latest_message.get("entities") or []}
    scenario = str(asked.get("scenario") or tracker.get_slot("scenario"))
    seed, level = _whole(asked, "seed"), _whole(asked, "level")
    return answered(dispatcher, tracker, customer.begin(scenario, asked.get("persona"), seed or 0, level))


def _whole(asked: Mapping[str, Any], name: str) -> int | None:
    value = asked.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise CoachError(f"the {name} is {value!r}; expected a whole number")
    return value
