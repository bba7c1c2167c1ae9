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
