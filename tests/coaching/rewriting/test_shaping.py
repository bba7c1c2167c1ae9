import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rewriting.polish import contracted, with_apostrophes
from coaching.rewriting.shaping import begun, inflected, mend_spaces, sentence_case, with_articles, with_calendar


@pytest.mark.parametrize(
    ("text", "capital", "small"),
    [
        ("the parcel", "The parcel", "the parcel"),
        ("The parcel", "The parcel", "the parcel"),
        ("I'm here", "I'm here", "I'm here"),
        ("PDF files", "PDF files", "PDF files"),
        ("Monday", "Monday", "Monday"),
        ("A refund", "A refund", "a refund"),
        ("a.example/x is it", "a.example/x is it", "a.example/x is it"),
        ("<p>your", "<p>your", "<p>your"),
    ],
)
def test_first_letters(text, capital, small):
    assert begun(text) == capital
    assert begun(text, small=True) == small


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It  left , today ..", "It left, today."),
        ("It left. it came at 5 p.m. today.", "It left. It came at 5 p.m. today."),
        (", so it left.", "so it left."),
        ("Is it?.", "Is it?"),
        ("- Shaz", "Shaz"),
        ("Wait... what", "Wait... what"),
    ],
)
def test_spaces_and_stops(text, expected):
    assert mend_spaces(text) == expected


def test_articles():
    assert with_articles("a order, an parcel, a hour, a unit") == "an order, a parcel, a hour, a unit"


def test_shouting_and_calendar():
    assert sentence_case("READ THE TERMS BY MONDAY 4PM") == "Read the terms by Monday 4PM"
    assert sentence_case("Read the PDF") == "Read the PDF"
    assert with_calendar("i came on wednesday, 3 sept") == "I came on Wednesday, 3 Sept"


def test_forms_of_verbs():
    assert [inflected("send", tag) for tag in ("VBD", "VBN", "VBG", "VBZ")] == ["sent", "sent", "sending", "sends"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have sent it and you will get it.", "We've sent it and you'll get it."),
        ("We have two left.", "We have two left."),
        ("I know how late it is.", "I know how late it is."),
        ("What reaches it is weak.", "What reaches it is weak."),
        ("Some of you are late.", "Some of you are late."),
        ("We cannot and do not.", "We can't and do not."),
        ("That is not so.", "That's not so."),
    ],
)
def test_contractions(text, expected):
    assert contracted(text) == expected


def test_apostrophes_are_the_draft_s_own():
    assert with_apostrophes("It's here", "Don’t") == "It’s here"
    assert with_apostrophes("It's here", "Don't") == "It's here"


@given(st.text(max_size=200))
def test_any_text_can_be_shaped(text):
    shaped = mend_spaces(text)
    assert mend_spaces(begun(shaped)) == mend_spaces(mend_spaces(begun(shaped)))
    assert not shaped.startswith(" ")
