from __future__ import annotations

from pathlib import Path

import pytest

from coaching.errors import DataError
from coaching.privacy import namelists, patterns


def test_the_lists_do_not_contradict_each_other() -> None:
    lists = namelists.name_lists()
    assert not lists.given & lists.wordlike
    assert not (lists.given | lists.wordlike) & (lists.never | lists.places)


def test_the_lists_are_written_as_they_are_compared() -> None:
    lists = namelists.name_lists()
    for words in (lists.given, lists.wordlike, lists.places, lists.never, lists.not_persons, lists.place_starts):
        assert [word for word in words if word != word.lower() or not word.isascii()] == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("kind: handle", "kind: hanlde", "'hanlde'; expected one of email"),
        (r"'\b(?i:p\.", r"'\b((?i:p\.", "a regular expression"),
        ("phone_regions:", "phone_region:", "the key 'phone_region'"),
    ],
)
def test_a_wrong_pattern_is_told_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, says: str
) -> None:
    content = patterns.PATTERNS_FILE.read_text(encoding="utf-8")
    file = tmp_path / "patterns.yml"
    file.write_text(content.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(patterns, "PATTERNS_FILE", file)
    with pytest.raises(DataError, match=says) as caught:
        patterns.read_shapes()
    assert caught.value.line is not None
