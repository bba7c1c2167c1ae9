"""The moves of an agent's words, as practice, scores, labels and Assist read them."""

import re

import pytest

from coaching.moves import in_codebook_order
from coaching.paths import ROOT
from coaching.recognition import RecognisedSentence, Row, split_sentences
from coaching.suggestions.reading import Reader


class Says:
    """A recogniser that gives each sentence the same labels."""

    version = "says"

    def __init__(self, *labels, unsure=()):
        self._labels, self._unsure = in_codebook_order(labels), unsure

    def recognise(self, text, customer=""):
        return [
            RecognisedSentence(text[start:end], start, end, self._labels, {"rush": 0.1}, self._unsure)
            for start, end in split_sentences(text)
        ]

    def label(self, rows):
        return [RecognisedSentence(row.text, 0, len(row.text), self._labels, {}, self._unsure) for row in rows]


def test_words_beyond_doubt_raise_their_mistake_and_name_the_rule():
    calm, fine = Reader(Says(unsure=("dismiss",))).recognise("Calm down. It is Friday.")
    assert calm.labels == ("dismiss",)
    assert calm.raised == {"dismiss": "dismiss.calm_down"}
    assert calm.unsure == ()
    assert calm.confidence == {"rush": 0.1}
    assert (fine.labels, fine.raised, fine.unsure) == ((), {}, ("dismiss",))


def test_what_the_recogniser_found_itself_is_not_raised():
    (calm,) = Reader(Says("dismiss")).recognise("Calm down.")
    assert (calm.labels, calm.raised) == (("dismiss",), {})


def test_rows_are_read_like_messages():
    (calm,) = Reader(Says()).label([Row("Calm down.", "")])
    assert calm.raised == {"dismiss": "dismiss.calm_down"}


def test_a_mistake_in_a_quoted_sentence_is_not_the_agent_s():
    text = 'You wrote: "Calm down. There is nothing we can do." I am sorry.'
    sentences = Reader(Says("dismiss", "hear", unsure=("rush", "thank"))).recognise(text)
    quoted = [one for one in sentences if one.text.startswith("There")]
    assert [(one.labels, one.unsure, one.raised) for one in quoted] == [(("hear",), ("thank",), {})]
    assert "dismiss" in sentences[-1].labels


def test_curly_apostrophes_are_apostrophes():
    (said,) = Reader(Says()).recognise("That’s not my department.")
    assert said.raised == {"deflect": "deflect.not_mine"}


def test_what_was_raised_is_stored_with_the_sentence_and_may_be_missing_in_older_ones():
    (calm,) = Reader(Says()).recognise("Calm down.")
    data = calm.to_json()
    assert data["raised"] == {"dismiss": "dismiss.calm_down"}
    assert RecognisedSentence.from_json(data) == calm
    del data["raised"]
    assert RecognisedSentence.from_json(data).raised == {}


@pytest.mark.parametrize("folder", ["bot", "coaching/cli", "coaching/suggestions", "coaching/rewriting"])
def test_no_host_reads_an_agent_s_words_by_the_recogniser_alone(folder):
    """Who loads a bare recogniser misses what words raise; only the reader, the checker around it, and training may."""
    bare = [
        str(path)
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path.name not in ("reading.py", "checker.py") and re.search(r"\bRecogniser\.load\(", path.read_text("utf-8"))
    ]
    assert bare == []
