"""A recogniser that knows what it was told, and a case to write for."""

import pytest

from coaching.moves import in_codebook_order
from coaching.recognition import RecognisedSentence, split_sentences
from coaching.rewriting import Rewriter
from coaching.rewriting.case import Case
from coaching.rewriting.situations import Told

LABELS = {
    "policy": ["policy"],
    "should have": ["blame"],
    "You entered": ["blame"],
    "inconvenience": ["apologize", "weak_apology"],
    "I'm sorry that": ["apologize"],
    "Calm down": ["dismiss", "rush"],
    "your own fault": ["blame"],
    "nitwit": ["hostile"],
    "frustrating": ["empathize"],
    "Thank you": ["thank"],
    "refunded": ["resolve"],
    "Kind regards": ["courtesy"],
}


class ToldRecogniser:
    version = "told"

    def recognise(self, text, customer=""):
        return [self._one(text[start:end], start, end) for start, end in split_sentences(text)]

    def label(self, rows):
        return [self._one(row.text, 0, len(row.text)) for row in rows]

    def _one(self, words, start, end):
        labels = in_codebook_order({label for key, told in LABELS.items() if key in words for label in told})
        return RecognisedSentence(words, start, end, labels, dict.fromkeys(labels, 0.95))


@pytest.fixture(scope="session")
def told():
    return ToldRecogniser()


@pytest.fixture(scope="session")
def rewriter(told):
    return Rewriter(told)


@pytest.fixture
def case():
    """Makes a case of a calm customer on chat, in the warmer style, but for what it is told."""

    def make(**told):
        plain = {
            **{"told": Told((), ()), "known": True, "asks": False, "complains": True, "refused": False},
            **{"poor": True},
            **{"feeling": "frustrated", "problem": None, "name": None, "channel": "chat", "team": False},
            **{"style": "warmer", "seed": "seed"},
        }
        return Case(**{**plain, **told})

    return make
