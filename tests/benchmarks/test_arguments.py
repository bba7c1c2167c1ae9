"""What is typed wrongly is told, before anything is measured."""

import importlib
import json
import sys

import pytest

from benchmarks import recognition
from benchmarks.calls import FEWEST, MOST, NUMBERS_A_CALL
from benchmarks.drafts import WORDINGS
from benchmarks.timing import WARM_UP


@pytest.mark.parametrize("module", ["__main__", "alone", "practice", "speed"])
@pytest.mark.parametrize("given", [str(FEWEST - 1), str(MOST + 1), "-3", "many"])
def test_calls_out_of_bounds_are_told(monkeypatch, capsys, module, given):
    monkeypatch.setattr(sys, "argv", ["bench", f"--calls={given}"])
    with pytest.raises(SystemExit) as caught:
        importlib.import_module(f"benchmarks.{module}").main()
    assert caught.value.code == 2
    assert f"--calls: {given}: expected a whole number from {FEWEST} to {MOST}" in capsys.readouterr().err


def test_no_wording_comes_twice_within_the_bounds():
    assert (WARM_UP + MOST) * NUMBERS_A_CALL <= WORDINGS


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{", "no JSON"),
        (b'{"labels": []}', "no field 'text'"),
        (b'{"text": "Hello."}', "no field 'labels'"),
        (b'{"text": "Hello.", "labels": ["greet"]}', "the label 'greet'"),
        (b'{"text": "Hello.", "labels": [], "customer": 3}', "customer = 3"),
        (b'{"text": "\xff", "labels": []}', "not UTF-8"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(monkeypatch, capsys, tmp_path, line, told):
    file = tmp_path / "own.jsonl"
    # U+2028 ends no line of JSON.
    good = json.dumps({"text": "One.\u2028Two.", "labels": []}, ensure_ascii=False).encode()
    file.write_bytes(good + b"\n" + line + b"\n")
    monkeypatch.setattr(sys, "argv", ["recognition", str(file)])
    assert recognition.main() == 2
    error = capsys.readouterr().err
    assert "own.jsonl:2: found" in error and told in error


@pytest.mark.parametrize("content", [None, ""])
def test_a_file_without_sentences_is_told(monkeypatch, capsys, tmp_path, content):
    file = tmp_path / "own.jsonl"
    if content is not None:
        file.write_text(content)
    monkeypatch.setattr(sys, "argv", ["recognition", str(file)])
    assert recognition.main() == 2
    assert "own.jsonl" in capsys.readouterr().err
