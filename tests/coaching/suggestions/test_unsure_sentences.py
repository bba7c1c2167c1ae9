"""What the recogniser is unsure of is told with the sentence, and nowhere else in the report."""

from dataclasses import replace

import pytest

from coaching.moves import LABELS
from coaching.recognition import RecognisedSentence
from coaching.suggestions import DraftChecker
from coaching.suggestions.reading import Reader

DRAFT = "Hi Anna,\n\nI am sorry that it is late. Nothing can be done.\n\nKind regards"


class Doubtful:
    """Knows what another recogniser knows, and may see every other move in every sentence."""

    def __init__(self, recogniser):
        self._recogniser, self.version = recogniser, recogniser.version

    def recognise(self, text, customer=""):
        return [
            replace(one, unsure=tuple(label for label in LABELS if label not in one.labels))
            for one in self._recogniser.recognise(text, customer)
        ]


class Fixed:
    """Says the same of every text."""

    version = "fixed"

    def __init__(self, sentence):
        self._sentence = sentence

    def recognise(self, text, customer=""):
        return [self._sentence]


def test_nothing_unsure_is_found_suggested_or_scored(told, checker, message):
    sure, unsure = checker.check(DRAFT, message), DraftChecker(Doubtful(told)).check(DRAFT, message)
    assert all(sentence.unsure for sentence in unsure.sentences)
    assert replace(unsure, sentences=sure.sentences) == sure


@pytest.mark.parametrize(("labels", "unsure"), [((), ("blame", "hostile")), (("blame",), ("hostile",))])
def test_what_words_raise_is_unsure_no_longer(labels, unsure):
    text = "You are an idiot."
    (found,) = Reader(Fixed(RecognisedSentence(text, 0, len(text), labels, {}, unsure))).recognise(text)
    assert "hostile" in found.labels
    assert found.unsure == tuple(label for label in unsure if label not in found.labels)


def test_stored_sentences_may_lack_it():
    sentence = RecognisedSentence("Hm.", 0, 3, ("hear",), {"hear": 0.9}, ("dismiss", "blame"))
    stored = sentence.to_json()
    assert RecognisedSentence.from_json(stored).unsure == ("blame", "dismiss")
    del stored["unsure"]
    assert RecognisedSentence.from_json(stored) == replace(sentence, unsure=())
