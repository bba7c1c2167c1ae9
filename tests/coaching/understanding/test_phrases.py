import pytest

from coaching.understanding.phrases import Phrases

LOOKED_FOR = Phrases(
    [("let down", "disappointed"), ("frustrat*", "frustrated"), ("don't care", "angry"), ("let", "none")]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You LET DOWN my mum", [("LET DOWN", "disappointed"), ("LET", "none")]),
        ("so frustrating", [("frustrating", "frustrated")]),
        ("you don't care", [("don't care", "angry")]),
        ("let-down", [("let-down", "disappointed"), ("let", "none")]),
        ("let\ndown", [("let\ndown", "disappointed"), ("let", "none")]),
        ("let, down", [("let", "none")]),
        ("let. Down", [("let", "none")]),
        ("outlet down", []),
        ("let", [("let", "none")]),
        ("", []),
    ],
)
def test_phrases_are_whole_words_next_to_each_other(text, found):
    assert [(text[place.start : place.end], place.what) for place in LOOKED_FOR.find(text)] == found
