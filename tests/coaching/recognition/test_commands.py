from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest
import yaml

from coaching.cli import label, train
from coaching.errors import CoachError, DataError
from coaching.recognition.examples import TrainingRow


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    label.add_to(commands)
    train.add_to(commands)
    arguments = parser.parse_args(words)
    return int(arguments.run(arguments))


@pytest.fixture
def taught(model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARD_RECOGNISER", str(model_file))


def test_each_row_in_gives_one_row_out(taught: None, tmp_path: Path) -> None:
    rows = [
        {"id": "b", "text": "the thank word stands here. the blame word."},
        {"id": "a", "text": "", "customer": "hm", "before": "", "extra": 1},
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert run("label", str(source), str(target)) == 0
    out = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [row["id"] for row in out] == ["b", "a"]
    assert set(out[0]) == {"id", "labels", "unsure", "confidence"}
    assert "thank" in out[0]["labels"] and out[1]["labels"] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_standard_input_to_standard_output(
    taught: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "x", "text": "the thank word"}\n')))
    assert run("label", "-", "-") == 0
    assert json.loads(capsys.readouterr().out)["id"] == "x"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"id": "x", "text": "a"}\n{"id": "x", "text": "b"}\n', ':2: .*"x" again'),
        ('{"id": "x", "text": "a"}\n{"id": "y"}\n', ":2: .*text"),
        ('{"id": 5, "text": "a"}\n', ":1: .*id"),
        ('{"id": "x", "text": "a", "customer": 3}\n', ":1: .*customer"),
        ("[]\n", ":1:"),
        ('{"id": "x", "text": "a\\ud83d"}\n', ":1: .*surrogate"),
        ('{"id": "x", "text": "a", "n": ' + "1" * 5000 + "}\n", ":1:"),
        ("[" * 100_000 + "\n", ":1:"),
        ("{\n", ":1:"),
    ],
)
def test_bad_rows_are_told_and_write_nothing(tmp_path: Path, content: str, says: str) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=says):
        run("label", str(source), str(target))
    assert not target.exists()


def test_a_folder_that_is_not_there_is_told(taught: None, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "x", "text": "a"}\n', encoding="utf-8")
    with pytest.raises(CoachError, match="cannot write"):
        run("label", str(source), str(tmp_path / "nowhere" / "out.jsonl"))


def test_training_happens_once_for_the_same_data(
    tmp_path: Path, taught_rows: list[TrainingRow], capsys: pytest.CaptureFixture[str]
) -> None:
    intents: dict[str, list[dict[str, object]]] = {}
    for row in taught_rows:
        example = {"text": row.text, "metadata": {"id": row.id, "conversation": row.conversation}}
        intents.setdefault("+".join(row.labels) or "none", []).append(example)
    data = tmp_path / "nlu"
    data.mkdir()
    nlu = [{"intent": intent, "examples": examples} for intent, examples in intents.items()]
    (data / "made.yml").write_text(yaml.safe_dump({"nlu": nlu}), encoding="utf-8")
    words = ("train", "--data", str(data), "--out", str(tmp_path / "models" / "made.joblib"))
    assert run(*words) == 0
    assert "taught with" in capsys.readouterr().out
    assert run(*words) == 0
    assert "up to date" in capsys.readouterr().out
    assert run(*words, "--force") == 0
    assert "taught with" in capsys.readouterr().out
