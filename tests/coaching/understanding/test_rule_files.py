"""The word files: what is in them is found, and an error in one is told with its place."""

import re

import pytest

from coaching.errors import DataError
from coaching.understanding import marks, products, rules, saying, scoring, wording
from coaching.understanding.details import detail_rules
from coaching.understanding.emotion import emotion_rules
from coaching.understanding.rules import FOLDER, Rules, read_rules
from coaching.understanding.urgency import urgency_rules
from coaching.understanding.wants import want_rules

ALL = {
    "emotions": emotion_rules,
    "urgency": lambda: urgency_rules().rules,
    "wants": lambda: want_rules()[0],
    "details": detail_rules,
}


@pytest.mark.parametrize("name", ALL)
def test_every_phrase_of_every_rule_is_found(name):
    found = ALL[name]()
    for rule in found:
        for phrase in rule.words:
            hits = found.find_all(f"well {phrase.replace('*', '')} so")
            excused = rule.unless is not None and rule.unless.search(phrase)
            assert excused or any(hit.rule is rule for hit in hits), (rule.id, phrase)


@pytest.mark.parametrize("name", ALL)
def test_no_rule_finds_something_in_nothing(name):
    for text in ("", " ", "\n", ".", "?!"):
        assert all(hit.start < hit.end for hit in ALL[name]().find_all(text))


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yml")), ids=lambda path: path.stem)
def test_every_file_says_what_it_is_for_and_where_it_comes_from(path):
    text = path.read_text(encoding="utf-8")
    assert re.search(r"^note: \S", text, re.M) and re.search(r"^source: \S", text, re.M)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("weight: 1\n", "weight: 7\n", "weight: 7"),
        ("- id: sign\n", "- id: word\n", "rules"),
        ("    pattern: |-\n", "    patern: |-\n", "'patern'"),
        ("of: amount", "of: money", "of: 'money'"),
        (r"(?<![\w£$€])", r"(?<![\w£$€]", "pattern: "),
        ("[€£$]", "{{sings}}", "{{sings}}"),
    ],
)
def test_an_error_names_file_line_and_what_was_found(tmp_path, monkeypatch, old, new, found):
    (tmp_path / "details").mkdir()
    text = (FOLDER / "details" / "amount.yml").read_text(encoding="utf-8")
    (tmp_path / "details" / "amount.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    parts = (FOLDER / "parts.yml").read_text(encoding="utf-8")
    (tmp_path / "parts.yml").write_text(parts, encoding="utf-8")
    monkeypatch.setattr(rules, "FOLDER", tmp_path)
    with pytest.raises(DataError, match=r"amount\.yml:\d+: found") as caught:
        read_rules("details/amount", ("amount",))
    assert found in str(caught.value)


def test_longer_words_win_and_earlier_rules():
    _, some = read_rules("details/amount", ("amount",))
    (hit,) = Rules(some).find("I paid twenty pounds")
    assert hit.rule.id == "amount.spoken" and hit.end - hit.start == len("twenty pounds")


@pytest.mark.parametrize(
    ("module", "file", "read", "old", "new", "found"),
    [
        (marks, "MARKS_FILE", marks.marks, "of: sad", "of: blue", "of: 'blue'"),
        (marks, "MARKS_FILE", marks.marks, "by: 1.35", "by: loud", "by: 'loud'"),
        (scoring, "SCORING_FILE", scoring.scoring, "least: 0.12", "least: 12", "least: 12"),
        (scoring, "SCORING_FILE", scoring.scoring, "[angry, sad", "[cross, sad", "'cross'"),
        (products, "PRODUCTS_FILE", products.product_words, "weak:", "week:", "'week'"),
        (saying, "REPLIES_FILE", saying.replies, "  refund: [", "  refunds: [", "'refunds'"),
        (saying, "REPLIES_FILE", saying.replies, "longest: 16", "longest: 160", "longest: 160"),
        (wording, "WORDING_FILE", wording.wording, "rude:", "ruder:", "'ruder'"),
    ],
)
def test_an_error_in_another_file_is_told_too(tmp_path, monkeypatch, module, file, read, old, new, found):
    original = getattr(module, file)
    text = original.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / original.name).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(module, file, tmp_path / original.name)
    with pytest.raises(DataError, match=rf"{re.escape(original.name)}:\d+: found") as caught:
        read.__wrapped__()
    assert found in str(caught.value)
