"""Sixty pairs of replies that differ in one respect: the better one has to score higher."""

from collections import Counter
from pathlib import Path

import pytest

from coaching.channels import CHANNELS
from coaching.recognition import Recogniser
from coaching.suggestions import DraftChecker
from coaching.yamlfile import read

PAIRS_FILE = Path(__file__).parents[1] / "golden" / "pairs.yml"
KEYS = ("id", "differs", "channel", "touchpoint", "customer", "better", "worse")
TOUCHPOINTS = {
    "misdirected advert", "confusing website", "abandoned payment", "order change", "shipping", "return",
    "invoice and payment", "warranty claim", "product question", "payment outage", "data breach",
    "failing service provider",
}  # fmt: skip
RIGHT = 0.95


@pytest.fixture(scope="module")
def pairs():
    found = []
    for node in read(PAIRS_FILE).at("pairs").each():
        node.only(*KEYS)
        found.append({key: node.at(key).text() for key in KEYS})
    return found


def test_the_pairs_span_channels_touchpoints_and_respects(pairs):
    assert len(pairs) == len({pair["id"] for pair in pairs}) == 60
    assert {pair["channel"] for pair in pairs} == set(CHANNELS)
    assert {pair["touchpoint"] for pair in pairs} == TOUCHPOINTS
    assert max(Counter(pair["differs"] for pair in pairs).values()) <= 4
    assert all(pair["better"] != pair["worse"] for pair in pairs)


def test_the_terrible_delay_is_among_them(pairs):
    (pair,) = [pair for pair in pairs if pair["id"] == "terrible-delay"]
    assert pair["better"] == (
        "I am so sorry for the terrible delay. I completely understand how frustrating and upsetting this must be."
    )
    assert pair["worse"] == "As per our policy, we cannot do that."


@pytest.mark.model
def test_the_better_reply_scores_higher(pairs):
    checker = DraftChecker(Recogniser.load())

    def score(pair, which):
        return checker.check(pair[which], pair["customer"], pair["channel"]).scorecard.score

    scores = {pair["id"]: (score(pair, "better"), score(pair, "worse")) for pair in pairs}
    wrong = {id: both for id, both in scores.items() if both[0] <= both[1]}
    right = 1 - len(wrong) / len(scores)
    for id, (better, worse) in wrong.items():
        print(f"{id}: the better scores {better}, the worse {worse}")
    print(f"the better scores higher in {right:.1%} of {len(scores)} pairs")
    assert right >= RIGHT
    assert "terrible-delay" not in wrong
