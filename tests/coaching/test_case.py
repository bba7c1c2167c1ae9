import pytest

from coaching.case import specificity

CASE = (
    "Hi, my parcel #48213 was meant to arrive on Friday for my son's birthday and it's still not here.",
    "I ordered the Lego castle three weeks ago! This is so frustrating. Anna",
)


@pytest.mark.parametrize(
    "stock",
    [
        "I understand how frustrating this is.",
        "I'm sorry for any inconvenience caused.",
        "I will look into your order.",
        "Thank you for your patience.",
        "one moment please",
        "We are aware of the issue and we are working on it.",
        "",
    ],
)
def test_stock_words_tie_a_sentence_to_no_case(stock):
    assert specificity(stock, CASE) == 0


@pytest.mark.parametrize(
    ("looser", "tighter"),
    [
        ("I understand how frustrating this is.", "I'm sorry the delivery came late."),
        ("I'm sorry the delivery came late.", "I know you needed it for the birthday."),
        ("I know you needed it for the birthday.", "I'm sorry your son's birthday present is not there by Friday."),
        ("Anna, I understand how frustrating this is.", "3 weeks is a long time to wait for a Lego castle."),
        ("I will get back to you.", "I will write to you by 5 pm."),
    ],
)
def test_taking_up_more_of_the_case_is_more_specific(looser, tighter):
    assert 0 <= specificity(looser, CASE) < specificity(tighter, CASE) <= 1


def test_another_form_of_the_word_is_the_same_word():
    case = ["my flight was delayed by 3 hours"]
    assert specificity("I'm sorry about the delay.", case) > 0
    assert specificity("Three hours is long.", case) == specificity("3 hours is long.", case) == 1


def test_it_is_the_customers_words_that_count():
    sentence = "I am sorry the blender jug was cracked."
    assert specificity(sentence, ["The blender came with a cracked jug."]) == 1
    assert specificity(sentence, ["You charged my card twice."]) == 0
    assert specificity(sentence, []) == 0


def test_any_of_the_customers_messages_counts():
    assert (
        specificity("Parcel 48213 is on the van.", CASE) == specificity("Parcel 48213 is on the van.", CASE[::-1]) == 1
    )


def test_a_level_of_support_is_no_figure_that_was_looked_up():
    assert specificity("It is with L2 now.", CASE) == specificity("It is with them now.", CASE)
    assert specificity("It is with you by 4 pm.", CASE) > 0
