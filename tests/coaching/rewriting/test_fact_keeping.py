import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rewriting import Kept
from coaching.rewriting.keeping import added, holds, kept, lost

DRAFT = "We cannot refund it. I will send £20 to Leeds by Friday 4 May if you call 0800 123 456. See a.example/x."


@pytest.mark.parametrize(
    "rewrite",
    [
        DRAFT.replace("£20", "20 pounds"),
        DRAFT.replace("cannot", "can't"),
        DRAFT.replace("send", "post"),
        "I'm sorry. " + DRAFT,
    ],
)
def test_other_words_for_the_same(rewrite):
    assert holds(DRAFT, "", rewrite)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cannot refund", "can refund"),
        ("will send", "will not send"),
        ("£20", "£200"),
        ("by Friday", "after Friday"),
        ("4 May", "5 May"),
        ("0800 123 456", "0800 123 457"),
        ("a.example/x", "a.example/y"),
        ("Leeds", "Hull"),
        (" if you call", ". Call"),
        ("We cannot refund it. ", ""),
    ],
)
def test_nothing_may_be_lost(old, new):
    assert lost(DRAFT, DRAFT.replace(old, new))


@pytest.mark.parametrize("more", [" We will also refund it.", " It comes on Monday.", " That is £5.", " Ask for Tom."])
def test_nothing_may_be_added(more):
    assert added(DRAFT, "", DRAFT + more)


def test_what_the_customer_told_may_be_said_back_but_not_promised():
    customer = "I paid £45 to Bloomly on Monday and want a refund"
    assert not added(DRAFT, customer, "I'm sorry about the £45 on Monday. " + DRAFT)
    assert added(DRAFT, customer, "We will refund the £45. " + DRAFT)


def test_twice_is_twice():
    assert lost("£20 now and £20 later.", "£20 now and later.") == ("amount gbp 20.00",)


def test_what_is_kept_is_told_in_the_draft_s_words_and_order_each_once():
    assert kept("We cannot refund £20. I will send it by Friday, so £20 it is.") == (
        Kept("refusal", "We cannot refund £20"),
        Kept("amount", "£20"),
        Kept("promise", "I will send it by Friday"),
        Kept("day", "Friday"),
    )


@given(st.text(max_size=200))
def test_every_text_holds_itself(text):
    assert holds(text, "", text)


@given(st.text(max_size=120), st.sampled_from(["£20", "4 May", "5pm", "PX55210", "a@b.example", "0345 600 1122"]))
def test_a_value_put_into_any_text_is_missed_when_it_goes(text, value):
    assert lost(f"{text} \n {value} ", text) or value in text


def test_when_something_should_have_been_done_is_part_of_the_reproach():
    assert lost("You should have checked the jug when it arrived.", "") == ()
    assert lost("You should have checked it. When it arrives, we will collect it.", "I am sorry.") != ()
