import pytest

from coaching.errors import DataError
from coaching.rewriting.keeping import added
from coaching.rewriting.mends import read_stage, stages

MENDS = [mend for stage in stages().values() for mend in stage.mends]
HEAD = "note: For a test.\nsource: A test.\nwhy: A reason.\nmends:\n"


def first(rule, wordings):
    return wordings[0]


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.id)
def test_every_rule_does_what_its_examples_say(mend):
    assert mend.better
    for before, after in mend.better:
        assert mend.apply(before, first).rstrip(".") == after.rstrip(".")


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.id)
def test_no_rule_says_more_than_the_draft(mend):
    for before, _ in mend.better:
        assert not added(before, "", mend.apply(before, first))


def test_every_rule_has_a_name_of_its_own():
    assert len({mend.id for mend in MENDS}) == len(MENDS)


def test_a_rule_leaves_alone_what_it_does_not_know():
    for mend in MENDS:
        assert mend.apply("I have sent your blender by courier today.", first) == (
            "I have sent your blender by courier today."
        )


@pytest.mark.parametrize(
    ("rule", "line", "expected"),
    [
        ("  - {id: a, note: N, pattern: '(', become: x, better: []}", 5, "a regular expression"),
        ("  - {id: a, note: N, pattern: '<us> can', become: x, better: []}", 5, "one of the file's words"),
        ("  - {id: a, note: N, pattern: 'a', become: '{who} b', better: []}", 5, "a group of the pattern"),
        ("  - {id: a, note: N, pattern: 'a', become: b, better: [[a]]}", 5, "a clause before and after"),
        ("  - {id: a, note: N, pattern: 'a', become: b, styles: [loud], better: []}", 5, "one of warmer"),
        ("  - {id: a, note: N, pattern: 'a', become: b, labels: [rude], better: []}", 5, "one of hear"),
        ("  - {id: a, note: N, pattern: 'a', becomes: b, better: []}", 5, "one of become"),
        ("  - {id: a, pattern: 'a', become: b, better: []}", 5, "the key 'note'"),
    ],
)
def test_an_error_names_the_line_and_what_was_expected(tmp_path, rule, line, expected):
    path = tmp_path / "01_own.yml"
    path.write_text(HEAD + rule + "\n", encoding="utf-8")
    with pytest.raises(DataError) as error:
        read_stage(path)
    assert error.value.line == line
    assert expected in str(error.value)


@pytest.mark.parametrize(
    "clause",
    ["You should have it soon.", "You should have an email from us.", "You could sit anywhere.", "You should read it."],
)
def test_what_they_will_have_or_can_do_is_no_reproach(clause):
    (mend,) = [mend for mend in MENDS if mend.id == "attitudes.should_have"]
    assert mend.apply(clause, first) == clause
