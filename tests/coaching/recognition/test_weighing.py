from __future__ import annotations

import pytest

from coaching.recognition import Recogniser, Row
from coaching.recognition.weighing import weigh_words


def test_the_word_that_was_taught_weighs_most(recogniser: Recogniser) -> None:
    text = "the blame word stands in line 41 here"
    first, *rest = weigh_words(recogniser, Row(text), "blame")
    assert text[first.start : first.end] == "blame"
    assert all(first.weight >= other.weight > 0 for other in rest)


def test_a_text_without_words_has_none(recogniser: Recogniser) -> None:
    for text in ("", "   ", "😀", "…"):
        assert weigh_words(recogniser, Row(text), "hear") == []


def test_a_long_sentence_costs_no_more_than_forty_words(recogniser: Recogniser) -> None:
    found = weigh_words(recogniser, Row("thank " * 500), "thank", most=100)
    assert len(found) <= 40


def test_an_unknown_label_is_an_error(recogniser: Recogniser) -> None:
    with pytest.raises(ValueError, match="kindness"):
        weigh_words(recogniser, Row("the thank word"), "kindness")
