"""What one doubtful mark may cost, what puts a mistake right, and what is no listening, no deed and no promise."""

from dataclasses import replace

import pytest

from coaching.moves import LABELS
from coaching.recognition.sentence import RecognisedSentence
from coaching.rubric import Rubric
from coaching.scorecard import Scorecard, TranscriptTurn, score
from coaching.scoring.promises import is_promise
from coaching.scoring.said import nameless

COMPLAINT = "My kettle leaks, the second one already. I ordered it on the 4th for my mother's flat."
HEARD = ("The kettle for your mother's flat leaks, and it is the second one.", "hear", "empathize")
SORRY = ("I'm sorry that the second kettle leaks as well.", "apologize")
DEED = ("I'll send a tested kettle tomorrow morning to your mother's flat.", "resolve")


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return Rubric.load()


def _sentence(text: str, *labels: str, sure: float = 0.75) -> RecognisedSentence:
    return RecognisedSentence(text, 0, len(text), labels, dict.fromkeys(LABELS, sure))


def _agent(*rows: tuple[str, ...], sure: float = 0.75) -> TranscriptTurn:
    at, sentences = 0, []
    for text, *labels in rows:
        one = _sentence(text, *labels, sure=sure)
        sentences.append(replace(one, start=at, end=at + len(text)))
        at += len(text) + 1
    return TranscriptTurn("agent", " ".join(row[0] for row in rows), tuple(sentences))


def _score(rubric: Rubric, *turns: TranscriptTurn, customer: str = "And now?") -> Scorecard:
    rows = [TranscriptTurn("customer", COMPLAINT)]
    for turn in turns:
        rows += [turn, TranscriptTurn("customer", customer)]
    return score(rows, rubric)


def _lost(card: Scorecard, label: str) -> float:
    return -sum(one.points for one in card.mistakes if one.label == label)


GOOD = (HEARD, SORRY, DEED)
BLAMED = ("You filled it over the line.", "blame")


def test_one_doubtful_mark_costs_less_than_a_sure_one(rubric: Rubric) -> None:
    doubted, sure = (_score(rubric, _agent(*GOOD), _agent(BLAMED, sure=sure)) for sure in (0.75, 0.97))
    assert 0 < _lost(doubted, "blame") < 0.6 * _lost(sure, "blame")


def test_what_comes_again_is_no_accident(rubric: Rubric) -> None:
    others = (("That line is there for a reason.", "dismiss"), ("Our leaflet says so.", "policy"))
    alone = _score(rubric, _agent(*GOOD), _agent(BLAMED))
    among = _score(rubric, _agent(*GOOD), _agent(BLAMED), _agent(*others))
    assert _lost(among, "blame") > 2 * _lost(alone, "blame")


@pytest.mark.parametrize(
    ("text", "labels", "mended"),
    [
        ("I take that back, every word of it.", ("courtesy",), True),
        ("That wasn't what I meant.", (), True),
        ("I put it very badly.", (), True),
        ("It was what I meant.", (), False),
        ("The kettle is on its way.", ("hear",), False),
    ],
)
def test_plain_words_take_a_mistake_back(rubric: Rubric, text: str, labels: tuple[str, ...], mended: bool) -> None:
    card = _score(rubric, _agent(*GOOD), _agent(BLAMED), _agent((text, *labels)))
    assert [one.repaired is not None for one in card.mistakes] == [mended]


@pytest.mark.parametrize(
    ("text", "labels", "mended"),
    [
        ("You were right from the first day, and I'm sorry.", ("apologize",), False),
        ("I'm booking the courier for tomorrow at nine.", ("resolve",), True),
        ("I'm booking the courier.", ("resolve",), False),
    ],
)
def test_an_empty_promise_is_put_right_by_who_and_when(
    rubric: Rubric, text: str, labels: tuple[str, ...], mended: bool
) -> None:
    empty = ("Somebody will see to it some time.", "empty_promise")
    card = _score(rubric, _agent(HEARD, empty), _agent((text, *labels)))
    assert [one.repaired is not None for one in card.mistakes] == [mended]


def _overdose(card: Scorecard) -> float:
    return -sum(point.points for point in card.points if point.rule == "apology_dose")


def test_an_apology_that_was_asked_for_is_none_too_many(rubric: Rubric) -> None:
    sorries = [
        _agent((f"I'm sorry about the {what}.", "apologize")) for what in ("kettle", "leak", "wait", "mess", "stain")
    ]
    assert _overdose(_score(rubric, *sorries)) > 0
    assert _overdose(_score(rubric, *sorries, customer="I have yet to hear an apology without a but.")) == 0


def test_an_apology_in_two_sentences_is_one(rubric: Rubric) -> None:
    pairs = [
        _agent((f"I'm sorry about the {what}.", "apologize"), (f"I apologise for the {what} as well.", "apologize"))
        for what in ("kettle", "leak", "wait")
    ]
    assert _overdose(_score(rubric, *pairs)) == 0


def test_a_head_and_a_demand_earn_no_step(rubric: Rubric) -> None:
    head = ("Thank you for contacting us about the kettle of the 4th.", "hear", "thank")
    demand = ("You would have to post the kettle to us before anybody can look at it.", "resolve")
    steps = _score(rubric, _agent(head, demand)).steps
    assert (steps["hear"].points, steps["resolve"].points) == (0, 0)


def test_a_listening_sentence_that_blames_earns_nothing_for_listening(rubric: Rubric) -> None:
    row = ("You ordered the kettle on the 4th and never read the leaflet.", "hear", "blame")
    assert _score(rubric, _agent(row)).steps["hear"].points == 0


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("I hear you, Mr van Dyck.", "I hear you, ."),
        ("Jan, the kettle leaks.", ", the kettle leaks."),
        ("The janitor has a van.", "The janitor has a ."),
    ],
)
def test_names_are_taken_out(text: str, bare: str) -> None:
    assert " ".join(nameless(text, ("Jan van Dyck",)).split()) == bare


@pytest.mark.parametrize(
    ("text", "label", "promised"),
    [
        ("A driver brings it tomorrow before ten.", "resolve", True),
        ("I've put you down for Thursday.", "resolve", True),
        ("It's with you by Friday.", "resolve", True),
        ("I'll pass this on to the colleagues.", "resolve", False),
        ("It usually arrives within three days.", "resolve", False),
        ("I'll pass that on internally.", "empty_promise", False),
        ("Shall it come on Friday?", "resolve", False),
    ],
)
def test_what_is_a_promise(text: str, label: str, promised: bool) -> None:
    assert is_promise(_sentence(text, label)) is promised


def test_a_deed_told_without_an_author_is_owned_too(rubric: Rubric) -> None:
    done = ("The charge for the second kettle is cancelled.", "resolve")
    told = ("Kettles come from the depot.", "resolve")
    owned, nobodys = (_score(rubric, _agent(HEARD, row)).qualities["ownership"].points for row in (done, told))
    assert owned > nobodys == 0


def test_a_doubtful_mistake_is_no_example_of_listening(rubric: Rubric) -> None:
    row = ("You ordered the kettle on the 4th and forgot the lid.", "hear", "blame")
    card = _score(rubric, _agent(row, sure=0.3))
    assert (card.steps["hear"].points, card.mistakes) == (0, ())
