"""Direct questions get an answer of their kind: a choice, a time, a yes, a no, what is still open."""

import pytest
from scripts import message
from test_customer_sessions import GOOD

from coaching.customer.cues import load_cues
from coaching.customer.questions import direct, is_question, wants_choice


@pytest.fixture
def begun(customer):
    return customer.begin("late_parcel", "formal", 3, 1).state


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        (("inquire", "Which afternoon would be most convenient for you?"), "soonest"),
        (("inquire", "Would you rather have a voucher or a cheque?"), "chooses"),
        (("inquire", "Please let me know which of these suits you."), "chooses"),
        (("inquire", "Which colour would you prefer?"), "leaves_choice"),
        (("inquire", "Is there a lift in the house?"), "says_yes"),
        (("inquire", "Yes or no?"), "says_yes"),
        (("resolve+inquire", "Do you want to leave it at that?"), "says_no"),
        (("courtesy", "Is there anything else that I can do?"), "scenario:demand"),
        (("inquire", "What can we do?"), "scenario:demand"),
    ],
)
def test_a_direct_question_is_answered(customer, begun, said, topic):
    assert topic in customer.respond(begun, message(said)).topics


@pytest.mark.parametrize(
    "text", ["What did it say?", "Would you tell me what happened?", "Which day was it?", "Before anything else: why?"]
)
def test_what_happened_is_nothing_to_choose(text):
    assert is_question(text) and not wants_choice(text)
    assert direct(text, text, load_cues()) is None


def test_who_has_all_says_that_there_is_nothing_more_and_goes(customer):
    reply = customer.begin("late_parcel", "formal", 3, 3)
    for said in GOOD["late_parcel"]:
        reply = customer.respond(reply.state, said)
    assert reply.topics == ("nothing_more", "ending_content")


def test_whoever_is_asked_what_is_open_names_it_and_stays(customer):
    reply = customer.begin("late_parcel", "formal", 3, 3)
    for said in GOOD["late_parcel"][:3]:
        reply = customer.respond(reply.state, said)
    asked = customer.respond(reply.state, message(("courtesy", "Is there anything else I can do for you?")))
    assert asked.ending is None and "ask_cause" in asked.topics


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ((("", "There is a second telescope in stock."), ("inquire", "Would that suit you?")), True),
        ((("", "There is a second telescope in stock."), ("inquire", "How are you?")), False),
        ((("", "There is no second telescope, it is sold out."), ("inquire", "Would that suit you?")), False),
    ],
)
def test_what_is_told_and_asked_about_is_offered(customer, begun, said, offered):
    assert ("replacement" in customer.respond(begun, message(*said)).state.experience.offers) == offered


def test_nobody_leaves_with_a_question_unanswered(customer):
    reply = customer.begin("late_parcel", "formal", 3, 3)
    for said in GOOD["late_parcel"][:4]:
        reply = customer.respond(reply.state, said)
    assert reply.state.settled
    asked = customer.respond(reply.state, message(("inquire", "Will you be in on Friday evening?")))
    assert asked.ending is None and "says_yes" in asked.topics


@pytest.mark.parametrize(
    ("question", "twice"),
    [
        ("And when exactly was the birthday party?", True),
        ("Could you send us a photo of the birthday invitation?", False),
        ("How many guests and which cake does the birthday girl expect?", False),
    ],
)
def test_only_what_was_told_is_asked_twice(customer, begun, question, twice):
    once = customer.respond(begun, message(("inquire", "When is the birthday party?"))).state
    assert len(once.told) > len(begun.told)
    assert ("asked_twice" in customer.respond(once, message(("inquire", question))).topics) == twice
