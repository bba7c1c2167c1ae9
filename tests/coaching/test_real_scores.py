"""Scores of the real checker at both ends: good replies, and words that are said to please a score."""

from pathlib import Path

import pytest

from coaching.recognition import Recogniser
from coaching.suggestions import DraftChecker
from coaching.yamlfile import read

pytestmark = pytest.mark.model
REPLIES_FILE = Path(__file__).parents[1] / "golden" / "good_replies.yml"
REPLIES = [{key: node.text() for key, node in one.items()} for one in read(REPLIES_FILE).at("replies").each()]
EMPTY = ["ok", "Hello!", "Thank you for contacting us. Have a nice day!", "Is there anything else I can help you with?"]
MAGIC = [
    "sorry I understand how frustrating",
    "I am so sorry. I completely understand how frustrating this must be. I sincerely apologise. I truly understand.",
    "sorry sorry sorry sorry sorry, so sorry, I understand, I hear you, I get how upsetting this is",
]


@pytest.fixture(scope="module")
def checker():
    return DraftChecker(Recogniser.load())


def score(checker, one, reply):
    return checker.check(reply, one["customer"], one["channel"]).scorecard.score


@pytest.mark.parametrize("one", REPLIES, ids=[one["channel"] for one in REPLIES])
def test_five_steps_tied_to_the_case_score_ninety(checker, one):
    assert not checker.check(one["reply"], one["customer"], one["channel"]).findings
    assert score(checker, one, one["reply"]) >= 90


@pytest.mark.parametrize("reply", EMPTY)
def test_an_empty_courtesy_scores_next_to_nothing(checker, reply):
    assert all(score(checker, one, reply) <= 12 for one in REPLIES)


@pytest.mark.parametrize("reply", MAGIC)
def test_magic_words_score_low_and_lower_when_piled_up(checker, reply):
    for one in REPLIES:
        once, piled = score(checker, one, reply), score(checker, one, f"{reply}. {reply}. {reply}.")
        assert piled <= once < 40


@pytest.mark.parametrize("one", REPLIES, ids=[one["channel"] for one in REPLIES])
def test_the_same_draft_scores_the_same(checker, one):
    again = DraftChecker(Recogniser.load())
    assert score(checker, one, one["reply"]) == score(again, one, one["reply"])
