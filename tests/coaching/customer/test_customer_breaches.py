"""What no single sentence shows: a word that changes, a wait for nothing, being passed on once more."""

from dataclasses import replace

import pytest
from hypothesis import given
from scripts import CONSTANTS, FAILURES, TEMPERS, acts, message, play, scripts

from coaching.customer.acts import BREACHES, Act
from coaching.customer.deviation import floor
from coaching.customer.feelings import Experience, Feelings
from coaching.customer.promises import Promise

COURIER = message(("resolve", "A courier brings a second telescope from stock on Friday."))
WAIT = message(("", "Let me check, one moment please."))


@pytest.fixture
def begun(customer):
    return customer.begin("late_parcel", "furious", 3, 3).state


def rules(reply):
    return {change.rule for change in reply.changes}


@pytest.mark.parametrize(
    ("sentence", "broken"),
    [
        (("resolve", "The second telescope comes on Monday."), True),
        (("", "I'm afraid the second telescope only comes on Monday."), True),
        (("hear", "You were told that the second telescope comes on Monday."), False),
        (("resolve", "The second telescope from stock comes on Friday, as I said."), False),
        (("resolve", "The second telescope will be there by Saturday."), False),
        (("dismiss", "I'm afraid we can't send a courier."), True),
        (("", "Sending it by courier isn't possible after all."), True),
        (("hear", "You say that the courier can't find your flat."), False),
        (("inquire", "Can't the courier ring at your neighbour's?"), False),
    ],
)
def test_a_word_that_changes_is_noticed(customer, begun, sentence, broken):
    state = customer.respond(begun, COURIER).state
    reply = customer.respond(state, message(sentence))
    assert ("contradiction" in rules(reply)) == broken
    if broken and sentence[0] != "dismiss":
        assert reply.topics[0] == "contradiction"
    if broken:
        assert reply.state.feelings.trust < state.feelings.trust


def test_an_offer_taken_back_is_lost_and_can_be_made_again(customer, begun):
    state = customer.respond(begun, COURIER).state
    without = customer.respond(
        state, message(("", "Sending it by courier isn't possible after all, and none left in stock."))
    )
    assert without.state.feelings.distributive < state.feelings.distributive
    assert "by_saturday" not in without.state.experience.offers
    again = customer.respond(
        without.state, message(("resolve", "Still, the courier comes on Friday, I have booked it."))
    )
    assert again.state.feelings.distributive > without.state.feelings.distributive


@pytest.mark.parametrize(
    ("before", "later", "broken"),
    [
        (Promise(("friday",)), Promise(("monday",)), True),
        (Promise(("friday",)), Promise(("monday", "friday")), False),
        (Promise(("friday",)), Promise(), False),
        (Promise(amount=80), Promise(amount=40), True),
        (Promise(amount=40), Promise(amount=80), False),
        (Promise(), Promise(("friday",), 20), False),
    ],
)
def test_terms(before, later, broken):
    assert before.broken_by(later) == broken


def test_who_asks_to_wait_has_to_come_back_with_something(customer, begun):
    waiting = customer.respond(begun, WAIT).state
    assert waiting.experience.waiting
    nothing = customer.respond(waiting, message(("thank", "Thank you for your patience.")))
    assert "broken_promise" in rules(nothing)
    assert nothing.topics[0] == "still_checking"
    for news in (("diagnose", "The label left out the flat."), ("inquire", "When is the party?"), *_remedy()):
        assert "broken_promise" not in rules(customer.respond(waiting, message(news)))
    assert "broken_promise" not in rules(customer.respond(begun, message(("thank", "Thank you for your patience."))))


def test_who_feels_heard_waits_and_who_does_not_complains(customer, begun):
    heard = replace(begun, feelings=replace(begun.feelings, interactional=0.6))
    assert not {"scenario:restate", "scenario:demand", "ask_remedy"} & set(customer.respond(heard, WAIT).topics)
    assert customer.respond(begun, WAIT).topics == ("scenario:restate",)


def _remedy():
    return [("resolve", "A courier brings it on Friday.")]


def test_being_passed_on_again_costs_more_than_the_first_time(customer, begun):
    once = customer.respond(begun, message(("deflect", "Please ask the courier about that.")))
    twice = customer.respond(once.state, message(("deflect", "Then ring the depot yourself.")))
    assert "passed_on_again" not in rules(once) and "passed_on_again" in rules(twice)
    assert twice.topics[0] == "passed_on_again"


@given(scripts(breaks=True), TEMPERS, FAILURES)
def test_a_breach_never_calms(script, temper, failure):
    for breach in BREACHES:
        path = play([*script, [Act("…", (), breaches=(breach,))]], temper, failure)
        assert path[-1].anger >= path[-2].anger
        assert path[-1].satisfaction <= path[-2].satisfaction


@given(scripts(breaks=True), acts(breaks=True), TEMPERS, FAILURES)
def test_a_taken_back_remedy_never_leaves_more_on_the_table(script, act, temper, failure):
    back = replace(act, moves=(), remedies=(), takes_back=("a",))
    path = play([*script, [back]], temper, failure)
    assert path[-1].distributive <= path[-2].distributive + 1e-9


@given(scripts(), scripts(("hear", "empathize", "resolve"), least_turns=6, most_turns=8), TEMPERS, FAILURES)
def test_after_a_grave_mistake_anger_stays_above_a_floor(script, good, temper, failure):
    blamed = play([*script, [Act("…", ("blame",))]], temper, failure)
    lowest = floor(blamed[-1], Experience({"blame": 1}), CONSTANTS)
    after = play([*script, [Act("…", ("blame",))], *good], temper, failure)[-1]
    assert after.anger >= min(lowest, blamed[-1].anger) - 1e-9


def test_the_floor_depends_on_forgiveness():
    kind, hard = (Feelings(0.5, 0.1, 0.5, 0.5, forgiveness) for forgiveness in (0.9, 0.1))
    blamed = Experience({"blame": 1})
    assert 0 < floor(kind, blamed, CONSTANTS) < floor(hard, blamed, CONSTANTS)
    assert floor(hard, Experience({"policy": 3}), CONSTANTS) == 0
    assert floor(hard, blamed, CONSTANTS) < floor(hard, Experience({"blame": 1, "hostile": 1}), CONSTANTS)


@pytest.mark.parametrize("mistake", ["weak_apology", "policy", "deflect", "rush", "empty_promise"])
def test_one_mild_mistake_never_drives_anybody_to_the_utmost(customer, mistake):
    for scenario in customer.scenarios:
        for persona in ("furious", "influencer", "formal"):
            begun = customer.begin(scenario, persona, 1, 5)
            reply = customer.respond(begun.state, message((mistake, "Well, that is that.")))
            assert begun.mood.anger < reply.mood.anger < 0.97
            assert reply.mood.anger - begun.mood.anger < 0.25
