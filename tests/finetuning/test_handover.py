from __future__ import annotations

import json
from pathlib import Path

import pytest

from coaching.moves import LABELS
from coaching.recognition.head import key_of
from finetuning import rows
from finetuning.texts import read_labelled

NLU = """
nlu:
- intent: resolve+inquire
  examples:
  - text: "Shall I send a new one?"
    metadata: {id: a-2, conversation: talk-1, writer: resolve, checker: resolve+inquire, customer: "it&#39;s broken"}
- intent: none
  examples:
  - text: "The shop opens at nine."
    metadata: {id: a-1}
"""


def test_the_votes_of_writer_and_checker_become_the_target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nlu").mkdir()
    (tmp_path / "nlu" / "own.yml").write_text(NLU)
    monkeypatch.setenv("HEARD_TRAINING_DATA", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["rows", str(tmp_path / "rows.jsonl")])
    assert rows.main() == 0
    labels, (first, second) = read_labelled(tmp_path / "rows.jsonl")
    assert labels == list(LABELS)
    assert (first.text, first.conversation, set(first.target)) == ("The shop opens at nine.", "a-1", {0.0})
    target = dict(zip(labels, second.target, strict=True))
    assert target == {**dict.fromkeys(labels, 0.0), "resolve": 1.0, "inquire": pytest.approx(2 / 3, abs=1e-3)}
    assert second.customer == "it's broken"
    assert second.key == key_of("Shall I send a new one?", "it&#39;s broken")
    assert json.loads((tmp_path / "rows.jsonl").read_text().splitlines()[0]) == {"labels": list(LABELS)}
