"""What a rewrite may not lose, and may not add."""

import pytest

from coaching.rewriting.keeping import added, holds, lost


@pytest.mark.parametrize(
    ("draft", "rewrite"),
    [
        ("We will refund £20.", "We will refund 20 pounds."),
        ("It comes within 3-5 working days.", "You will have it within 3-5 working days."),
        ("We cannot refund opened items.", "I'm afraid we can't refund items that were opened."),
        ("You should have checked the jug when it arrived.", ""),
        ("Please be advised that it was sent on 4 March.", "It was sent on 4 March."),
    ],
)
def test_what_is_said_otherwise_is_kept(draft, rewrite):
    assert lost(draft, rewrite) == ()


@pytest.mark.parametrize(
    ("draft", "rewrite", "what"),
    [
        ("We will refund £20 by Friday.", "We will refund it by Friday.", "20"),
        ("We will refund £20 by Friday.", "We will refund £20.", "day fri"),
        ("We cannot refund opened items.", "We can refund opened items.", "not refund"),
        ("We will send a new one.", "I am sorry about it.", "send"),
        ("Write to care@shop.example.", "Write to us.", "care@shop.example"),
        ("Without the form it will be closed.", "It will be closed.", "if"),
        ("You should have checked it. When it arrives, we will collect it.", "I am sorry.", "collect"),
    ],
)
def test_what_is_lost_is_told(draft, rewrite, what):
    assert any(what in one.lower() for one in lost(draft, rewrite)), lost(draft, rewrite)


@pytest.mark.parametrize(
    ("customer", "rewrite", "what"),
    [
        ("Where is it?", "I am sorry. I will refund £5.", "£5"),
        ("Where is it?", "I am sorry. I will send a new one.", "send"),
        ("Where is it?", "I am sorry. It comes on Friday.", "friday"),
    ],
)
def test_what_is_added_is_told(customer, rewrite, what):
    assert any(what in one.lower() for one in added("I am sorry.", customer, rewrite))


def test_what_the_customer_said_may_be_taken_up():
    assert holds("I am sorry.", "I paid £64 for order 4711.", "I am sorry about order 4711, and the £64.")
