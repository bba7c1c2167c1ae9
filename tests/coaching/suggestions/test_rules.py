"""Every rule shows on which sentences it fires and on which it must not; here they are run."""

import shutil

import pytest

from coaching.errors import CoachError, DataError
from coaching.moves import MISTAKES
from coaching.suggestions.findings import matching
from coaching.suggestions.reading import raising
from coaching.suggestions.rules import RULES_FOLDER, load_rules, rules

RULES = [rule for pack in rules().values() for rule in pack]


def test_every_mistake_of_the_codebook_has_its_pack():
    assert set(rules()) == set(MISTAKES)
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("rule", "sentence"), [(r, s) for r in RULES for s in r.fires], ids=lambda v: getattr(v, "id", v)
)
def test_a_rule_is_the_first_to_fire_on_its_sentences(rule, sentence):
    found, match = matching(rules()[rule.label], sentence)
    assert found.id == rule.id
    assert (match is None) == (rule.pattern is None)


@pytest.mark.parametrize(
    ("rule", "sentence"), [(r, s) for r in RULES if r.pattern for s in r.quiet], ids=lambda v: getattr(v, "id", v)
)
def test_a_rule_keeps_quiet_where_it_must(rule, sentence):
    assert rule.pattern.search(sentence) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_a_wording_that_needs_no_fact_of_the_customers(rule):
    groups = set(rule.pattern.groupindex) if rule.pattern else set()
    assert any(set(template.places) <= groups for template in rule.replace)


@pytest.mark.parametrize(
    ("rule", "sentence"), [(r, s) for r in RULES for s in r.raises], ids=lambda v: getattr(v, "id", v)
)
def test_words_beyond_doubt_raise_the_mistake_under_their_own_rule(rule, sentence):
    assert rule.id in [one.id for one in raising(sentence)]
    assert matching(rules()[rule.label], sentence)[0].id == rule.id


@pytest.mark.parametrize("sentence", [s for r in RULES for s in (*r.spares, *r.quiet)])
def test_other_words_raise_nothing(sentence):
    assert raising(sentence) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_wording_on_offer_raises_a_mistake(rule):
    assert not any(raising(template.text) for template in rule.replace)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.alone], ids=lambda rule: rule.id)
def test_words_that_stand_alone_show_where_they_do_and_do_not(rule):
    assert rule.raises
    assert rule.spares


def test_curly_apostrophes_are_apostrophes():
    assert matching(rules()["empty_promise"], "Don’t worry, it will be fine.")[0].id == "empty_promise.dont_worry"


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ("label: rush", "label: hurry", "label: 'hurry'", "weak_apology, blame"),
        ("label: rush", "label: blame", "label: 'blame'", "without a pack of its own"),
        ("severity: medium", "severity: grave", "severity: 'grave'", "low, medium, high"),
        ("replaces: sentence", "replaces: all", "replaces: 'all'", "words, sentence"),
        ("quiet: [", "silent: [", "'silent'", "quiet"),
        ("with {thing}", "with {thin}", "{thin}", "thing"),
        ("with {thing}", "with {thing", "replace[1]", "closed braces"),
        ("\\b(?:just (?:answer", "\\b(?:just (?:(answer", "pattern:", "a regular expression"),
        ('fires: ["Just', 'fires: "Just', "no YAML", "YAML"),
    ],
)
def test_an_error_in_a_pack_names_line_found_and_expected(tmp_path, old, new, found, expected):
    folder = tmp_path / "rules"
    shutil.copytree(RULES_FOLDER, folder)
    pack = folder / "rush.yml"
    text = pack.read_text(encoding="utf-8")
    assert old in text
    pack.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_rules(folder)
    assert caught.value.line is not None
    assert "rush.yml" in str(caught.value)
    assert expected in str(caught.value)
    assert found in str(caught.value) or expected == "YAML"


def test_a_missing_pack_is_told(tmp_path):
    shutil.copytree(RULES_FOLDER, tmp_path / "rules")
    (tmp_path / "rules" / "rush.yml").unlink()
    with pytest.raises(CoachError, match="no rules for rush"):
        load_rules(tmp_path / "rules")


def test_a_pack_ends_with_the_rule_for_any_other_sentence(tmp_path):
    shutil.copytree(RULES_FOLDER, tmp_path / "rules")
    pack = tmp_path / "rules" / "rush.yml"
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text[: text.index("  - id: sentence")], encoding="utf-8")
    with pytest.raises(DataError, match="one rule without a pattern"):
        load_rules(tmp_path / "rules")
