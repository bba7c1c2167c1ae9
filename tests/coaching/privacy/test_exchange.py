"""A name that is found in one text is taken out of those that belong to it."""

import pytest

from coaching.privacy import take_out, take_out_of_all


@pytest.mark.parametrize(
    ("texts", "cleaned"),
    [
        (("Calm down, Anouk.", "Regards, Anouk Trevithick"), ("Calm down, [name].", "Regards, [name]")),
        (
            ("I wrote to Trevithick's bank.", "My name is Anouk Trevithick."),
            ("I wrote to [name]'s bank.", "My name is [name]."),
        ),
        (("Anouk Trevithick paid.", "I am Anouk. Ask Trevithick."), ("[name] paid.", "I am [name]. Ask [name].")),
        (("Hello [name].", "Nothing personal, order 48213."), ("Hello [name].", "Nothing personal, order 48213.")),
        (("", "Hi Anouk"), ("", "Hi [name]")),
    ],
)
def test_both_texts(texts, cleaned):
    assert take_out_of_all(texts) == cleaned


def test_one_text_alone_does_not_tell():
    # What makes the rule above worth having.
    assert take_out("Calm down, Anouk.").text == "Calm down, Anouk."


def test_words_that_mean_something_else_stay():
    texts = ("Will you wait? Rose petals are sent.", "Speaking to Will Trevithick and Rose Trevithick")
    assert take_out_of_all(texts)[0] == "Will you wait? Rose petals are sent."


def test_a_part_of_a_word_is_no_name():
    assert take_out_of_all(("The Lamp is sent.", "Hi Lam"))[0] == "The Lamp is sent."
