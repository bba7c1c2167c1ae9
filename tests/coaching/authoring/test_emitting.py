"""What is written as YAML is read as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.authoring.emit import Noted, emit
from coaching.authoring.starter import hints, new_text, starter
from coaching.yamlfile import parse

NAME = Path("x.yml")
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).map(lambda s: " ".join(s.split()))
ODD = ["yes", "No", "null", "NULL", "True", "1e3", "0x1f", ".inf", "-.5", "=", "a: b", "a #b", "- a", "? a", "!x", "~"]
ODD += [
    "2020-01-01",
    "12:30",
    "a:",
    "#x",
    "'x'",
    '"',
    "%a",
    "x?",
    "no way",
    "£5",
    "+1",
    "[name]",
    "a, b",
    "{x}",
    "&a",
    "*b",
]


def there_and_back(value):
    assert parse("\n".join(emit(value)), NAME).value == value


@given(TEXT.filter(bool), st.lists(TEXT.filter(bool), min_size=1, max_size=4))
def test_any_text_comes_back(text, several):
    there_and_back({"a": text, "cues": several, "lines": [{"text": text, "mood": "calm"}], "o": [{"lines": several}]})


@pytest.mark.parametrize("text", ODD)
def test_words_that_mean_something_in_yaml_stay_text(text):
    there_and_back({"title": text, "cues": [text], "lines": [{"text": text, "mood": "calm"}, text]})


def test_a_guess_has_its_comment():
    assert list(emit({"fit": Noted(0.5, "a guess")})) == ["fit: 0.5  # a guess"]


def test_each_key_of_the_starting_file_is_explained_but_those_that_share_a_hint():
    assert {"persona", "summary"} == {key for key in starter().value if key not in hints()}


def test_a_title_of_ones_own_may_hold_anything():
    assert parse(new_text('A "title": with #odd things'), NAME).at("title").text() == 'A "title": with #odd things'
