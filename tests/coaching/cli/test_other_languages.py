"""What the commands do with messages that are not English."""

import json

import pytest

from coaching.cli import label, score
from coaching.cli.main import main
from coaching.recognition import RecognisedSentence

GERMAN = "Das tut mir wirklich sehr leid, ich prüfe das sofort."
ENGLISH = "I am really sorry, I will look at it now."


class Eager:
    """Finds an apology in whatever it is given."""

    version = "eager"

    def recognise(self, text, customer=""):
        return [RecognisedSentence(text, 0, len(text), ("apologize",), {"apologize": 0.9, "blame": 0.1})]

    def label(self, rows):
        return [one for row in rows for one in self.recognise(row.text)]


@pytest.fixture
def run(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(label.Reader, "load", Eager)
    monkeypatch.setattr(score.Reader, "load", Eager)

    def run_one(command, rows, *more):
        path = tmp_path / "in.jsonl"
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
        assert main([command, str(path), *more]) == 0
        return capsys.readouterr().out

    return run_one


def test_label_gives_no_labels_but_the_language(run):
    rows = [
        {"id": "de", "text": GERMAN},
        {"id": "en", "text": ENGLISH},
        {"id": "part", "text": "Merci!", "before": ENGLISH},
    ]
    german, english, part = map(json.loads, run("label", rows, "-").splitlines())
    assert german["labels"] == german["unsure"] == []
    assert set(german["confidence"].values()) == {0.0}
    assert {key: german["language"][key] for key in ("code", "name", "judged")} == {
        "code": "de",
        "name": "German",
        "judged": False,
    }
    for row in (english, part):
        assert row["labels"] == ["apologize"] and row["confidence"]["apologize"] == 0.9
        assert "language" not in row


def test_score_leaves_the_message_out_and_names_it(run):
    turns = [("customer", "Where is it?"), ("agent", ENGLISH), ("customer", "Hello?"), ("agent", GERMAN)]
    card = json.loads(run("score", [{"speaker": speaker, "text": text} for speaker, text in turns]))
    assert [(one["row"], one["turn"], one["language"]["code"]) for one in card["unjudged"]] == [(3, 2, "de")]
    assert {proof["turn"] for proof in card["steps"]["apologize"]["evidence"]} == {1}
    assert card["score"] == round(sum(point["points"] for point in card["points"]))


def test_score_gives_none_where_nothing_is_judged(run):
    card = json.loads(run("score", [{"speaker": "agent", "text": GERMAN}]))
    assert card["score"] is card["steps"] is card["rubric"] is None
    assert card["mistakes"] == card["points"] == []
    assert len(card["unjudged"]) == 1
    assert card.keys() - {"unjudged"} == json.loads(run("score", [{"speaker": "agent", "text": ENGLISH}])).keys()


def test_score_says_nothing_of_languages_where_all_is_english(run):
    assert "unjudged" not in json.loads(run("score", [{"speaker": "agent", "text": ENGLISH}]))
