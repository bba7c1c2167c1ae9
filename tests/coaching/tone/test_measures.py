import pytest

from coaching.moves import EMPATHIZE
from coaching.recognition import RecognisedSentence
from coaching.tone.measures import ease_of, measured, pain_words, syllables
from coaching.tone.scales import tone_rules


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("we", 1), ("made", 1), ("whole", 1), ("times", 1), ("called", 1), ("times", 1), ("agree", 2), ("sorry", 2),
        ("wanted", 2), ("table", 2), ("being", 2), ("places", 2), ("today’s", 2), ("delivery", 4), ("apologise", 4),
        ("something", 2), ("replacement", 3), ("unfortunately", 5), ("2024", 1),
    ],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


def test_plain_words_in_short_sentences_are_easier():
    plain = ease_of(["We sent the small size.", "The right one leaves today."])
    winding = ease_of(
        ["In accordance with applicable regulations, the dissatisfactory consignment will be superseded forthwith."]
    )
    assert plain.reading_ease > 70 > 30 > winding.reading_ease
    assert (plain.words, plain.sentence_words) == (10, 5)


def test_nothing_to_read_is_no_effort():
    assert ease_of([]).reading_ease == ease_of(["..."]).reading_ease == 100


def test_links_and_addresses_are_no_words():
    assert ease_of(["See https://example.org/antidisestablishmentarianism or ask help@example.org."]).words == 3


@pytest.mark.parametrize("pain", ["terrible", "upsetting", "frustrating", "devastating", "infuriating"])
def test_naming_a_pain_makes_nothing_harder_to_read(pain):
    assert ease_of([f"I am sorry for the {pain} delay."]) == ease_of(["I am sorry for the delay."])


def test_sentences_that_name_a_feeling_are_not_measured():
    hard = RecognisedSentence("How incomprehensible.", 0, 21, (EMPATHIZE,), {})
    easy = RecognisedSentence("It is here.", 22, 33, (), {})
    assert measured([hard, easy]) == [easy]
    endless = RecognisedSentence("How hard it is, and " * 8, 34, 194, (EMPATHIZE,), {})
    assert measured([endless]) == [endless]


def test_no_list_that_lowers_a_scale_holds_a_word_of_pain():
    for scale in tone_rules().scales:
        for word, phrases in scale.phrases.items():
            assert phrases.weight > 0 or not set(word.split()) & pain_words(), (scale.name, word)
