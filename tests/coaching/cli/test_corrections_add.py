from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from coaching.cli.main import main
from coaching.recognition.examples import TrainingRow, read_examples

TAUGHT = """version: "3.1"
nlu:
- intent: resolve
  examples:
  - text: "I have sent a new one today."
    metadata: {id: r-1, conversation: c-1, customer: "It broke"}
- intent: thank
  examples: |
    - Thanks for the photo.
"""
FULL = {
    "id": "desk-1",
    "text": "Hi Rosalind,\nI've put £40 back on 4111 1111 1111 1111 for order 7731-4402.",
    "labels": ["courtesy", "resolve", "resolve"],
    "machine": ["resolve"],
    "customer": "this is rosalind.prior@example.com again",
    "before": 'Ah, "that".',
    "conversation": "desk:3",
    "by": "quality trainer, TB",
    "reason": "greets Rosalind as well",
    "date": "2026-11-30",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "nlu"
    folder.mkdir()
    (folder / "all.yml").write_text(TAUGHT, encoding="utf-8")
    return folder


def add(data: Path, *rows: dict[str, Any], words: tuple[str, ...] = ()) -> int:
    source = data.parent / "given.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return main(["corrections", "add", str(source), "--data", str(data), *words])


def added(data: Path) -> list[TrainingRow]:
    return [row for row in read_examples(data) if row.batch == "corrections"]


def row(name: str = "desk-9", text: str = "It is on its way.", **more: Any) -> dict[str, Any]:
    return {"id": name, "text": text, "labels": [], **more}


def test_a_correction_becomes_a_row_without_personal_data(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(data, FULL) == 0
    assert added(data) == [
        TrainingRow(
            "desk-1",
            "Hi [name], I've put £40 back on [card] for order 7731-4402.",
            ("resolve", "courtesy"),
            "this is [email] again",
            'Ah, "that".',
            "desk:3",
            "corrections",
            machine="resolve",
            checker="resolve+courtesy",
        )
    ]
    content = (data / "corrections.yml").read_text("utf-8")
    assert 'brief: "corrected by quality trainer, TB on 2026-11-30: greets [name] as well"' in content
    said = capsys.readouterr().out
    assert "[card] 1, [email] 1, [name] 2" in said and "added 1 of 1" in said and "coach train --data" in said
    assert "Rosalind" not in content + said


def test_the_usual_folder_is_that_of_the_settings(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEARD_TRAINING_DATA", str(data.parent))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(row()).encode())))
    assert main(["corrections", "add", "-"]) == 0
    assert [one.checker for one in added(data)] == ["none"]
    assert "make train" in capsys.readouterr().out


def test_a_first_file_in_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    assert add(tmp_path / "own", row()) == 0
    assert [one.id for one in added(tmp_path / "own")] == ["desk-9"]


def test_what_people_wrote_in_the_file_stays(data: Path) -> None:
    assert add(data, row("desk-1")) == 0
    file = data / "corrections.yml"
    file.write_text(file.read_text("utf-8").rstrip("\n") + "  # agreed with Leeds", encoding="utf-8")
    assert add(data, row("desk-2", text="The shop is closed.")) == 0
    assert "# agreed with Leeds" in file.read_text("utf-8")
    assert [one.id for one in added(data)] == ["desk-1", "desk-2"]


def test_a_dry_run_shows_the_rows_and_writes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(data, FULL, words=("--dry-run",)) == 0
    said = capsys.readouterr().out
    assert "desk-1: resolve+courtesy: Hi [name], I've put £40 back on [card]" in said and "would add 1 of 1" in said
    assert [file.name for file in data.iterdir()] == ["all.yml"]


def test_ids_and_sentences_that_stand_already_are_left_out(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = row("desk-2", "i have sent a new one  today.", labels=["resolve"], customer="it broke")
    assert add(data, row("r-1", "Anything."), same, row("desk-3"), row("desk-4")) == 0
    said = capsys.readouterr().out
    assert "r-1: left out, the id stands in all.yml:6" in said
    assert "desk-2: left out, all.yml:6 says the same" in said
    assert "desk-4: left out" in said and "given.jsonl:3" in said
    assert "added 1 of 4" in said and "left out 3" in said
    assert [one.id for one in added(data)] == ["desk-3"]


def test_the_same_sentence_for_another_customer_is_no_repetition(data: Path) -> None:
    assert add(data, row("desk-2", "I have sent a new one today.", labels=["resolve"], customer="and now?")) == 0
    assert [one.id for one in added(data)] == ["desk-2"]


@pytest.mark.parametrize(
    ("text", "place"), [("I have sent a new one today.", "all.yml:6"), ("thanks for the photo.", "all.yml:9")]
)
def test_data_that_contradict_a_correction_are_named(
    data: Path, capsys: pytest.CaptureFixture[str], text: str, place: str
) -> None:
    assert add(data, row("desk-2", text, labels=["courtesy"])) == 0
    said = capsys.readouterr().out
    assert "desk-2: courtesy is added, but" in said and place in said
    assert [one.id for one in added(data)] == ["desk-2"]


@pytest.mark.parametrize(
    "text", ["- # {a: 'b'} \\ \"c\" & *d: |", "x\u0085y\u2028z", "a\x07b\ufeffc", "😀 é ~ null", "yes"]
)
def test_odd_characters_come_back_from_the_file(data: Path, text: str) -> None:
    assert add(data, row(text=text, customer=text, reason=text, by=text)) == 0
    kept = " ".join(text.replace("\x07", " ").replace("\ufeff", " ").split())
    assert [(one.text, one.customer) for one in added(data)] == [(kept, kept)]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"id": "x", "text": "a"}, "no field 'labels'"),
        ({"id": "x", "labels": []}, "no field 'text'"),
        (row(text=" \u2028 "), "an empty text"),
        (row(labels=["resolve", "none"]), "the label 'none' in labels; expected [] for none, or some of hear,"),
        (row(labels="resolve"), 'labels = "resolve"; expected a list'),
        (row(labels=[1]), "labels = [1]"),
        (row(machine=["resolv"]), "the label 'resolv' in machine"),
        (row(name="jean@example.com"), "id = "),
        (row(name=""), "id = "),
        (row(conversation="a b"), "conversation = "),
        (row(name="john.smith"), "what looks like [name] in id; expected a code"),
        (row(name="02079460958"), "what looks like [phone] in id"),
        (row(conversation="Rosalind_Prior"), "what looks like [name] in conversation"),
        (row(date="30.11.2026"), "a date as 2026-11-30"),
        (row(by=3), "by = 3; expected text"),
        (row(customer="a" * 5001), "customer with 5,001 characters"),
        (row(name="desk-0"), "the id 'desk-0' again"),
    ],
)
def test_a_wrong_row_is_told_and_nothing_is_written(
    data: Path, capsys: pytest.CaptureFixture[str], given: dict[str, Any], says: str
) -> None:
    assert add(data, row("desk-0"), given) == 2
    told = capsys.readouterr().err
    assert "given.jsonl:2: found" in told and says in told
    assert [file.name for file in data.iterdir()] == ["all.yml"]


