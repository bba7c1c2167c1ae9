"""What to mend first."""

import pytest

from coaching.errors import DataError
from coaching.moves import STEPS
from coaching.suggestions.advice import ADVICE_FILE, advise, read_weights
from coaching.suggestions.report import Finding, Suggestion
from coaching.understanding import Emotion, Facts, Understanding, Urgency


def finding(id, severity, label=None, start=0, suggestion=None):
    return Finding(id, id, "pack", label, "Title", start, start + 5, "words", severity, "m", "w", suggestion)


def replacing(id, start, end):
    return Suggestion(id, "replace", start, end, "text", None, "w", id)


def inserting(step, at=0):
    return Suggestion(step, "insert", at, at, "text", step, "w", step)


def understanding(emotion, strength=1.0):
    return Understanding(Emotion(emotion, strength), Urgency("No hurry"), (), (), Facts())


STEPS_MISSING = [inserting(step) for step in STEPS]


def order(findings, suggestions, understood=None, most=None):
    return [one.finding or one.suggestion for one in advise(findings, suggestions, understood, most)]


@pytest.mark.parametrize("emotion", [None, "calm", "angry", "sad", "anxious"])
def test_mistakes_come_before_missing_steps_and_these_before_weak_wordings(emotion):
    findings = [finding("weak", "medium"), finding("slip", "low", "blame"), finding("grave", "high", "hostile")]
    told = order(findings, STEPS_MISSING, understanding(emotion) if emotion else None)
    assert told[:2] == ["grave", "slip"]
    assert told[-1] == "weak"
    assert set(told[2:-1]) == set(STEPS)


def test_what_an_angry_customer_misses_weighs_more():
    (calm,) = advise([], [inserting("empathize")], understanding("calm"))
    (annoyed,) = advise([], [inserting("empathize")], understanding("angry", 0.3))
    (furious,) = advise([], [inserting("empathize")], understanding("angry"))
    assert calm.weight < annoyed.weight < furious.weight
    assert order([], STEPS_MISSING, understanding("calm"))[0] == "resolve"
    assert set(order([], STEPS_MISSING, understanding("angry"))[:2]) == {"empathize", "apologize"}


def test_findings_that_one_suggestion_mends_are_one_piece_of_advice():
    better = replacing("better", 0, 20)
    findings = [finding("a", "low", "dismiss", 0, "better"), finding("b", "high", "blame", 3, "better")]
    assert [(one.finding, one.suggestion) for one in advise(findings, [better], None)] == [("b", "better")]


def test_a_weak_wording_in_a_sentence_that_goes_weighs_less():
    whole = replacing("whole", 0, 30)
    inside, outside = finding("inside", "medium", start=10), finding("outside", "medium", start=40)
    told = advise([finding("mistake", "low", "blame", 0, "whole"), inside, outside], [whole], None)
    assert [one.finding for one in told] == ["mistake", "outside", "inside"]
    assert told[2].weight < told[1].weight


def test_alike_pieces_come_in_the_order_of_the_draft_and_no_more_than_asked_for():
    findings = [finding("b", "low", start=50), finding("a", "low", start=10), finding("c", "low", start=90)]
    assert order(findings, []) == ["a", "b", "c"]
    assert order(findings, [], most=2) == ["a", "b"]


def test_json_has_two_decimals():
    (one,) = advise([], [inserting("empathize")], understanding("angry", 0.3333))
    assert one.to_json() == {"finding": None, "suggestion": "empathize", "weight": round(one.weight, 2)}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("mistake: {low: 6,", "mistake: {lo: 6,", "'lo'"),
        ("replaced: 0.3", "replaced: 3", "replaced: 3"),
        ("  angry: {hear: 1.4,", "  cross: {hear: 1.4,", "'cross'"),
        ("note: >-", "notes: >-", "'notes'"),
        ("resolve: 3.8, ", "", "without 'resolve'"),
    ],
)
def test_an_error_in_the_weights_is_told(tmp_path, old, new, found):
    text = ADVICE_FILE.read_text("utf-8")
    assert old in text
    (tmp_path / "advice.yml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(DataError, match=found):
        read_weights(tmp_path / "advice.yml")


def test_the_mistake_that_costs_most_comes_first_whatever_its_severity():
    findings = [
        finding("grave", "high", "blame"),
        finding("sends_away", "medium", "deflect", 10),
        finding("policy", "medium", "policy", 20),
    ]
    told = advise(findings, [], None, None, {"sends_away": 0.4, "policy": 0.3})
    assert [one.finding for one in told] == ["sends_away", "grave", "policy"]
    assert [one.finding for one in advise(findings, [], None)] == ["grave", "sends_away", "policy"]


def test_advice_and_foresight_name_the_same_mistake_as_the_worst(checker, message):
    report = checker.check("As per our policy it is so. Ask the courier about it.", message)
    first = next(one for one in report.findings if one.id == report.advice[0].finding)
    assert (
        f"“{next(one.text for one in report.sentences if one.start <= first.start < one.end)}”"
        in report.reaction.summary
    )
