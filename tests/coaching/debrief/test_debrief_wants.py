"""When a want of the scenario counts as met."""

from dataclasses import replace

import pytest
from played_scripts import play

from coaching.customer.scenario import Want
from coaching.debrief.wants import wants
from coaching.scoring.story import Story

COURIER = ("resolve", "A courier brings the telescope to your door on Friday, so before Saturday.")
EXPRESS = ("resolve", "I refund you the express delivery of £6.95 today.")
CAUSE = ("diagnose", "The label leaves out the second line of the address, so the flat number is missing.")
LISTENING = [
    ("hear", "Your telescope should have come on Tuesday, and the birthday is on Saturday."),
    ("empathize", "To think of the birthday on Saturday without the telescope must be dreadful for you."),
    ("apologize", "I am sorry that the telescope did not come on Tuesday as we had promised."),
]


@pytest.fixture
def met(customer):
    def of(want, *turns):
        scenario = replace(customer.scenarios["late_parcel"], wants=(want,))
        played = play(customer, "late_parcel", [list(turn) for turn in turns])
        return [found.met for found in wants(played, Story.of(played, scenario))]

    return of


def test_one_way_of_several_is_enough(met):
    want = Want("both or one", by=("by_saturday", "express_refund"))
    assert met(want, [COURIER]) == met(want, [EXPRESS]) == [True]
    assert met(want, [("hear", "So it did not come.")]) == [False]


def test_where_all_are_needed_one_is_not_enough(met):
    want = Want("both", every=("by_saturday", "express_refund"))
    assert met(want, [COURIER]) == met(want, [EXPRESS]) == [False]
    assert met(want, [COURIER], [EXPRESS]) == [True]
    assert met(Want("mixed", by=("by_saturday", "replacement"), every=("express_refund",)), [COURIER]) == [False]


def test_what_comes_with_a_mistake_meets_nothing(met):
    blaming = ("diagnose+blame", CAUSE[1])
    assert met(Want("why", by=("cause",)), [CAUSE]) == [True]
    assert met(Want("why", by=("cause",)), [blaming]) == [False]
    assert met(Want("it", by=("by_saturday",)), [("resolve+dismiss", COURIER[1])]) == [False]


def test_a_promise_beyond_the_limits_meets_nothing(met):
    assert met(Want("a voucher", by=("voucher",)), [("resolve", "I give you a voucher of £10.")]) == [True]
    assert met(Want("a voucher", by=("voucher",)), [("resolve", "I give you a voucher of £90.")]) == [False]


def test_being_heard_is_felt_and_not_only_said(met):
    want = Want("to be heard", by=("heard",))
    assert met(want, LISTENING) == [True]
    assert met(want, [("empathize", "I understand your frustration.")]) == [False]


def test_a_want_that_says_nothing_of_what_meets_it_is_left_out(met):
    assert met(Want("a plain one"), [COURIER]) == []
