"""The three rewrites of the golden drafts, and of any draft at all, with the trained recogniser."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching.channels import CHANNELS
from coaching.moves import MISTAKES
from coaching.paths import ROOT
from coaching.recognition import Recogniser
from coaching.rewriting import Rewriter
from coaching.rewriting.keeping import added, lost
from coaching.suggestions.reading import Reader
from coaching.yamlfile import read

pytestmark = pytest.mark.model

DRAFTS = [
    {key: case.at(key).text() for key in ("id", "draft", "customer", "channel")}
    for case in read(ROOT / "tests" / "golden" / "drafts.yml").at("drafts").each()
]
STYLES = ("warmer", "more_apologetic", "shorter")


@pytest.fixture(scope="module")
def rewriter():
    return Rewriter(Recogniser.load())


@pytest.fixture(scope="module")
def reader():
    return Reader(Recogniser.load())


@pytest.fixture(scope="module")
def golden(rewriter):
    return {one["id"]: rewriter.rewrite(one["draft"], one["customer"], one["channel"]) for one in DRAFTS}


def test_there_are_forty_drafts_on_every_channel():
    assert len({one["id"] for one in DRAFTS}) == 40
    assert {one["channel"] for one in DRAFTS} == set(CHANNELS)


@pytest.mark.parametrize("case", DRAFTS, ids=lambda case: case["id"])
def test_each_draft_has_three_rewrites_that_keep_every_fact_and_add_none(golden, case):
    rewrites = golden[case["id"]]
    assert tuple(one.style for one in rewrites) == STYLES
    for one in rewrites:
        assert one.text != case["draft"] and one.changes
        assert lost(case["draft"], one.text) == ()
        assert added(case["draft"], case["customer"], one.text) == ()
        assert ("[" in one.text) == ("[" in case["draft"])
        assert not re.search(r" [,.;!?]|\b(\w+) \1\b(?! that)|\.\.(?!\.)", one.text), one.text


def test_a_shorter_one_is_shorter(golden):
    for case in DRAFTS:
        warmer, apologetic, shorter = (len(one.text.split()) for one in golden[case["id"]])
        assert shorter <= min(warmer, apologetic)
        assert shorter <= len(case["draft"].split()) or len(case["draft"].split()) < 15


def test_rewrites_make_fewer_mistakes(golden, reader):
    def mistakes(text, customer):
        return sum(len(set(one.labels) & set(MISTAKES)) for one in reader.recognise(text, customer))

    before = sum(mistakes(case["draft"], case["customer"]) for case in DRAFTS)
    for number, _ in enumerate(STYLES):
        after = sum(mistakes(golden[case["id"]][number].text, case["customer"]) for case in DRAFTS)
        # What is left is content: a refusal stays a refusal, and whom to ask stays told.
        assert after < 0.8 * before


def test_a_reproach_with_nothing_in_it_goes(rewriter):
    draft = "We can't refund it. You should have checked the jug when it arrived."
    for one in rewriter.rewrite(draft, "My jug is cracked and I paid £64."):
        assert "checked" not in one.text


def test_the_same_twice(rewriter):
    case = DRAFTS[0]
    again = Rewriter(Recogniser.load()).rewrite(case["draft"], case["customer"], case["channel"])
    assert again == rewriter.rewrite(case["draft"], case["customer"], case["channel"])


def test_another_language_or_nothing_gets_none(rewriter):
    assert rewriter.rewrite("Es tut uns leid, dass Ihr Paket nicht angekommen ist.", "Wo ist mein Paket?") == ()
    assert rewriter.rewrite("  ", "Where is it?") == ()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200), st.sampled_from(DRAFTS), st.integers(0, 400), st.sampled_from(CHANNELS))
def test_any_draft_keeps_what_it_says(rewriter, strange, case, at, channel):
    draft = case["draft"][:at] + strange + case["draft"][at:]
    for one in rewriter.rewrite(draft, case["customer"], channel):
        assert lost(draft, one.text) == ()
        assert added(draft, case["customer"], one.text) == ()