def test_a_code_that_names_somebody_is_not_repeated(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(data, row("john.smith")) == 2
    said = capsys.readouterr()
    assert "given.jsonl:1: found" in said.err and "john" not in said.out + said.err


def test_a_uuid_names_nobody(data: Path) -> None:
    assert add(data, row("6a8ac4ba-0580-5975-ed2f-89d94a2f20aa")) == 0
    assert len(added(data)) == 1


def test_sentences_that_measure_are_never_taught(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEARD_TRAINING_DATA", str(data.parent))
    held_out = ("A first one.", "Kept apart, Rosalind\u2028Prior.")
    content = "".join(f"{json.dumps({'text': text}, ensure_ascii=False)}\n" for text in held_out)
    (data.parent / "held_out.jsonl").write_text(content, encoding="utf-8")
    assert add(data, row("desk-1", "kept apart,  Rosalind Prior."), row("desk-2")) == 0
    said = capsys.readouterr().out
    assert "desk-1: left out, the sentence stands in held_out.jsonl:2" in said and "added 1 of 2" in said
    assert "Rosalind" not in said
    assert [one.id for one in added(data)] == ["desk-2"]


def test_a_file_without_rows_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(data) == 2
    assert "no row" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert add(tmp_path / "nowhere", row()) == 2
    assert "no folder" in capsys.readouterr().err


@pytest.mark.parametrize("layout", ["nlu:\n  - intent: none\n    examples: |\n      - x\n", "nlu: []\n"])
def test_a_file_of_another_layout_is_left_as_it_is(data: Path, capsys: pytest.CaptureFixture[str], layout: str) -> None:
    file = data / "corrections.yml"
    file.write_text(layout, encoding="utf-8")
    assert add(data, row()) == 2
    assert "cannot add to" in capsys.readouterr().err
    assert file.read_text("utf-8") == layout
    assert len(list(data.iterdir())) == 2


def test_a_folder_that_cannot_be_written_to_is_told(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    assert add(data, row()) == 2
    assert "Permission denied" in capsys.readouterr().err
    assert [file.name for file in data.iterdir()] == ["all.yml"]


def test_help_tells_the_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["corrections", "add", "--help"])
    assert caught.value.code == 0
    assert '"machine" (the labels that the recogniser gave)' in " ".join(capsys.readouterr().out.split())
