"""A user's own packs and switches beside the project's."""

import shutil

import pytest

from coaching.errors import CoachError, DataError
from coaching.moves import MISTAKES
from coaching.suggestions import DraftChecker
from coaching.suggestions.ruleset import RULES_FOLDER, load_rules
from coaching.suggestions.switches import SWITCHES, read_off, write_off

HOUSE = """\
title: House words
message: We say "customer".
why: So says our guide.
source: Our guide, page 3.
rules:
  - id: punter
    note: The word.
    words: [punter]
    replaces: words
    replace: [customer]
    severity: high
    fires: ["Dear punter, hello.", "A punter wrote."]
    quiet: ["Dear customer.", "A customer wrote."]
"""
HOUSE_BLAME = """\
title: House blame
label: blame
message: We do not ask who read what.
why: So says our guide.
source: Our guide, page 4.
rules:
  - id: read
    note: Reading.
    pattern: should have read
    replaces: sentence
    replace: ["Here is what the guide says."]
    severity: low
    fires: ["You should have read it.", "You should have read the guide."]
    quiet: ["You read it.", "We should have told you."]
"""


@pytest.fixture
def own(tmp_path):
    (tmp_path / "house.yml").write_text(HOUSE, "utf-8")
    return tmp_path


def test_without_packs_of_one_s_own_the_project_s_rules_are_in_force(tmp_path):
    rules = load_rules(RULES_FOLDER, tmp_path / "none")
    assert rules.off == ()
    assert set(rules.of_label) == set(MISTAKES)
    for pack in rules.of_label.values():
        assert [rule.look for rule in pack].count(None) >= 1
        assert pack[-1].look is None


def test_a_pack_of_one_s_own_finds_its_words(told, own):
    report = DraftChecker(told, load_rules(RULES_FOLDER, own)).check("Dear punter, hello. It is late.")
    (finding,) = [one for one in report.findings if one.pack == "house"]
    assert (finding.rule, finding.label, finding.title, finding.text) == ("house.punter", None, "House words", "punter")
    (better,) = [one for one in report.suggestions if one.id == finding.suggestion]
    assert better.apply("Dear punter, hello. It is late.") == "Dear customer, hello. It is late."


def test_a_pack_of_one_s_own_for_a_mistake_is_tried_first(told, own):
    (own / "house_blame.yml").write_text(HOUSE_BLAME, "utf-8")
    rules = load_rules(RULES_FOLDER, own)
    checker = DraftChecker(told, rules)
    assert [one.rule for one in checker.check("You should have read it.").findings if one.label] == ["house_blame.read"]
    assert [one.rule for one in checker.check("You should have called.").findings if one.label] == ["blame.should_have"]


@pytest.mark.parametrize("off", ["house", "house.punter"])
def test_what_is_switched_off_is_not_found(told, own, off):
    write_off(own, [off])
    rules = load_rules(RULES_FOLDER, own)
    assert rules.off == (off,)
    assert not [one for one in DraftChecker(told, rules).check("Dear punter.").findings if one.pack == "house"]


def test_a_pack_for_a_mistake_can_be_switched_off(told, tmp_path):
    write_off(tmp_path, ["blame"])
    checker = DraftChecker(told, load_rules(RULES_FOLDER, tmp_path))
    assert not [one for one in checker.check("You should have called.").findings if one.label]


def test_a_rule_for_any_sentence_can_be_switched_off(told, tmp_path):
    write_off(tmp_path, ["blame.sentence"])
    report = DraftChecker(told, load_rules(RULES_FOLDER, tmp_path)).check("You should have called.")
    assert [one.rule for one in report.findings if one.label] == ["blame.should_have"]
    assert report.findings[0].suggestion


def test_the_version_tells_other_packs_and_other_switches(own):
    with_house = load_rules(RULES_FOLDER, own).version
    write_off(own, ["house"])
    switched = load_rules(RULES_FOLDER, own).version
    (own / SWITCHES).unlink()
    again = load_rules(RULES_FOLDER, own).version
    (own / "house.yml").unlink()
    without = load_rules(RULES_FOLDER, own).version
    assert with_house == again
    assert len({with_house, switched, without}) == 3


def test_a_name_is_taken_once(own):
    shutil.move(own / "house.yml", own / "blame.yml")
    with pytest.raises(DataError, match="the pack 'blame' again"):
        load_rules(RULES_FOLDER, own)


def test_a_missing_pack_is_told(tmp_path):
    shutil.copytree(RULES_FOLDER, tmp_path / "rules")
    (tmp_path / "rules" / "rush.yml").unlink()
    with pytest.raises(CoachError, match="no rules for rush"):
        load_rules(tmp_path / "rules", tmp_path / "none")


@pytest.mark.parametrize(
    ("written", "found"),
    [("off: [blame, blame.none]", "'blame.none'"), ("of: []", "the key 'of'"), ("off: blame", "off: 'blame'")],
)
def test_an_error_in_the_switches_is_told(tmp_path, written, found):
    (tmp_path / SWITCHES).write_text(written, "utf-8")
    with pytest.raises(DataError, match=found) as caught:
        load_rules(RULES_FOLDER, tmp_path)
    assert caught.value.line == 1


def test_switches_are_written_as_they_are_read(tmp_path):
    folder = tmp_path / "new" / "folder"
    write_off(folder, ["b", "a.x"])
    assert read_off(folder, {"a", "a.x", "b"}) == ("a.x", "b")
    write_off(folder, [])
    assert read_off(folder, {"a"}) == ()
