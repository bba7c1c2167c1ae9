"""What a check of a scenario file says: errors with their lines, then advice."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.authoring import ERROR, WARNING, check_text, new_text
from coaching.authoring.checks import checks
from coaching.customer import load_personas
from coaching.paths import ROOT

PERSONAS = tuple(load_personas())
PROJECT = sorted((ROOT / "training_data" / "scenarios").glob("*.yml"))
GOOD = (ROOT / "training_data" / "scenarios" / "late_parcel.yml").read_text("utf-8")


def told(text, scenario_id="mine"):
    return check_text(text, scenario_id, PERSONAS).remarks


def changed(old, new):
    assert old in GOOD
    return told(GOOD.replace(old, new, 1))


def rules(remarks):
    return {remark.rule for remark in remarks}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "training_data" / "scenarios").glob("*.yml")), ids=lambda path: path.stem
)
def test_the_projects_own_have_no_errors(path):
    assert check_text(path.read_text("utf-8"), path.stem, PERSONAS).errors == ()


def test_the_starting_file_only_waits_to_be_written():
    remarks = told(new_text())
    assert rules(remarks) == {"placeholder"}
    assert {remark.severity for remark in remarks} == {WARNING}


def test_once_published_nothing_may_be_left_to_write():
    assert {remark.severity for remark in told(new_text().replace("draft: true\n", ""))} == {ERROR}


def test_every_error_is_told_at_once_with_its_own_line():
    text = new_text()
    for old, new in (
        ("channel: chat", "channel: pigeon"),
        ("inquiry: shipping", "inqiry: shipping"),
        ("  order:\n    - write here – what was bought, when, for how much\n", ""),
        ("- write here – another way to tell it", "- [1]"),
        ("    fit: 0.6", "    fit: 6"),
        ("mood: pleased", "mood: happy"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    lines = text.splitlines()
    remarks = told(text)
    assert [(remark.severity, remark.rule) for remark in remarks] == [(ERROR, "form")] * 7
    assert remarks[0].message == "found mine.yml without 'inquiry'; expected the key 'inquiry'"
    for remark, holds in zip(remarks[1:], ("pigeon", "inqiry", "brief:", "[1]", "fit: 6", "happy"), strict=True):
        assert holds in lines[remark.line - 1]
    assert "found lines[1]: a list; expected" in remarks[4].message


def test_unknown_personas_are_errors_where_they_stand():
    remarks = told(GOOD.replace("persona: furious", "persona: grumpy", 2))
    assert len(remarks) == 2
    assert all("found persona: 'grumpy'; expected one of furious" in remark.message for remark in remarks)


@pytest.mark.parametrize("name", ["", "Mine", "../x", "a" * 65, "a-b"])
def test_a_name_that_is_no_good_is_an_error(name):
    assert "expected a-z, 0-9 and _" in told(GOOD, name)[0].message


ADVICE = [
    (
        "cues_miss_their_own_words",
        "cues: [voucher, gift card, discount, credit, code off, goodwill]",
        "cues: [vuocher]",
    ),
    ("cues_overlap", "cues: [voucher,", "cues: [saturday, voucher,"),
    ("limit_not_on_card", "up to £15", "up to £14"),
]


@pytest.mark.parametrize(("rule", "old", "new"), ADVICE, ids=[rule for rule, _, _ in ADVICE])
def test_advice_is_given_where_it_is_due(rule, old, new):
    assert rule in rules(set(changed(old, new)) - set(told(GOOD)))


def test_remedies_too_small_for_a_good_end():
    assert "remedies_too_small" in rules(told(re.sub(r"fit: 0\.\d+", "fit: 0.05", GOOD)))


def section(text, key):
    start = text.index(f"\n{key}:\n") + 1
    end = next(at for at in range(start + len(key) + 2, len(text)) if text[at - 1] == "\n" and text[at] not in " \n#")
    return text[start:end]


def test_too_few_lines_are_counted_by_mood():
    few = "  cause:\n    - {text: So that was it., mood: angry}\n"
    lines = section(GOOD, "lines")
    text = GOOD.replace(lines, lines[: lines.index("  cause:\n")] + few)
    remark = next(one for one in told(text) if one.rule == "few_lines")
    assert "cause has too few lines for ten sessions that differ: angry 1 of 2" in remark.message
    assert text.splitlines()[remark.line - 1] == "  cause:"


def test_a_cause_that_the_card_or_an_opening_tells():
    cause = "root_cause:\n  text: The tracking is wrong.\n  cues: [tracking]\n"
    assert "cause_on_card" in rules(told(GOOD.replace(section(GOOD, "root_cause"), cause)))
    cause = "root_cause:\n  text: It was promised for Tuesday.\n  cues: [promised tuesday]\n"
    assert "opening_tells_cause" in rules(told(GOOD.replace(section(GOOD, "root_cause"), cause)))


def test_openings_for_all_and_lines_short_enough():
    openings = f"openings:\n  - persona: furious\n    lines: [{'very ' * 60}late]\n"
    found = rules(told(GOOD.replace(section(GOOD, "openings"), openings)))
    assert {"no_opening_for_anybody", "personas_without_opening", "long_line"} <= found


def test_a_fact_that_no_question_reaches():
    facts = (
        "facts:\n"
        "  one: {topic: the flat, cues: [flat, flat number], lines: [Flat 6.]}\n"
        "  two: {topic: the flat number, cues: [flat], given: trusted, lines: [It is flat 6.]}\n"
        "  three: {topic: the door, cues: [flat number], lines: [The door.]}\n"
    )
    remarks = [one for one in told(GOOD.replace(section(GOOD, "facts"), facts)) if one.rule == "fact_out_of_reach"]
    assert [remark.message.split("“")[1].split("”")[0] for remark in remarks] == ["three"]


def test_masks_of_personal_data_are_pointed_at():
    assert "masked" in rules(changed("customer: Maya Kapoor", "customer: '[name]'"))


def test_too_many_secrets():
    facts = "facts:\n" + "".join(
        f"  f{n}: {{topic: thing {n}, cues: [thing {n}], given: trusted, lines: [Thing {n}.]}}\n" for n in range(3)
    )
    assert "many_trusted" in rules(told(GOOD.replace(section(GOOD, "facts"), facts)))


@pytest.mark.parametrize(
    "text", ["", "[" * 100_000, "- " * 60_000, "a: &x 1\nb: *x", "\x00", "a: b: c", "- 1\n" * 5000]
)
def test_no_text_makes_it_fail(text):
    assert told(text)[0].severity == ERROR


@settings(max_examples=40)
@given(st.text(max_size=60), st.integers(0, len(GOOD)), st.integers(0, 200))
def test_no_change_to_a_good_file_makes_it_fail(put, at, gone):
    for remark in told(GOOD[:at] + put + GOOD[at + gone :]):
        assert remark.line >= 1 and remark.message and len(remark.message) < 2000


def test_every_wording_is_a_check_that_is_made():
    made = "".join(path.read_text("utf-8") for path in Path(ROOT / "coaching" / "authoring").glob("advice_*.py"))
    assert all(f'"{rule}"' in made for rule in checks().messages)


def test_more_than_anybody_writes_is_compared_only_so_far():
    remedies = "remedies:\n" + "".join(
        f"  r{n}: {{title: x, fit: 0.3, cues: [{', '.join(f'a{n}b{at}' for at in range(7000))}]}}\n" for n in range(2)
    )
    assert told(GOOD.replace(section(GOOD, "remedies"), remedies))
    faulty = "openings: [" + ", ".join(["1"] * 40_000) + "]\n"
    assert len(told(GOOD.replace(section(GOOD, "openings"), faulty))) == 200
