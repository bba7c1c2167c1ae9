import re

import pytest

from benchmarks.drafts import LENGTHS, WORDINGS, customer, draft, edited, of_length, parts
from coaching.recognition import split_sentences

WORD = re.compile(r"[\w']+")


def sentences(text):
    return re.findall(r"[^.?]+[.?]", text)


def test_every_wording_has_sixty_words():
    assert {len(WORD.findall(draft(number))) for number in range(WORDINGS)} == {60}


def test_no_sentence_comes_twice():
    every = [sentence.strip() for number in range(WORDINGS) for sentence in sentences(draft(number))]
    assert len(every) == len(set(every)) == 5 * WORDINGS


def test_each_call_changes_words_inside_every_sentence():
    for number in range(WORDINGS - 1):
        for one, next_one in zip(sentences(draft(number)), sentences(draft(number + 1)), strict=True):
            changed = [a != b for a, b in zip(WORD.findall(one), WORD.findall(next_one), strict=True)]
            assert sum(changed) >= 4


def test_the_customers_message_is_new_as_well():
    assert len({customer(number) for number in range(WORDINGS)}) == WORDINGS


def test_an_edit_changes_one_sentence_and_in_turn_each():
    places = []
    for number in range(0, 10, 2):
        before, after = sentences(draft(number)), sentences(edited(number, number + 1))
        different = [place for place, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
        assert len(different) == 1
        places += different
    assert sorted(places) == [0, 1, 2, 3, 4]


def test_the_product_cuts_each_wording_into_its_five_sentences():
    for number in range(0, WORDINGS, 97):
        text = draft(number)
        assert [text[span.start : span.end] for span in split_sentences(text)] == [s.strip() for s in sentences(text)]


@pytest.mark.parametrize("words", LENGTHS)
def test_a_draft_of_each_length(words):
    drafts = [of_length(words, number) for number in range(0, 400, parts(words))]
    assert {len(WORD.findall(text)) for text in drafts} == {words}
    every = [sentence.strip() for text in drafts for sentence in sentences(text)]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("words", LENGTHS)
def test_a_draft_of_each_length_with_one_sentence_edited(words):
    before, after = sentences(of_length(words, 0)), sentences(of_length(words, 0, 50))
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


@pytest.mark.parametrize("number", [-1, WORDINGS])
def test_a_number_beyond_the_wordings_is_refused(number):
    with pytest.raises(ValueError, match=f"{WORDINGS}"):
        draft(number)
