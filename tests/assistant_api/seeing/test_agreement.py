"""Agreement against values worked out elsewhere, and where it is not defined."""

import re
from pathlib import Path

import pytest
from scipy.stats import pearsonr, spearmanr
from sklearn.metrics import cohen_kappa_score

from assistant_api.seeing.agreement import confusion, correlation, kappa, mean_kappa
from assistant_api.seeing.rules import seeing_rules
from assistant_api.seeing.sampling import drawn
from coaching.moves import LABELS

PAIRS = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
SCORES = [(10, 30), (20, 20), (20, 55), (60, 50), (90, 95), (90, 70)]


def test_kappa_is_that_of_cohen():
    found = kappa(PAIRS)
    assert found.kappa == pytest.approx(0.4)
    assert found.kappa == pytest.approx(cohen_kappa_score(*zip(*PAIRS, strict=True)))
    assert (found.n, found.both, found.first, found.second, found.neither) == (50, 20, 5, 10, 15)
    assert kappa([(True, False), (False, True)]).kappa == -1


@pytest.mark.parametrize(
    ("pairs", "note"),
    [([], "read by both"), ([(False, False)] * 4, "nobody gave it"), ([(True, True)] * 4, "both gave it every time")],
)
def test_kappa_is_not_defined_without_a_difference(pairs, note):
    found = kappa(pairs)
    assert found.kappa is None and note in found.note and found.n == len(pairs)


def test_the_mean_weighs_by_sentences_and_leaves_out_what_is_not_defined():
    some, all_of_one = kappa(PAIRS), kappa([(False, False)] * 1000)
    full = kappa([(True, True), (False, False)] * 25)
    assert mean_kappa([some, all_of_one, full]).kappa == pytest.approx(0.7)
    assert mean_kappa([all_of_one]).kappa is None and mean_kappa([]).kappa is None


def test_correlations_are_those_of_scipy():
    found, (one, other) = correlation(SCORES), zip(*SCORES, strict=True)
    assert found.pearson == pytest.approx(pearsonr(one, other)[0])
    assert found.spearman == pytest.approx(spearmanr(one, other)[0])


@pytest.mark.parametrize("pairs", [[], [(1, 2), (2, 3)], [(5, 1), (5, 2), (5, 3)], [(1, 5), (2, 5), (3, 5)]])
def test_correlation_is_not_defined_for_few_or_for_one_score_alone(pairs):
    found = correlation(pairs)
    assert found.pearson is None and found.spearman is None and found.note


def test_confusion_sets_what_one_alone_gave_against_what_the_other_alone_gave():
    counted = confusion([({"a", "b"}, {"a", "c"}), ({"b"}, set()), (set(), {"c"}), (set(), set())], "none")
    assert counted == {("a", "a"): 1, ("b", "c"): 1, ("b", "none"): 1, ("none", "c"): 1}


def test_the_same_seed_draws_the_same_whatever_comes_in():
    few, more = drawn(range(50), 10, 3), drawn(range(60), 10, 3)
    assert few == drawn(reversed(range(50)), 10, 3) and few != drawn(range(50), 10, 4)
    assert [one for one in more if one < 50] == few[: len([one for one in more if one < 50])]


def test_weak_labels_are_those_of_the_document():
    text = (Path(__file__).parents[3] / "docs" / "recogniser.md").read_text(encoding="utf-8")
    row = re.compile(r"^\| `(\w+)` \| \d+ \| [\d.]+ \| \d+ \| [\d.]+ \| [\d.]+ \| ([\d.]+) \|", re.MULTILINE)
    told = {label: float(value) for label, value in row.findall(text)}
    assert told == seeing_rules().f1 and set(told) == set(LABELS)
    assert seeing_rules().weak == ("hostile", "dismiss", "blame")
