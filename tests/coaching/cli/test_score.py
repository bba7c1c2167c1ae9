import io
import json
import sys

import pytest

from coaching.cli.main import main

TRANSCRIPT = [
    {"speaker": "customer", "text": "My blender arrived on the 3rd with a cracked jug, and it was a birthday present."},
    {"speaker": "agent", "text": "I am so sorry that we sent you a cracked jug. You should have checked it."},
    {"speaker": "customer", "text": "Excuse me?"},
    {"speaker": "agent", "text": "I have sent a new jug today; it is with you tomorrow."},
]


@pytest.fixture
def transcript(tmp_path):
    def write(*lines):
        path = tmp_path / "transcript.jsonl"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return str(path)

    return write


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "no JSON"),
        ("[]", "a JSON object"),
        ('{"text": "Hello"}', "speaker"),
        ('{"speaker": "agent"}', "text"),
        ('{"speaker": "agent", "text": 3}', "text"),
        ('{"speaker": "robot", "text": "Hello"}', '"customer" or "agent"'),
    ],
)
def test_a_bad_row_is_named(transcript, capsys, line, told):
    path = transcript('{"speaker": "customer", "text": "Hello?"}', line)
    assert main(["score", path]) == 2
    error = capsys.readouterr().err
    assert path in error
    assert "2" in error.replace(path, "")
    assert told in error


@pytest.mark.parametrize("lines", [(), ('{"speaker": "customer", "text": "Hello?"}',)])
def test_a_transcript_without_an_agent_is_told(transcript, capsys, lines):
    assert main(["score", transcript(*lines)]) == 2
    assert "no row of the agent" in capsys.readouterr().err


def test_a_missing_file_is_told(tmp_path, capsys):
    assert main(["score", str(tmp_path / "none.jsonl")]) == 2
    assert "cannot read" in capsys.readouterr().err


def test_help_tells_the_format(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["score", "--help"])
    assert caught.value.code == 0
    assert '"speaker": "customer" or "agent"' in " ".join(capsys.readouterr().out.split())


@pytest.mark.model
def test_a_transcript_is_scored(transcript, capsys):
    assert main(["score", transcript(*map(json.dumps, TRANSCRIPT))]) == 0
    card = json.loads(capsys.readouterr().out)
    assert {"score", "steps", "mistakes", "rubric", "points", "recogniser"} <= card.keys()
    assert [proof["turn"] for proof in card["steps"]["apologize"]["evidence"]] == [1]
    assert [proof["row"] for proof in card["steps"]["resolve"]["evidence"]] == [3]
    assert [mistake["text"] for mistake in card["mistakes"] if mistake["label"] == "blame"] == [
        "You should have checked it."
    ]
    assert card["score"] == round(sum(point["points"] for point in card["points"]))


@pytest.mark.model
def test_standard_input_is_read(transcript, capsys, monkeypatch):
    text = "\n".join(map(json.dumps, TRANSCRIPT))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main(["score", "-"]) == 0
    piped = capsys.readouterr().out
    assert main(["score", transcript(*text.splitlines())]) == 0
    assert capsys.readouterr().out == piped
