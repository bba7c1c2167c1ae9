import pytest

from coaching.rewriting.flow import Piece, flowing, unorphaned


def flow(case, *texts, style="warmer", channel="chat", mistaken=False, joined=True):
    pieces, edits = flowing(
        [Piece(text, " ", mistaken) for text in texts], case(style=style, channel=channel), joined=joined
    )
    return [piece.text for piece in pieces], edits


def test_an_offer_softens_the_refusal_before_it(case):
    texts, edits = flow(case, "We can't refund it.", "You can exchange it.", style="shorter")
    assert texts == ["We can't refund it, but you can exchange it."]
    assert [edit.rule for edit in edits] == ["flow.turn"]


def test_a_refusal_is_no_offer(case):
    texts, _ = flow(case, "We can't refund it.", "We can't exchange it.", style="shorter")
    assert texts == ["We can't refund it, and we can't exchange it."]


def test_nothing_is_joined_where_a_word_more_is_too_many(case):
    texts, _ = flow(case, "We can't refund it.", "You can exchange it.", style="shorter", joined=False)
    assert texts == ["We can't refund it.", "You can exchange it."]


def test_a_refusal_is_softened_once(case):
    texts, _ = flow(case, "We can't refund it.", "It left on Monday.", "We can't replace it.")
    assert texts[0] == "I'm afraid we can't refund it."
    assert texts[2] == "We can't replace it."


@pytest.mark.parametrize(
    "text",
    [
        "No payment was taken.",
        "You don't need to return it.",
        "We can't see it from here.",
        "It hadn't been cancelled.",
    ],
)
def test_what_refuses_nothing_they_hoped_for_is_left(case, text):
    assert flow(case, text, mistaken=True)[0] == [text]


def test_the_apologetic_style_knows_what_a_refusal_means(case):
    (text,), _ = flow(case, "We can't refund it.", style="more_apologetic")
    assert text.startswith("We can't refund it. ")


def test_one_please_is_enough(case):
    texts, _ = flow(case, "Please send it back first.", "Please use the freepost address on the back of the box.")
    assert texts[1] == "Use the freepost address on the back of the box."
    texts, _ = flow(case, "Please check your spam folder.", "Please change your password.")
    assert texts == ["Please check your spam folder and change your password."]


def test_a_length_of_time_goes_into_brackets_when_words_are_short(case):
    assert flow(case, "I can refund £5.", "It usually takes 5 working days.", style="shorter")[0] == [
        "I can refund £5 (usually 5 working days)."
    ]
    assert len(flow(case, "I can refund £5.", "It takes 5 working days.")[0]) == 2


def test_a_rule_with_an_exception_is_no_last_word(case):
    texts, _ = flow(case, "All sales are final.", "As an exception, I have moved it.", mistaken=True)
    assert texts[0] == "As a rule, all sales are final."


def test_no_however_without_something_before_it(case):
    assert flow(case, "However, it left on Monday.", style="shorter")[0] == ["It left on Monday."]
    assert unorphaned("And I'm sorry.") == "I'm sorry."
