"""Reading checked YAML."""

from pathlib import Path

import pytest

from coaching.errors import DataError
from coaching.yamlfile import parse, plain, read

TEXT = """\
# A comment.
title: A title
list:
  - {name: one, on: yes}
  - two
  - [3, 4.5,
     true]
folded: >-
  One
  line.
again: &words [a, b]
same: [*words, *words]
"""


@pytest.fixture
def yaml(tmp_path):
    def yaml(text):
        (tmp_path / "file.yml").write_text(text, "utf-8")
        return read(tmp_path / "file.yml")

    return yaml


def test_values_are_those_of_yaml_1_2_and_know_their_lines(yaml):
    root = yaml(TEXT)
    assert root.value == {
        "title": "A title",
        "list": [{"name": "one", "on": "yes"}, "two", [3, 4.5, True]],
        "folded": "One line.",
        "again": ["a", "b"],
        "same": [["a", "b"], ["a", "b"]],
    }
    assert [node.line for _, node in root.items()] == [2, 3, 8, 11, 12]
    first, second, third = root.at("list").each()
    assert (first.line, first.at("on").line, second.line) == (4, 4, 5)
    assert [node.line for node in third.each()] == [6, 6, 7]


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("", None, "an empty file"),
        ("a: 1\nb: 2\na: 3", 3, "the key 'a' again"),
        ("a:\n  - [1, 2", 3, "no YAML"),
        ("a: *b", 1, "no YAML"),
        ("a: &b [*b]", 1, "a value that holds itself"),
        ("a: !tag b", 1, "no YAML"),
        ("? [a]\n: b", 1, "a list as a key"),
        ("a: 2020-13-45", 1, "'2020-13-45'"),
        ("a: \x07", None, "unacceptable character"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(yaml, text, line, found):
    with pytest.raises(DataError) as caught:
        yaml(text)
    assert caught.value.line == line
    assert found in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[" * 100_000, "x.yml:1: found lists in lists in lists; expected at most 20 in each other"),
        ("a:\n" + "- " * 50_000, "x.yml:2: found lists in lists in lists"),
        ("a: &one [1]\nb: *one", "x.yml:1: found a reference ('one'); expected each value written out"),
        ("a: 1\nb: {", "no YAML"),
        ("\x00", "expected YAML"),
    ],
)
def test_a_text_made_to_choke_its_reader_is_refused_before_it_is_read(text, says):
    with pytest.raises(DataError) as told:
        plain(text, Path("x.yml"))
    assert says in str(told.value)


def test_a_usual_text_passes_and_is_read():
    plain(TEXT[: TEXT.index("again:")], Path("x.yml"))
    assert parse("title: A title", Path("x.yml")).at("title").text() == "A title"
    assert len(str(pytest.raises(DataError, parse, "a: " + "9" * 10_000, Path("x.yml")).value)) < 300
