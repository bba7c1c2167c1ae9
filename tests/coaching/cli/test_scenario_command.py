"""``coach scenario`` list, new and check: what is printed, what is written, and which status it ends with."""

import json

import pytest

from coaching.cli.main import main

TRANSCRIPT = "Customer: Where is my lamp? I'm Maya.\nAgent: I'm sorry, Maya. I have refunded it.\n"


@pytest.fixture
def own(monkeypatch, tmp_path):
    monkeypatch.setenv("HEARD_SCENARIOS", str(tmp_path / "own"))
    return tmp_path / "own"


def test_a_new_file_is_listed_as_a_draft_and_passes_apart_from_what_is_to_be_written(own, capsys):
    assert main(["scenario", "new", "mine", "--title", "My own: a start"]) == 0
    assert f"Written: {own / 'mine.yml'}" in capsys.readouterr().out
    assert main(["scenario", "list"]) == 0
    assert "yours, draft" in capsys.readouterr().out
    assert main(["scenario", "check", "mine", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["file"] for one in told] == [str(own / "mine.yml")]
    assert {one["rule"] for one in told[0]["remarks"]} == {"placeholder"}
    assert not any(one["message"].startswith("title ") for one in told[0]["remarks"])


def test_errors_are_told_with_file_line_and_expectation_all_at_once(own, capsys):
    main(["scenario", "new", "mine"])
    path = own / "mine.yml"
    text = path.read_text("utf-8").replace("channel: chat", "channel: pigeon").replace("fit: 0.6", "fit: 6")
    path.write_text(text, "utf-8")
    capsys.readouterr()
    assert main(["scenario", "check", str(path)]) == 1
    out = capsys.readouterr().out
    lines = text.splitlines()
    channel, fit = lines.index("channel: pigeon") + 1, lines.index("    fit: 6") + 1
    assert f"{path}:{channel}: error: found channel: 'pigeon'; expected one of chat, email" in out
    assert f"{path}:{fit}: error: found fit: 6; expected a number from 0 to 1 [form]" in out
    assert out.endswith(f"{path}: 2 errors, no pieces of advice\n")
    assert main(["scenario", "list"]) == 0
    assert "cannot be played: mine.yml:" in capsys.readouterr().out


def test_the_projects_own_have_no_error(own, capsys):
    assert main(["scenario", "check"]) == 0
    assert " error: " not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["new", "late_parcel"], "is one of the project's scenarios; copy it"),
        (["new", "../out"], "is no name for a file; expected a-z"),
        (["new", "Mine"], "is no name for a file; expected a-z"),
        (["check", "lost_cat"], "no scenario 'lost_cat'"),
        (["check", "none.yml"], "cannot read none.yml"),
        (["new", "mine", "--from", "none.txt"], "cannot read none.txt"),
    ],
)
def test_what_cannot_be_done_is_told_with_status_2(own, capsys, arguments, says):
    assert main(["scenario", *arguments]) == 2
    assert says in capsys.readouterr().err
    assert not list(own.glob("*.yml"))


def test_a_file_is_not_overwritten(own, capsys):
    main(["scenario", "new", "mine", "--title", "First"])
    assert main(["scenario", "new", "mine", "--title", "Second"]) == 2
    assert "There is a scenario 'mine' already" in capsys.readouterr().err
    assert "First" in (own / "mine.yml").read_text("utf-8")


@pytest.mark.model
def test_a_transcript_becomes_a_draft_and_what_was_taken_out_is_told(own, capsys, tmp_path):
    (tmp_path / "talk.txt").write_text(TRANSCRIPT, "utf-8")
    assert main(["scenario", "new", "lamp", "--from", str(tmp_path / "talk.txt")]) == 0
    out = capsys.readouterr().out
    assert "Personal data taken out: name 2" in out
    assert "Maya" not in (own / "lamp.yml").read_text("utf-8")
    assert main(["scenario", "check", "lamp"]) == 0


@pytest.mark.model
def test_an_unclear_transcript_names_its_line(own, capsys, tmp_path):
    (tmp_path / "talk.txt").write_text("\nhello there\n", "utf-8")
    assert main(["scenario", "new", "lamp", "--from", str(tmp_path / "talk.txt")]) == 2
    assert "talk.txt:2: found “hello there” without a speaker; expected Customer:" in capsys.readouterr().err
