from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coaching.errors import DataError
from coaching.recognition import language_settings as module

REAL = module._FILE.read_text("utf-8")


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    module.language_settings.cache_clear()
    yield
    module.language_settings.cache_clear()


@pytest.mark.parametrize(
    ("was", "is_now", "told"),
    [
        ("good_part: 0.3", "good_part: 3", "good_part"),
        ("good_part: 0.3", "good_prat: 0.3", "good_prat"),
        ("{words: 4, margin: 0.6}", "{words: 2, margin: 0.6}", "more words"),
        ("{words: 4, margin: 0.6}", "{words: 4, margins: 0.6}", "margins"),
        ("sco: en", "sco: xx", "sco"),
        ("HANGUL: [ko]", "HANGUL: [korean]", "HANGUL"),
        ("HANGUL: [ko]", "HANGUL: []", "HANGUL"),
    ],
)
def test_a_slip_is_named_with_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, was: str, is_now: str, told: str
) -> None:
    assert was in REAL
    file = tmp_path / "language_of.yml"
    file.write_text(REAL.replace(was, is_now), "utf-8")
    monkeypatch.setattr(module, "_FILE", file)
    line = next(number for number, text in enumerate(REAL.splitlines(), start=1) if was in text)
    with pytest.raises(DataError, match=re.escape(told)) as caught:
        module.language_settings()
    assert re.search(rf"language_of\.yml:{line}\b", str(caught.value))


def test_words_are_in_lower_case_and_codes_are_known() -> None:
    rules = module.language_settings()
    assert all(word == word.lower() for word in rules.english_words | rules.particles)
    assert {*rules.varieties.values(), *(code for codes in rules.scripts.values() for code in codes)} <= set(
        rules.names
    )
    assert [rules.margin(words) for words in (2, 3, 6, 100)] == [None, *(rules.margin(n) for n in (3.5, 7, 12))]
