"""The language pipeline: its tokens are spaCy's, and long words cost no more than their length."""

import pytest
import spacy

from coaching.language import with_swift_suffixes

TEXTS = [
    "I paid £24.50 (twice!!!), didn't I? See http://shop.example/a?b=c... It's 20km/h, e.g. at 5pm.",
    "a" * 200 + "!'s",
    "1" * 100 + "km",
    "“" + "A" * 90 + "”…)].",
    "well" + "!" * 300,
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_tokens_are_the_same(text):
    plain, swift = spacy.blank("en"), with_swift_suffixes(spacy.blank("en"))
    assert [token.text for token in swift(text)] == [token.text for token in plain(text)]


def test_only_the_end_of_a_word_is_searched():
    pipeline, seen = spacy.blank("en"), []
    search = pipeline.tokenizer.suffix_search
    pipeline.tokenizer.suffix_search = lambda word: seen.append(len(word)) or search(word)
    assert len(with_swift_suffixes(pipeline)("!" * 3000)) == 3000
    assert len(seen) > 1000 and max(seen) == 64
