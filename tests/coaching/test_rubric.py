import pytest

from coaching.errors import CoachError, DataError
from coaching.moves import MISTAKES, STEPS, move
from coaching.rubric import DRAFT, SESSION, Rubric


@pytest.fixture
def edited(tmp_path):
    """Write the session's rubric with one text replaced; answers the file and the line of the change."""

    def edit(old, new):
        text = SESSION.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path = tmp_path / "rubric.yml"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path, text[: text.index(old)].count("\n") + 1

    return edit


@pytest.mark.parametrize("path", [SESSION, DRAFT])
def test_the_formula_tells_every_weight(path):
    rubric = Rubric.load(path)
    assert "{" not in rubric.formula
    for step in STEPS:
        assert f"{move(step).title} {rubric.steps[step].points:g}" in rubric.formula
    for label in MISTAKES:
        assert f"{move(label).title.lower()} {rubric.mistakes[label]:g}" in rubric.formula


def test_the_formula_follows_a_changed_weight(edited):
    path, _ = edited("hostile: 0.5", "hostile: 0.75")
    assert "hostility 0.75" in Rubric.load(path).formula


def test_any_edit_changes_the_version(edited):
    path, _ = edited("hostile: 0.5", "hostile: 0.6")
    assert Rubric.load(path).version != Rubric.load().version
    assert Rubric.load().version == Rubric.load(SESSION).version


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ("hear: {points: 14,", "hear: {points: many,", "points: 'many'", "a number from 0 to 100"),
        ("hear: {points: 14,", "heer: {points: 18,", "'heer'", "hear"),
        ("hostile: 0.5", "hostile: 5", "hostile: 5", "a number from 0 to 1"),
        ("  hostile: 0.5\n", "", "without 'hostile'", "the key 'hostile'"),
        ("start: 0", "start: 2", "102", "100 in all"),
        ("parts: {who: 0.3,", "parts: {whom: 0.3,", "'whom'", "who"),
        ("else_step: resolve", "else_step: mend", "'mend'", "hear"),
        ("keywords: 5", "keywords: many", "'many'", "a number from 2"),
        ("by_deed: [policy,", "by_deed: [politics,", "'politics'", "policy"),
        ("{steps}", "{stepz}", "stepz", "steps"),
        ("late: {steps: [hear,", "late: {steps: [listen,", "'listen'", "hear, empathize"),
        ("spoilt: 0.3", "spoiled: 0.3", "'spoiled'", "spoilt"),
    ],
)
def test_an_error_names_line_found_and_expected(edited, old, new, found, expected):
    path, line = edited(old, new)
    with pytest.raises(DataError) as caught:
        Rubric.load(path)
    message = str(caught.value)
    assert str(path) in message
    assert found in message
    assert expected in message
    # A missing key, a wrong sum and a fault in the formula point at the first line of the whole.
    whole = found.startswith("without") or found in {"102", "stepz"}
    assert caught.value.line == line or whole


@pytest.mark.parametrize(("old", "new"), [("session:\n", "conversation:\n"), ("session:\n", "reply: {}\nsession:\n")])
def test_a_rubric_is_for_a_session_or_for_a_reply(edited, old, new):
    path, _ = edited(old, new)
    with pytest.raises(DataError):
        Rubric.load(path)


def test_the_formula_tells_what_each_quality_earns_and_each_part_of_it():
    rubric = Rubric.load()
    for quality in rubric.session.qualities.values():
        assert f"{quality.title} {quality.points:g}" in rubric.formula
        assert all(f"{share:.0%}" in rubric.formula for share in quality.parts.values())


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(CoachError, match="cannot read"):
        Rubric.load(tmp_path / "none.yml")
