import asyncio

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.tracker_store import RecentTrackerStore


@pytest.fixture(scope="module")
def domain():
    return Domain.from_yaml(
        """
version: "3.1"
slots:
  customer_state:
    type: any
    mappings: [{type: custom}]
"""
    )


def turn(number):
    return [
        UserUttered(f"agent {number}"),
        ActionExecuted("action_customer_turn"),
        SlotSet("customer_state", {"turn": number}),
        BotUttered(f"customer {number}"),
        ActionExecuted("action_listen"),
    ]


def conversation(domain, name, turns):
    events = [ActionExecuted("action_listen")]
    for number in range(1, turns + 1):
        events += turn(number)
    return DialogueStateTracker.from_events(name, events, domain.slots)


async def saved(store, *trackers):
    for tracker in trackers:
        await store.save(tracker)
    return {name: await store.retrieve(name) for name in ("a", "b", "c")}


@pytest.mark.parametrize(("turns", "kept"), [(1, [1]), (2, [1, 2]), (5, [4, 5])])
def test_the_last_turns_stay_and_the_state_with_them(domain, turns, kept):
    held = asyncio.run(saved(RecentTrackerStore(domain, turns=2), conversation(domain, "a", turns)))["a"]
    assert [event.text for event in held.events if isinstance(event, UserUttered)] == [f"agent {n}" for n in kept]
    assert held.get_slot("customer_state") == {"turn": turns}
    assert held.latest_action_name == "action_listen"


def test_state_older_than_the_turns_kept_is_not_lost(domain):
    tracker = conversation(domain, "a", 1)
    for number in range(2, 6):
        tracker.update_with_events([UserUttered(f"agent {number}"), ActionExecuted("action_listen")], domain)
    held = asyncio.run(saved(RecentTrackerStore(domain, turns=2), tracker))["a"]
    assert held.get_slot("customer_state") == {"turn": 1}


def test_the_conversation_used_the_longest_time_ago_goes_first(domain):
    store = RecentTrackerStore(domain, conversations=2)
    a, b, c = (conversation(domain, name, 1) for name in "abc")
    held = asyncio.run(saved(store, a, b, a, c))
    assert {name for name, tracker in held.items() if tracker} == {"a", "c"}
