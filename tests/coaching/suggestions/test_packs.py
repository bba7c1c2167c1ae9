"""The project's packs: every rule shows on what it fires and on what it must not, and offers words that fit."""

import re

import pytest

from coaching.moves import MISTAKES
from coaching.suggestions.examples import failures, replaced
from coaching.suggestions.reading import raising
from coaching.suggestions.rulefile import read_pack
from coaching.suggestions.ruleset import RULES_FOLDER

PACKS = [read_pack(path) for path in sorted(RULES_FOLDER.glob("*.yml"))]
RULES = [rule for pack in PACKS for rule in pack.rules]
ALONE = [rule for rule in RULES if rule.alone]
UNFIT = re.compile(
    r"  |\s[,.;:!?](?:\s|$)|[,;:][,;:.]|\(\s|\s\)|(?<!\.)\.\.(?!\.)|\.\w{3,}\s|^\s*[a-z]"
    r"|\b(?!(?:that|had|very|so)\b)([a-z]+) \1\b|\ba [aeio]\w|\ban [bcdfgjkpqtvwyz]\w",
)
"""Doubled spaces, words and stops, a stop that stands alone, a small letter at the start, the wrong article."""


def test_there_are_at_least_150_rules_with_ids_of_their_own():
    assert len({rule.id for rule in RULES}) == len(RULES) >= 150


def test_every_mistake_of_the_codebook_has_its_pack():
    assert {pack.label for pack in PACKS} >= set(MISTAKES)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
def test_every_example_of_a_pack_shows_what_it_should(pack):
    assert list(failures(pack)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_replacement_leaves_a_sentence_that_reads_well(rule):
    pack = next(pack for pack in PACKS if pack.id == rule.pack)
    read = [text for example in rule.fires for text in replaced(rule, pack, example)]
    assert read
    assert [text for text in read if UNFIT.search(text)] == []


@pytest.mark.parametrize(("rule", "sentence"), [(rule, one) for rule in ALONE for one in rule.alone.fires])
def test_words_beyond_doubt_raise_the_mistake_under_their_own_rule(rule, sentence):
    assert rule.id in [one.id for one in raising(sentence, RULES)]


@pytest.mark.parametrize(
    "sentence",
    [one for rule in ALONE for one in rule.alone.quiet]
    + [one.text for rule in RULES if rule.label for one in rule.quiet],
)
def test_other_words_raise_nothing(sentence):
    assert raising(sentence, RULES) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_wording_on_offer_raises_a_mistake(rule):
    assert not any(raising(template.text, RULES) for template in rule.replace)
