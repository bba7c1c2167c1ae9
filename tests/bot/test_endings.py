"""The stories of each ending, played: these very messages, through the actions, lead to it."""

import json
import re

import pytest
from rasa.shared.utils.io import read_yaml_file
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.actions import ActionCustomerCloses, ActionCustomerOpens, ActionCustomerTurn
from coaching.customer import Customer
from coaching.customer.scenario import ENDINGS
from coaching.moves import LABELS
from coaching.paths import ROOT
from coaching.recognition import RecognisedSentence, Recogniser

STORIES = read_yaml_file(ROOT / "tests" / "stories" / "test_endings.yml")["stories"]
MARKED = re.compile(r"\[(?P<text>[^]]+)]\((?P<label>\w+)\)")


@pytest.fixture(scope="module")
def actions():
    customer = Customer.load()
    made = [kind(customer) for kind in (ActionCustomerOpens, ActionCustomerTurn, ActionCustomerCloses)]
    return {action.name(): action for action in made}


def ending_of(story):
    return story["story"].removeprefix("Ending: ")


def plain(user):
    return MARKED.sub(lambda found: found["text"], user.strip())


def as_marked(user):
    """The sentences of a message with the moves that the story gives them."""
    text, found, at = plain(user), [], 0
    for mark in MARKED.finditer(user):
        start = text.index(mark["text"], at)
        at = start + len(mark["text"])
        confidence = {label: float(label == mark["label"]) for label in LABELS}
        found.append(RecognisedSentence(mark["text"], start, at, (mark["label"],), confidence))
    return found


def play(story, actions, recognise):
    """Each reply of the customer, as the practice channel gets it."""
    slots = {"customer_state": None, "scenario": "late_parcel", "persona": None, "mood_band": None, "seed": 0}
    replies = []
    for said, does in zip(story["steps"][::2], story["steps"][1::2], strict=True):
        message = {"text": plain(said["user"]), "intent": {"name": said["intent"]}, "entities": []}
        if "{" in message["text"]:
            asked = json.loads(message["text"][message["text"].index("{") :])
            message["entities"] = [{"entity": name, "value": value} for name, value in asked.items()]
        elif not message["text"].startswith("/"):
            customer = "\n".join(replies[-1]["lines"])
            message["sentences"] = [sentence.to_json() for sentence in recognise(said["user"], customer)]
        user = {"event": "user", "text": "", "parse_data": message, "input_channel": "practice", "timestamp": 1.0}
        tracker = {"sender_id": "s", "slots": slots, "latest_message": message, "events": [user]}
        dispatcher = CollectingDispatcher()
        events = actions[does["action"]].run(dispatcher, Tracker.from_dict(tracker), {})
        slots = {**slots, **{event["name"]: event["value"] for event in events}}
        replies.append(next(each["custom"]["reply"] for each in dispatcher.messages if each["custom"]))
    return replies


def test_there_is_a_story_of_each_ending():
    assert sorted(map(ending_of, STORIES)) == sorted(ENDINGS)


@pytest.mark.parametrize("story", STORIES, ids=ending_of)
def test_it_ends_so_and_not_before(story, actions):
    replies = play(story, actions, lambda user, customer: as_marked(user))
    assert [reply["ending"] for reply in replies[:-1]] == [None] * (len(replies) - 1)
    assert replies[-1]["ending"]["kind"] == ending_of(story)
    assert replies[-1]["lines"] and replies[-1]["ending"]["text"]


@pytest.mark.model
def test_the_recogniser_finds_these_moves_in_these_words(actions):
    recogniser = Recogniser.load()

    def recognise(user, customer):
        found = recogniser.recognise(plain(user), customer)
        expected = [(sentence.text, sentence.labels) for sentence in as_marked(user)]
        assert [(sentence.text, sentence.labels) for sentence in found] == expected
        return found

    for story in STORIES:
        assert play(story, actions, recognise)[-1]["ending"]["kind"] == ending_of(story)
