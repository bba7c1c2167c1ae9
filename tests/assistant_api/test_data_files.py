"""A data file with an error stops the start, with its place."""

import pytest

from assistant_api import create_app
from coaching import case, rubric
from coaching.errors import CoachError
from coaching.rewriting import grammar
from coaching.suggestions import advice, ruleset, templates
from coaching.understanding import wording


@pytest.fixture(autouse=True)
def read_anew():
    """What a process keeps of these files is forgotten before and after."""
    kept = (
        ruleset.active_rules,
        templates.step_wording,
        advice.weights,
        wording.wording,
        case.case_words,
        grammar.turn_words,
    )
    for one in kept:
        one.cache_clear()
    yield
    for one in kept:
        one.cache_clear()


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (rubric, "SESSION"),
        ("assistant_api.datafiles", "DRAFT"),
        (templates, "TEMPLATES_FILE"),
        (advice, "ADVICE_FILE"),
        (wording, "WORDING_FILE"),
        (case, "WORDS_FILE"),
        (grammar, "_FILE"),
    ],
)
def test_a_file_with_an_error(settings, monkeypatch, tmp_path, module, name):
    broken = tmp_path / "broken.yml"
    broken.write_text("note: [\n", encoding="utf-8")
    if isinstance(module, str):
        monkeypatch.setattr(f"{module}.{name}", broken)
    else:
        monkeypatch.setattr(module, name, broken)
    with pytest.raises(CoachError, match=r"broken\.yml:\d+: found"):
        create_app(settings)


def test_a_mistake_without_rules(settings, monkeypatch, tmp_path):
    monkeypatch.setattr(ruleset, "RULES_FOLDER", tmp_path)
    with pytest.raises(CoachError, match="has no rules for"):
        create_app(settings)


def test_a_pack_of_one_s_own_with_an_error(settings, monkeypatch, tmp_path):
    (tmp_path / "house.yml").write_text("title: House\nrules: none\n", encoding="utf-8")
    monkeypatch.setenv("HEARD_RULES", str(tmp_path))
    with pytest.raises(CoachError, match=r"house\.yml:2: found rules: 'none'; expected a list"):
        create_app(settings)
