"""What a sentence offers, for how much, and whether the agent may promise it."""

from dataclasses import replace

import pytest
from scripts import message

from coaching.customer.offers import amounts, offers


@pytest.fixture
def case(customer):
    """The warranty case with limits of the test's own."""
    story = customer.scenarios["warranty_claim"]
    limits = {"launderette": {"most": 80.0}, "mornings": {"most": 75.0}, "warranty": {"needs_supervisor": True}}
    plain = {"most": None, "needs_supervisor": False}
    remedies = (replace(each, **{**plain, **limits.get(each.id, {})}) for each in story.remedies)
    return replace(story, remedies=tuple(remedies))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You get £6.95 back.", [6.95]),
        ("You get 80 pounds, or 90 quid.", [80, 90]),
        ("€25, $ 1,200.50 and 15 euros", [25, 1200.5, 15]),
        ("GBP 40 now", [40]),
        ("a 30-pound voucher", [30]),
        ("three visits, 14 Alder Court, at 8:40", []),
        ("the compound 7", []),
    ],
)
def test_sums_of_money_are_read(text, found):
    assert [amount for _, amount in amounts(text)] == found


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("I can pay the launderette, up to £80.", {"launderette": (80, None)}),
        ("We'll pay 120 pounds for the launderette.", {"launderette": (120, "up to £80")}),
        (
            "£150 for the launderette and £75 for your mornings off.",
            {"launderette": (150, "up to £80"), "mornings": (75, None)},
        ),
        ("We pay for the launderette.", {"launderette": (None, None)}),
        ("You get another year of warranty.", {"warranty": (None, "needs a supervisor")}),
        ("I will ask my supervisor for another year of warranty.", {"warranty": (None, None)}),
        ("My manager has agreed to £120 for the launderette.", {"launderette": (120, None)}),
        ("Have a nice day.", {}),
        ("A new beginning, and the machine hums again.", {}),
    ],
)
def test_a_promise_is_held_against_its_limit(case, text, offered):
    assert {each.remedy: (each.amount, each.beyond) for each in offers(text, case)} == offered


def test_an_offer_tells_its_remedy(case):
    (offer,) = offers("A new machine comes on Tuesday.", case)
    assert (offer.title, offer.fit) == ("A new machine on Tuesday", 0.6)


def test_the_customer_does_not_know_the_agent_s_limits(customer):
    said = message(("resolve", "We'll pay 500 pounds for the launderette."))
    state = customer.begin("warranty_claim").state
    free = {**customer.scenarios, "warranty_claim": _without_limits(customer.scenarios["warranty_claim"])}
    assert customer.respond(state, said) == replace(customer, scenarios=free).respond(state, said)


def _without_limits(story):
    return replace(story, remedies=tuple(replace(each, most=None, needs_supervisor=False) for each in story.remedies))


@pytest.mark.parametrize(
    ("scenario", "text", "given"),
    [
        # What may be given wins over what needs a supervisor where it says more in the same words.
        ("hearing_aid_repair", "You get a brand-new charging case tomorrow.", {"new_case": None}),
        ("hearing_aid_repair", "You get a completely new pair of aids.", {"new_pair": "needs a supervisor"}),
        ("hearing_aid_repair", "Until then you wear a pair that we lend you.", {"loan_pair": None}),
        # What wraps an offer is none, and a sum belongs to what it pays for.
        (
            "invoice_error",
            "As a goodwill gesture I'll send you a new invoice for £264.",
            {"corrected": None},
        ),
        ("invoice_error", "As a goodwill gesture there is £22 off.", {"free_month": None}),
        # At their cost, or if others can, is nothing given.
        ("wrong_size_twice", "You'd have to send them back, and the £4.50 is at your own expense.", {}),
        ("wrong_size_twice", "We collect them at your door, and you get the £4.50 back.", {"collected": None}),
        ("warranty_claim", "I know that this has cost you pay for mornings.", {}),
        ("warranty_claim", "It'll be before ten if they can.", {}),
        ("warranty_claim", "We can't give you the money back.", {}),
        ("warranty_claim", "I'd have to see first whether a new machine is there.", {}),
        ("warranty_claim", "I'd like to offer you a new machine.", {"new_machine": None}),
        ("abandoned_payment", "Your bank has set the money aside.", {}),
        ("abandoned_payment", "I've put one aside for you until tomorrow.", {"aside": None}),
    ],
)
def test_an_offer_is_what_is_given_to_the_customer(customer, scenario, text, given):
    assert {one.remedy: one.beyond for one in offers(text, customer.scenarios[scenario])} == given
