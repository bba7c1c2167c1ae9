"""Rasa's memory of conversations, kept small: the web application's database is the one that remembers."""

from __future__ import annotations

from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker


class RecentTrackerStore(InMemoryTrackerStore):
    """Holds the conversations used last, each with its slots and its last turns.

    Rasa reads, copies and sends a conversation's whole past in every turn, and never forgets one. Neither is needed:
    the customer's state is in one slot, and a conversation that is not here is made anew from the database. So a turn
    costs the same however long the session is, and memory stays within bounds.
    """

    def __init__(
        self,
        domain: Domain,
        event_broker: EventBroker | None = None,
        conversations: int = 500,
        turns: int = 3,
        **kwargs: Any,  # noqa: ANN401 - whatever else endpoints.yml says
    ) -> None:
        """Set how many conversations are held and how many user messages each keeps; endpoints.yml names both."""
        super().__init__(domain, event_broker, **kwargs)
        self._conversations, self._turns = conversations, turns

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Save the conversation's recent part, and let go of the conversation that was used the longest time ago."""
        self.store.pop(tracker.sender_id, None)
        await super().save(self._recent(tracker))
        while len(self.store) > self._conversations:
            del self.store[next(iter(self.store))]

    def _recent(self, tracker: DialogueStateTracker) -> DialogueStateTracker:
        events = list(tracker.events)
        messages = [index for index, event in enumerate(events) if isinstance(event, UserUttered)]
        if len(messages) <= self._turns:
            return tracker
        slots = [SlotSet(name, slot.value) for name, slot in tracker.slots.items() if slot.value is not None]
        recent = [*slots, ActionExecuted(ACTION_LISTEN_NAME), *events[messages[-self._turns] :]]
        return DialogueStateTracker.from_events(tracker.sender_id, recent, self.domain.slots)
