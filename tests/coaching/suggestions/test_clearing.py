import pytest

from coaching.errors import DataError
from coaching.recognition import RecognisedSentence
from coaching.suggestions.clearing import CLEARS_FILE, cleared, clears
from coaching.suggestions.reading import Reader


@pytest.mark.parametrize(("one", "sentence"), [(one, said) for one in clears() for said in one.yes])
def test_its_sentences_are_cleared(one, sentence):
    assert one.fits(sentence)


@pytest.mark.parametrize(("one", "sentence"), [(one, said) for one in clears() for said in one.no])
def test_its_neighbours_are_not(one, sentence):
    assert not one.fits(sentence)


class Sees:
    """A recogniser that sees these labels in every sentence."""

    version = "sees"

    def __init__(self, *labels):
        self.labels = labels

    def recognise(self, text, customer=""):
        return [RecognisedSentence(text, 0, len(text), self.labels, {}, ("hostile",))]


def test_a_reader_takes_what_is_cleared_from_the_labels_and_from_the_doubts():
    (said,) = Reader(Sees("hear", "blame")).recognise("You typed it all correctly.")
    assert (said.labels, said.unsure) == (("hear",), ())


def test_what_words_raise_is_never_cleared():
    (said,) = Reader(Sees("dismiss")).recognise("Calm down, you did nothing wrong.")
    assert said.labels == ("dismiss",)


def test_a_plain_sentence_keeps_its_mistakes():
    assert cleared("You should have read the size guide.") == frozenset()


def test_an_error_names_its_line(tmp_path, monkeypatch):
    broken = tmp_path / "clears.yml"
    broken.write_text(CLEARS_FILE.read_text().replace("you (?:did|tried) (?:everything|all|more than)", "you (did"))
    monkeypatch.setattr("coaching.suggestions.clearing.CLEARS_FILE", broken)
    clears.cache_clear()
    with pytest.raises(DataError, match=r"clears\.yml:\d+: .*regular expression"):
        clears()
    clears.cache_clear()
