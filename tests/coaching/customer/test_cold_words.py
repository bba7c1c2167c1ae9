"""Nobody is relieved by coldness: facts held up to them, denials, rules, refusals, and a deed said in such words."""

import pytest
from scripts import message
from test_customer_reactions import COURIER, HEARD

WARM = {"hear", "empathize", "apologize", "diagnose", "resolve", "thank", "cleared", "softens", "scenario:relief"}


@pytest.fixture
def begun(customer):
    return customer.begin("late_parcel", "anxious", 3, 3).state


@pytest.mark.parametrize(
    "said",
    [
        [("hear", "You have already been informed that the parcel is with the depot.")],
        [("hear", "The parcel was promised for Tuesday."), ("", "You will have to wait for that.")],
        [("diagnose", "The label is in order, and the driver came by in the usual way.")],
        [("", "I have no influence on the depot.")],
        [("hear+blame", "You left out the flat on the order for the telescope.")],
    ],
)
def test_what_gives_nothing_is_not_thanked_for(customer, begun, said):
    reply = customer.respond(begun, message(*said))
    assert not WARM & set(reply.topics)
    assert reply.mood.anger > begun.feelings.anger - 0.01


def test_a_deed_in_cold_words_is_taken_without_joy_and_counts_less(customer, begun):
    warm = customer.respond(begun, message(HEARD, COURIER))
    cold = customer.respond(begun, message(HEARD, COURIER, ("", "As already explained, that is all there is.")))
    assert warm.topics[0] == "scenario:relief"
    assert cold.topics[0] == "begrudged"
    assert cold.state.feelings.distributive < warm.state.feelings.distributive
    assert cold.mood.anger > warm.mood.anger


def test_a_mistake_slows_what_the_rest_would_calm(customer, begun):
    plain = customer.respond(begun, message(HEARD, COURIER))
    mixed = customer.respond(
        begun, message(HEARD, COURIER, ("empty_promise", "Somebody will be in touch at some point."))
    )
    assert plain.mood.anger < mixed.mood.anger
    assert mixed.mood.satisfaction <= begun.feelings.satisfaction


def test_nobody_goes_from_uneasy_to_beside_themselves_at_once(customer, constants):
    begun = customer.begin("double_charge", "anxious", 1, 5).state
    insult = message(
        *[("blame", f"That is your own fault, for the {word} time.") for word in ("first", "second", "third")]
    )
    risen = customer.respond(begun, insult).state.feelings.anger - begun.feelings.anger
    assert 0.2 < risen <= constants.deviation.most_rise + 1e-9


def test_a_cleared_customer_hears_it_whatever_the_sentence_is_called(customer, begun):
    for labels in ("", "dismiss", "courtesy"):
        reply = customer.respond(begun, message((labels, "You did everything right there.")))
        assert reply.topics[0] == "cleared"
        assert reply.mood.anger < begun.feelings.anger


def test_news_that_frightens_is_heard(customer, begun):
    reply = customer.respond(begun, message(("hear", "The lamp inside is not safe."), ("weak_apology", "Sorry if so.")))
    assert reply.topics[0] == "alarmed"


def test_the_head_of_an_email_is_no_repetition(customer, begun):
    head = ("courtesy", "Dear Ms Stein,")
    once = customer.respond(begun, message(head, HEARD)).state
    again = customer.respond(once, message(head, ("apologize", "I'm sorry about the telescope for Saturday.")))
    assert "repeated" not in again.topics
