import pytest

from coaching.understanding import understand


@pytest.mark.parametrize(
    ("text", "least", "below"),
    [
        ("My flight leaves in two hours", 0.8, 1.01),
        ("The concert is tonight", 0.8, 1.01),
        ("I need this fixed today", 0.8, 1.01),
        ("Coursework due at midnight", 0.8, 1.01),
        ("There is a burning smell from the heater", 0.8, 1.01),
        ("We are stranded at the airport", 0.8, 1.01),
        ("My insulin runs out tomorrow", 0.8, 1.01),
        ("I need it by tomorrow", 0.5, 0.8),
        ("The wedding is on Saturday", 0.5, 0.8),
        ("no heating since Sunday", 0.5, 0.8),
        ("I work from home and the line is dead", 0.5, 0.8),
        ("Please answer as soon as possible", 0.5, 0.8),
        ("We fly next week", 0.2, 0.5),
        ("It arrived today", 0.0, 0.2),
        ("I called today and yesterday", 0.0, 0.2),
        ("The party was on Saturday", 0.0, 0.2),
        ("It was meant to arrive on Friday for the wedding", 0.0, 0.2),
        ("Not urgent, whenever you can", 0.0, 0.2),
        ("We were stranded last year", 0.0, 0.2),
        ("Where is my parcel?", 0.0, 0.2),
        ("It was a wedding present for Saturday.", 0.5, 0.8),
        ("The vase is a birthday gift for Friday", 0.5, 0.8),
        ("It was a present for my sister's wedding on Sunday and it is in pieces", 0.5, 0.8),
        ("I have written twice and nobody answered!", 0.2, 0.5),
        ("We've called you three times about the bill", 0.2, 0.5),
        ("This is my third email. Still no reply.", 0.2, 0.5),
        ("The wedding was last Saturday and the cake was lovely", 0.0, 0.2),
        ("It was a wedding present for last Saturday", 0.0, 0.2),
        ("Saturday opening hours?", 0.0, 0.2),
        ("Do you sell wedding presents on Saturday?", 0.0, 0.2),
        ("I ordered twice before and it was always fine", 0.0, 0.2),
        ("I wrote to you about gift cards.", 0.0, 0.2),
        ("Is this the second time that this model is on offer?", 0.0, 0.2),
    ],
)
def test_a_day_is_pressing_only_where_something_depends_on_it(text, least, below):
    assert least <= understand(text).urgency.strength < below


def test_urgency_names_its_words_and_is_called_something():
    urgency = understand("My flight leaves in two hours").urgency
    assert urgency.title == "Very urgent"
    assert [(cue.text, cue.rule) for cue in urgency.cues] == [("in two hours", "urgency.hours")]
    assert understand("hello").urgency.title == "No hurry"


def test_the_strongest_sign_counts_and_others_add_a_little():
    one = understand("The wedding is on Saturday").urgency.strength
    both = understand("The wedding is on Saturday. Please hurry up").urgency.strength
    assert one < both < 1
