import pytest

from coaching.rewriting.grammar import active, asked, with_comma, without_blame


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Opened items cannot be refunded.", "We can't refund opened items."),
        ("Your delivery has been rescheduled.", "We have rescheduled your delivery."),
        ("The overpaid £326 will be credited within 7 days.", "We will credit the overpaid £326 within 7 days."),
        (
            "Your refund was approved on 1 October and will be paid to your card within 10 days.",
            "We approved your refund on 1 October and we will pay it to your card within 10 days.",
        ),
        ("Once we have it, a replacement will be sent.", "Once we have it, we will send a replacement."),
        ("Your order was not sent.", "We didn't send your order."),
    ],
)
def test_what_only_the_firm_can_have_done_is_said_with_we(before, after):
    assert active(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "It was returned to our depot on 4 March.",
        "Ads are controlled by the platform.",
        "You will be charged £50.",
        "No payment was taken.",
        "Your form was sent to us on Monday.",
        "Your refund of £20 has been processed and will be with you in 3 days.",
        "The charges are waived off.",
        "I have sent it.",
    ],
)
def test_other_passives_stay(text):
    assert active(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You entered the wrong code.", "It looks as though the wrong code was entered."),
        ("You forgot to attach the receipt.", "It looks as though the receipt wasn't attached."),
        ("You broke the seal.", "It looks as though the seal was broken."),
    ],
)
def test_a_reproach_becomes_what_was_wrong(before, after):
    assert without_blame(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "You should have entered the code.",
        "You paid for zone 4417.",
        "You lost it.",
        "Did you lose the key?",
        "We lost the key.",
    ],
)
def test_what_is_no_reproach_or_cannot_be_turned_stays(text):
    assert without_blame(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Fill in the form.", "Please fill in the form."),
        ("If it breaks, send it back.", "If it breaks, please send it back."),
        ("Take care of yourself.", "Take care of yourself."),
        ("Please send it.", "Please send it."),
        ("We send it.", "We send it."),
    ],
)
def test_orders_become_requests(before, after):
    assert asked(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("If it's a fault you'll get a new one.", "If it's a fault, you'll get a new one."),
        ("Once we have the form the £3,800 will be paid.", "Once we have the form, the £3,800 will be paid."),
        (
            "If you send the number from the bottom of the bag I can log it.",
            "If you send the number from the bottom of the bag, I can log it.",
        ),
        ("If you'd rather wait that's fine.", "If you'd rather wait, that's fine."),
        ("If you think that's wrong, call us.", "If you think that's wrong, call us."),
        ("If it breaks, call us.", "If it breaks, call us."),
        ("We will call if it breaks.", "We will call if it breaks."),
    ],
)
def test_a_comma_behind_a_condition(before, after):
    assert with_comma(before) == after
