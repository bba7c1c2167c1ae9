import pytest

from coaching.moves import MISTAKES
from coaching.recognition.doubt import is_doubtful, sure_from
from coaching.recognition.sentence import RecognisedSentence


def said(label, confidence, **more):
    return RecognisedSentence("x", 0, 1, (label,), {label: confidence}, **more)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_counts_from_its_own_confidence_on(mistake):
    least = sure_from()[mistake]
    assert is_doubtful(said(mistake, least - 0.01), mistake)
    assert not is_doubtful(said(mistake, least), mistake)


def test_what_words_raise_is_never_in_doubt():
    assert not is_doubtful(said("hostile", 0.1, raised={"hostile": "hostile.insult"}), "hostile")


def test_a_good_move_is_never_in_doubt():
    assert not is_doubtful(said("hear", 0.1), "hear")


def test_the_gravest_mistake_needs_the_most():
    assert max(sure_from(), key=sure_from().__getitem__) == "hostile"
