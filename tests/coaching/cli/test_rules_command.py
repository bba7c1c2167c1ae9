"""``coach rules``: what is printed, what is written, and which status it ends with."""

import json

import pytest

from coaching.cli.main import main
from coaching.suggestions.ruleset import RULES_FOLDER, load_rules


@pytest.fixture
def own(monkeypatch, tmp_path):
    monkeypatch.setenv("HEARD_RULES", str(tmp_path / "rules"))
    return tmp_path / "rules"


def test_the_list_names_every_rule_with_its_pack(own, capsys):
    assert main(["rules", "list"]) == 0
    out = capsys.readouterr().out
    rules = load_rules(RULES_FOLDER, own)
    for pack in rules.packs:
        assert f"{pack.id}: {pack.title}" in out
        for rule in pack.rules:
            assert f"  {rule.id} " in out
    assert out.endswith(f"{len(rules.packs)} packs, {len(rules.rules)} rules, 0 off; version {rules.version}\n")


def test_the_list_as_json(own, capsys):
    assert main(["rules", "list", "--json"]) == 0
    rows = {row["rule"]: row for row in json.loads(capsys.readouterr().out)}
    row = rows["blame.should_have"]
    assert row.pop("file").endswith("blame.yml")
    assert row.pop("line") > 1
    assert row == {
        "pack": "blame",
        "rule": "blame.should_have",
        "title": "Blame",
        "label": "blame",
        "severity": "high",
        "channels": ["chat", "email", "social", "phone"],
        "on": True,
        "note": "Tells them what they ought to have done.",
    }


@pytest.mark.parametrize("rule", load_rules(RULES_FOLDER, RULES_FOLDER / "none").rules[::60], ids=lambda rule: rule.id)
def test_a_rule_is_explained(own, capsys, rule):
    assert main(["rules", "explain", rule.id]) == 0
    out = " ".join(capsys.readouterr().out.split())
    for told in (rule.id, rule.note, rule.message, rule.why, rule.source, rule.fires[0].text, rule.quiet[0].text):
        assert " ".join(told.split()) in out
    assert "-> " in out


def test_a_dependency_pattern_is_explained_as_it_is_written(own, capsys):
    own.mkdir()
    (own / "made.yml").write_text(
        "title: Made\nmessage: m\nwhy: w\nsource: s\nrules:\n- id: it\n  note: n\n  dependency:\n"
        "  - - {RIGHT_ID: verb, RIGHT_ATTRS: {TAG: VBN, LEMMA: {IN: [make, do]}}}\n"
        '    - {LEFT_ID: verb, REL_OP: ">", RIGHT_ID: subject, RIGHT_ATTRS: {DEP: nsubjpass, IS_ALPHA: true}}\n'
        "  mark: [subject+]\n  when: {question: false, at_least: 2, labels: [hear]}\n  channels: [email]\n"
        '  replaces: words\n  replace: ["we {verb:VBD} {subject}", ""]\n'
        '  severity: low\n  fires: ["It was made.", "It was done."]\n  quiet: ["We made it.", "We did it."]\n',
        "utf-8",
    )
    assert main(["rules", "explain", "made.it"]) == 0
    out = capsys.readouterr().out
    for line in (
        "made.it  Made, low, email",
        "looks for     - - {RIGHT_ID: verb, RIGHT_ATTRS: {TAG: VBN, LEMMA: {IN: [make, do]}}}",
        "- {LEFT_ID: verb, REL_OP: >, RIGHT_ID: subject, RIGHT_ATTRS: {DEP: nsubjpass, IS_ALPHA: true}}",
        "of which subject+",
        "when          labels: hear",
        "at_least: 2",
        "question: false",
        "new words     we {verb:VBD} {subject}",
        "(nothing: the words go)",
    ):
        assert line in out


def test_all_packs_are_tested(own, capsys):
    assert main(["rules", "test"]) == 0
    assert capsys.readouterr().out.endswith(", 0 failed\n")


def test_what_an_example_does_instead_is_told(own, capsys):
    main(["rules", "new", "house"])
    file = own / "house.yml"
    text = file.read_text("utf-8")
    for old, new in (
        ('"I have read your ticket."', '"I have read it."'),
        ('"Your train ticket is valid."', '"See your ticket."'),
        ('"Your question is with me."', '"Your question was with me."'),
        ('"Hi guys!", customer: "I am so angry, you lost my parcel and nobody answers me."', '"Hi guys!"'),
    ):
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    capsys.readouterr()
    assert main(["rules", "test", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        f"{file}:16: house.ticket: 'I have read it.': does not fire",
        f"{file}:17: house.ticket: 'See your ticket.': fires on 'your ticket'",
        f"{file}:16: house.ticket: 'Your ticket is with me.': "
        "reads 'Your question is with me.', not 'Your question was with me.'",
        f"{file}:29: house.guys: 'Hi guys!': its words are there, but not the context it needs (when, channels)",
        "1 packs, 2 rules, 10 examples, 4 failed",
    ]


def test_a_new_pack_passes_its_own_tests_and_is_in_force(own, capsys):
    assert main(["rules", "new", "house"]) == 0
    assert main(["rules", "test", str(own / "house.yml")]) == 0
    assert "house.ticket" in [rule.id for rule in load_rules(RULES_FOLDER, own).rules]
    assert main(["rules", "new", "house"]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "told"), [("blame", "there is a pack blame already"), ("../x", "'../x'"), ("A b", "'A b'")]
)
def test_a_pack_needs_a_name_of_its_own(own, capsys, name, told):
    assert main(["rules", "new", name]) == 2
    assert told in capsys.readouterr().err
    assert not own.exists() or not list(own.iterdir())


def test_packs_and_rules_are_switched_off_and_on(own, capsys):
    assert main(["rules", "off", "jargon", "blame.sentence"]) == 0
    assert "Off: blame.sentence, jargon" in capsys.readouterr().out
    rules = load_rules(RULES_FOLDER, own)
    assert not [rule for rule in rules.rules if rule.pack == "jargon" or rule.id == "blame.sentence"]
    main(["rules", "list"])
    out = capsys.readouterr().out
    assert [line.split()[3] for line in out.splitlines() if line.startswith("  blame.sentence ")] == ["off"]
    assert main(["rules", "on", "jargon", "blame.sentence"]) == 0
    assert "Off: none" in capsys.readouterr().out
    assert load_rules(RULES_FOLDER, own).off == ()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["explain", "blame.shoul"], "found 'blame.shoul'; expected a rule such as blame.should_have"),
        (["explain", "qwerty"], "a rule that `coach rules list` names"),
        (["off", "jargn"], "found 'jargn'; expected a pack or rule"),
        (["on", "blame.none"], "a pack or rule such as blame"),
        (["test", "none.yml"], "cannot read none.yml"),
    ],
)
def test_what_there_is_not_is_told(own, capsys, arguments, told):
    assert main(["rules", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_a_rule_of_a_pack_that_is_off_cannot_be_on(own, capsys):
    main(["rules", "off", "blame"])
    assert main(["rules", "on", "blame.should_have"]) == 2
    assert "the whole pack blame is off" in capsys.readouterr().err
    assert main(["rules", "on", "blame", "blame.should_have"]) == 0


def test_an_error_in_a_pack_of_one_s_own_names_file_and_line(own, capsys):
    own.mkdir()
    (own / "house.yml").write_text("title: x\nrules:\n- id: a\n  words: x\n", "utf-8")
    assert main(["rules", "list"]) == 2
    assert f"{own / 'house.yml'}:3: found" in capsys.readouterr().err
