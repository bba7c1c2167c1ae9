import pytest

from coaching.tone import sentiment


def test_every_value_has_its_words():
    found = sentiment("I am so sorry for the terrible delay.")
    assert found.polarity < 0 < found.subjectivity
    words = {one.words: one.polarity for one in found.assessments}
    assert words.keys() == {"sorry", "terrible"}
    assert found.polarity == pytest.approx(sum(words.values()) / len(words), abs=0.001)


def test_a_negation_is_assessed_with_its_word():
    assert [one.words for one in sentiment("This is not good.").assessments] == ["not good"]


@pytest.mark.parametrize("text", ["", "   ", "As per our policy", "🙂", "48213"])
def test_a_text_without_known_words_is_neutral(text):
    assert sentiment(text).to_json() == {"polarity": 0.0, "subjectivity": 0.0, "assessments": []}


def test_values_stay_in_their_ranges():
    found = sentiment("Excellent! Best, perfect, wonderful!!! " * 20)
    assert -1 <= found.polarity <= 1
    assert 0 <= found.subjectivity <= 1
