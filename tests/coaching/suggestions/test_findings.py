"""Weak wordings beside mistakes: which stand, where, and with what words."""

import pytest

from coaching.suggestions import DraftChecker
from coaching.suggestions.ruleset import RULES_FOLDER, load_rules
from coaching.suggestions.switches import write_off

HEAD = "title: {pack}\nmessage: A message.\nwhy: A reason.\nsource: A source.\nrules:\n"
RULE = """\
  - id: {id}
    note: A note.
    words: [{words}]
    {more}
    replaces: words
    replace: ["{new}"]
    severity: {severity}
    fires: ["x", "y"]
    quiet: ["z", "q"]
"""


@pytest.fixture
def checking(told, tmp_path):
    """Checks with rules of one pack beside the project's rules for mistakes."""

    def checking(*rules):
        text = HEAD.format(pack="house") + "".join(
            RULE.format(**{"more": "note2: x", "severity": "low", "new": "so", **rule}).replace("    note2: x\n", "")
            for rule in rules
        )
        (tmp_path / "house.yml").write_text(text, "utf-8")
        everything = load_rules(RULES_FOLDER, tmp_path)
        write_off(tmp_path, [pack.id for pack in everything.packs if pack.label is None and pack.id != "house"])
        return DraftChecker(told, load_rules(RULES_FOLDER, tmp_path))

    return checking


def found(report):
    return [(one.rule.removeprefix("house."), one.text) for one in report.findings]


def test_every_match_is_found_with_words_of_its_own(checking):
    draft = "Well, a gizmo is a gizmo.\n\nNo Gizmo here."
    report = checking({"id": "gizmo", "words": "gizmo", "new": "item"}).check(draft)
    assert found(report) == [("gizmo", "gizmo"), ("gizmo", "gizmo"), ("gizmo", "Gizmo")]
    assert len({one.id for one in report.findings}) == 3
    replaced = draft
    for suggestion in reversed([one for one in report.suggestions if one.kind == "replace"]):
        replaced = suggestion.apply(replaced)
    assert replaced == "Well, an item is an item.\n\nNo item here."
    assert [one.pack for one in report.findings] == ["house"] * 3
    assert [one.label for one in report.findings] == [None] * 3


@pytest.mark.parametrize(
    ("short", "long", "stands"), [("low", "low", "long"), ("high", "low", "short"), ("medium", "high", "long")]
)
def test_of_overlapping_wordings_the_graver_stands_or_else_the_longer(checking, short, long, stands):
    checker = checking(
        {"id": "short", "words": "big gizmo", "severity": short},
        {"id": "long", "words": "gizmo of the year", "severity": long},
    )
    assert [rule for rule, _ in found(checker.check("It is the big gizmo of the year."))] == [stands]


def test_a_wording_whose_words_a_mistake_replaces_is_left_out(checking):
    report = checking({"id": "any", "words": "inconvenience"}).check("We apologise for any inconvenience caused.")
    assert [one.label for one in report.findings] == ["weak_apology"]


def test_a_wording_in_a_sentence_that_a_mistake_replaces_still_shows(checking):
    report = checking({"id": "asked", "words": "asked"}).check("You should have asked. He asked.")
    assert [(one.label, one.text) for one in report.findings if one.pack == "house"] == [(None, "asked")] * 2
    inside, outside = (
        next(one.weight for one in report.advice if one.finding == finding.id)
        for finding in report.findings
        if finding.pack == "house"
    )
    assert inside < outside


@pytest.mark.parametrize(
    ("draft", "left"),
    [
        ("Hi. Super. It is late.", "Hi. It is late."),
        ("Super!\n\nIt is late.", "It is late."),
        ("It is late. Super 😀.", "It is late."),
        ("Super.", ""),
    ],
)
def test_a_sentence_of_which_nothing_is_left_goes_with_its_space(checking, draft, left):
    report = checking({"id": "super", "words": "super", "new": ""}).check(draft)
    (better,) = [one for one in report.suggestions if one.rule.startswith("house")]
    assert better.apply(draft) == left


def test_the_context_is_the_draft_s(checking):
    checker = checking({"id": "soon", "words": "soon", "more": "when: {at_least: 2, draft_without: [resolve]}"})
    assert found(checker.check("It comes soon.")) == []
    report = checker.check("It comes soon. Very soon.\n\nSoon!")
    assert [one.start for one in report.findings] == [20, 27]
    assert found(checker.check("It comes soon. I have refunded it. Soon.")) == []


def test_the_first_sentence_is_the_one_behind_the_greeting(checking):
    checker = checking({"id": "well", "words": "well", "more": "when: {place: first}"})
    assert [one.start for one in checker.check("Hi Anna,\n\nWell, it is well.\n\nAll is well.").findings] == [10, 22]


def test_the_channel_and_the_feeling_count(checking):
    checker = checking(
        {"id": "mail", "words": "mailing", "more": "channels: [email]"},
        {"id": "calm", "words": "chill", "more": "when: {customer: [angry, frustrated]}"},
    )
    draft = "This mailing is chill."
    assert found(checker.check(draft)) == []
    assert found(checker.check(draft, channel="email")) == [("mail", "mailing")]
    assert found(checker.check(draft, "I am furious, this is a disgrace!")) == [("calm", "chill")]
    assert found(checker.check(draft, "Hello, could you send me the label?")) == []


def test_what_the_agent_quotes_is_not_found(checking):
    checker = checking({"id": "gizmo", "words": "gizmo"})
    for draft in ('You asked for "a gizmo".', 'You wrote: "It is late. It is a gizmo." I see.', "> a gizmo\n\nI see."):
        assert found(checker.check(draft)) == []


def test_a_wording_is_taken_as_its_rule_writes_it_without_asking_the_recogniser(checking, told, monkeypatch):
    checker = checking({"id": "gizmo", "words": "gizmo", "new": "courier"})
    read = []
    recognise = type(told).recognise
    monkeypatch.setattr(type(told), "recognise", lambda self, *asked: read.append(asked[0]) or recognise(self, *asked))
    report = checker.check("I have refunded the gizmo.")
    assert next(one.text for one in report.suggestions if one.rule.startswith("house")) == "courier"
    assert "I have refunded the courier." not in read


def test_a_report_is_the_same_cold_and_warm(told, message):
    draft = "Hi Anna,\n\nPlease be advised that we will look into it asap. You should have told us.\n\nKind regards"
    warm = DraftChecker(told)
    for other in ("Hi Anna,\n\nPlease be advised that we", draft, draft.replace("asap", "soon")):
        warm.check(other, message)
    cold = DraftChecker(told, load_rules(RULES_FOLDER, RULES_FOLDER / "none"))
    assert warm.check(draft, message).to_json() == cold.check(draft, message).to_json()


def test_a_step_that_the_message_does_not_call_for_is_not_asked_for(checker):
    report = checker.check("It leaves on Friday.", "Hello, when will order 4711 leave? Thanks!")
    assert {one.step for one in report.suggestions if one.step} <= {"resolve"}
