"""A recogniser that knows what it was told: every sentence that holds a key of the table carries its labels."""

from __future__ import annotations

import re

import pytest

from coaching.moves import in_codebook_order
from coaching.recognition import RecognisedSentence, split_sentences
from coaching.suggestions import DraftChecker

LABELS = {
    "Hi Anna": ["courtesy"],
    "Kind regards": ["courtesy"],
    "any inconvenience": ["apologize", "weak_apology"],
    "sorry, but": ["apologize", "weak_apology"],
    "I am sorry that": ["apologize"],
    "I am so sorry that": ["apologize"],
    "I am very sorry that": ["apologize"],
    "We apologise": ["apologize"],
    "policy": ["dismiss", "policy"],
    "should have": ["blame"],
    "look into": ["empty_promise"],
    "courier": ["deflect"],
    "refunded": ["resolve"],
    "two labels": ["diagnose"],
    "frustrating": ["empathize"],
    "disappointment": ["empathize"],
    "tiresome": ["empathize"],
    "upset": ["empathize"],
}


class ToldRecogniser:
    version = "told"

    def recognise(self, text, customer=""):
        sentences = []
        for start, end in split_sentences(text):
            words = text[start:end]
            labels = {label for key, told in LABELS.items() if key in words for label in told}
            sentences.append(RecognisedSentence(words, start, end, in_codebook_order(labels), {}))
        return sentences

    def label(self, rows):
        return [self.recognise(row.text)[0] for row in rows]


WORDS = {"time": "5 pm today", "team": "the depot team", "name or team": "the depot team"}


@pytest.fixture(scope="session")
def filled():
    """What an agent makes of a wording with blanks."""
    return lambda text: re.sub(r"\[([^]]+)\]", lambda blank: WORDS.get(blank[1], "send you a new one"), text)


@pytest.fixture(scope="session")
def told():
    return ToldRecogniser()


@pytest.fixture(scope="session")
def checker(told):
    return DraftChecker(told)


@pytest.fixture(scope="session")
def message():
    return (
        "Hi, my parcel #48213 was meant to arrive on Friday for my son's birthday and it's still not here. "
        "I ordered the Lego castle three weeks ago and nobody answered my emails! This is so frustrating.\nAnna"
    )
