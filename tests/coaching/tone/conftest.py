"""Sentences with the moves that a test says they make."""

import pytest

from coaching.moves import in_codebook_order
from coaching.recognition import RecognisedSentence


@pytest.fixture(scope="session")
def labelled():
    """A draft and its sentences from ("text", "label+label") pairs."""

    def make(*pairs):
        start, sentences = 0, []
        for text, labels in pairs:
            moves = in_codebook_order(filter(None, labels.split("+")))
            sentences.append(RecognisedSentence(text, start, start + len(text), moves, {}))
            start += len(text) + 1
        return " ".join(text for text, _ in pairs), sentences

    return make
