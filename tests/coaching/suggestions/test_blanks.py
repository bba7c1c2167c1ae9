"""Blanks that are still open: what waits for them, and what does not."""

from __future__ import annotations

import pytest

from coaching.moves import STEPS
from coaching.suggestions.blanks import hold_back, open_blanks


@pytest.mark.parametrize(
    ("sentence", "counts", "waits"),
    [
        ("It is refunded by [time].", set(), {"resolve"}),
        ("Let me see to it that it is refunded; it will be [the amount].", set(), {"resolve"}),
        ("I am sorry that it broke, and [amount] will be refunded.", {"apologize"}, {"resolve"}),
        ("I am sorry that [what happened].", set(), {"apologize"}),
        ("[name], it is refunded today.", {"resolve"}, set()),
        ("It is refunded today.", {"resolve"}, set()),
        ("This must be frustrating, and a mix-up of two labels by [team] was why.", {"empathize"}, {"diagnose"}),
    ],
)
def test_a_step_waits_for_the_blank_that_is_its_substance(told, sentence, counts, waits):
    read = told.recognise(sentence)
    drafted = hold_back(read, lambda texts: [told.recognise(text)[0] for text in texts])
    assert set(drafted.sentences[0].labels) & set(STEPS) == counts
    assert {step for step, waiting in drafted.waiting.items() if waiting} == waits


def test_an_open_blank_earns_nothing_in_score_steps_and_foresight(checker, message):
    promise = "It will be refunded by [time]."
    report, bare = checker.check(promise, message), checker.check("It will be here.", message)
    assert report.scorecard.score == bare.scorecard.score
    assert report.to_json()["steps"]["resolve"] == {
        "covered": False,
        "spans": [],
        "waiting": [{"start": 0, "end": len(promise)}],
    }
    assert report.reaction.after == bare.reaction.after
    assert not [one for one in report.suggestions if one.step == "resolve"], "it is in the draft, and wants its blank"
    filled = checker.check(promise.replace("[time]", "five today"), message)
    assert filled.scorecard.score > report.scorecard.score
    assert filled.covered()["resolve"] and not filled.waiting["resolve"]


def test_a_mistake_counts_whatever_is_still_blank(checker, message):
    report = checker.check("You should have told [name or team].", message)
    assert [one.label for one in report.findings if one.label] == ["blame"]


def test_which_blanks_are_open():
    assert open_blanks("Dear [Name], I will [what you do] by [time].") == ("what you do", "time")
    assert open_blanks("Dear [first name], see [1\n2] or (this).") == ()
