from __future__ import annotations

from pathlib import Path

import pytest

from coaching.errors import CoachError, DataError
from coaching.moves import LABELS, NO_MOVE, weightiest
from coaching.paths import ROOT
from coaching.recognition.examples import TrainingRow, read_examples

LONG = """version: "3.1"
nlu:
- intent: resolve+inquire
  examples:
  - text: |
      Shall I send another one?
    metadata:
      id: a1
      conversation: shop-1
      customer: "It broke: again"
- intent: none
  examples:
  - text: Yes.
"""
SHORT = """nlu:
- intent: thank
  examples: |
    - Thanks for the photo.

    - Thank you - really.
"""


def test_long_examples_keep_what_is_known_about_them(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(LONG, encoding="utf-8")
    first, second = read_examples(tmp_path)
    assert first == TrainingRow(
        "a1", "Shall I send another one?", ("resolve", "inquire"), "It broke: again", "", "shop-1"
    )
    assert (second.text, second.labels, second.id) == ("Yes.", (), "a.yml:13")


def test_short_examples_are_read_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text(SHORT, encoding="utf-8")
    assert [(row.text, row.labels, row.id) for row in read_examples(tmp_path)] == [
        ("Thanks for the photo.", ("thank",), "b.yml:4"),
        ("Thank you - really.", ("thank",), "b.yml:6"),
    ]


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("nlu:\n- intent: resolv\n  examples: |\n    - x\n", 2, "'resolv'"),
        ("nlu:\n- intent: inquire+resolve\n  examples: |\n    - x\n", 2, "resolve+inquire"),
        ("nlu:\n- intent: thank+none\n  examples: |\n    - x\n", 2, "'none'"),
        ("nlu:\n- intent: thank\n  examples: |\n    x\n", 4, "'- '"),
        ("nlu:\n- intent: thank\n", 2, "examples"),
        ("nlu:\n- examples: |\n    - x\n", 2, "intent"),
        ("nlu:\n- intent: thank\n  examples:\n  - text: ''\n", 4, "empty"),
        ("nlu:\n- intent: thank\n  examples:\n  - text: x\n    metadata: {mood: bad}\n", 5, "'mood'"),
        ("nlu:\n- intent: thank\n  examples:\n  - text: [x]\n", 4, "a list"),
        ("nlu:\n- intent: thank\n  examples: {a: b}\n", 3, "a mapping"),
        ("nlu: [\n", 2, "YAML"),
        ("version: '3.1'\n", 1, "nlu"),
        ("", 1, "nothing"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, content: str, line: int, says: str) -> None:
    (tmp_path / "own.yml").write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_examples(tmp_path)
    assert caught.value.line == line
    assert "own.yml" in str(caught.value) and says in str(caught.value)


def test_an_id_that_stands_twice_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(LONG, encoding="utf-8")
    (tmp_path / "b.yml").write_text(LONG, encoding="utf-8")
    with pytest.raises(DataError, match="a.yml:5"):
        read_examples(tmp_path)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="no .*yml"):
        read_examples(tmp_path)


def test_the_project_s_own_data_is_sound_and_filed_by_its_weightiest_move() -> None:
    folder = ROOT / "training_data" / "nlu"
    for name in (NO_MOVE, *LABELS):
        assert (folder / f"{name}.yml").is_file()
    rows = read_examples(folder)
    assert {label for row in rows for label in row.labels} == set(LABELS)
    for row in rows:
        assert row.conversation or row.batch, row.id
    for file in sorted(folder.glob("*.yml")):
        intents = [
            line[len("- intent: ") :] for line in file.read_text("utf-8").splitlines() if line[:9] == "- intent:"
        ]
        assert {weightiest(() if intent == NO_MOVE else intent.split("+")) for intent in intents} == {file.stem}
