"""With the trained recogniser: every missing step gets a sentence that it credits, for customers of every kind."""

import re
from pathlib import Path

import pytest

from coaching.moves import MISTAKES, STEPS
from coaching.suggestions import DraftChecker
from coaching.suggestions.reading import Reader
from coaching.suggestions.steps import missing_steps
from coaching.suggestions.vetting import Vetting
from coaching.suggestions.writer import Writer
from coaching.understanding import understand
from coaching.yamlfile import read

pytestmark = pytest.mark.model

MESSAGES = Path(__file__).parent.parent / "understanding" / "messages.yml"
_SPOKEN_OF = {"form": "email"}


def customers():
    """The first thirty messages that complain of something, with their channels."""
    nodes = read(MESSAGES).each()
    told = ((node.at("text").text(), node.at("channel").text()) for node in nodes)
    upset = [
        (text, _SPOKEN_OF.get(channel, channel))
        for text, channel in told
        if understand(text).emotion.name not in {"calm", "pleased"}
    ]
    return upset[:30]


@pytest.fixture(scope="module")
def reader():
    return Reader.load()


@pytest.fixture(scope="module")
def offered(reader):
    """Message, facts and the sentences for all five steps, for each customer."""
    vetting, found = Vetting(reader), []
    for text, channel in customers():
        seen = understand(text)
        writer = Writer(seen.facts.known(), "", text, vetting.of(text), channel, seen.emotion.name)
        found.append((text, seen.facts, missing_steps("", (), writer)))
    assert len(found) == 30
    return found


def test_every_sentence_is_credited_with_its_step_and_taken_for_no_mistake(offered, reader):
    wrong = []
    for text, _, suggestions in offered:
        assert [one.step for one in suggestions] == list(STEPS)
        for one in suggestions:
            moves = {label for sentence in reader.recognise(one.text, text) for label in sentence.labels}
            if one.step not in moves or moves & set(MISTAKES):
                wrong.append((one.rule, one.text, sorted(moves)))
    assert wrong == []


def test_blanks_stand_only_for_what_the_agent_knows(offered):
    """What will be done, by whom and when; never what the customer told."""
    for _, _, suggestions in offered:
        for one in suggestions:
            for blank in re.findall(r"\[([^\]]+)\]", one.text):
                assert re.search(r"\b(?:you|your|they|time|team|name|step)\b", blank)
            assert "{" not in one.text
            if one.step in {"hear", "empathize", "apologize"}:
                assert "[" not in one.text


def test_known_facts_are_said(offered):
    """Of what a customer told, something stands in nearly every sentence, and nobody who told it is asked for it."""
    said = [any(fact in one.text for fact in facts.known().values()) for _, facts, some in offered for one in some]
    assert sum(said) >= 0.8 * len(said)
    asking = {"hear.thing", "hear.order", "hear.open"}
    assert not asking & {one.rule for _, facts, some in offered if facts.told for one in some}


def test_the_wording_varies(offered):
    rules = [one.rule for _, _, suggestions in offered for one in suggestions]
    assert len(set(rules)) >= 45


def test_sentences_read_as_english(offered):
    for _, _, suggestions in offered:
        for one in suggestions:
            text = one.text.strip()
            assert text[0].isupper() and text.endswith((".", "?"))
            assert not re.search(r"\b(\w{2,}) \1\b|  |\bto to\b|\byour your\b|\ba [aeio]\w+ed\b|,,|\.\.", text), text


def test_every_suggestion_says_why_and_what_it_takes_up(offered):
    for _, facts, suggestions in offered:
        for one in suggestions:
            quoted = re.findall("“([^”]+)”", one.why)
            assert len(one.why) > 30
            assert set(quoted) <= set(facts.known().values())


def test_a_draft_check_offers_the_same_sentences(reader):
    text, channel = customers()[0]
    checker = DraftChecker.load()
    steps = [one for one in checker.check("", text, channel).suggestions if one.kind == "insert"]
    assert steps == [one for one in checker.check("", text, channel).suggestions if one.kind == "insert"]
    assert {one.step for one in steps} <= set(STEPS)
