"""``coach check``: a draft's findings as a compiler would print them; whole outputs, positions included."""

import io
import json

import pytest

from coaching.cli.main import main
from coaching.moves import in_codebook_order
from coaching.recognition import RecognisedSentence, Recogniser, split_sentences
from coaching.suggestions import DraftChecker
from coaching.suggestions.ruleset import active_rules

LABELS = {"any inconvenience": ("apologize", "weak_apology"), "should have": ("blame",), "refunded": ("resolve",)}
RULES = {rule.id: rule for rule in active_rules().rules}
CUSTOMER = "My kettle leaks, I am furious!"


class Told:
    """Knows the moves of a few words."""

    version = "told"

    def recognise(self, text, customer=""):
        return [
            RecognisedSentence(
                text[start:end],
                start,
                end,
                in_codebook_order(
                    label for key, labels in LABELS.items() if key in text[start:end] for label in labels
                ),
                {},
            )
            for start, end in split_sentences(text)
        ]


@pytest.fixture
def check(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(Recogniser, "load", lambda *_: Told())
    monkeypatch.chdir(tmp_path)

    def check(draft, *arguments):
        (tmp_path / "draft.txt").write_bytes(draft if isinstance(draft, bytes) else draft.encode())
        status = main(["check", "draft.txt", *arguments])
        return status, *capsys.readouterr()

    return check


def test_each_finding_has_its_place_and_better_words(check):
    draft = "Hi Ana, 😀 thanks.\nSorry for any inconvenience caused. You should have asked.\n"
    status, out, _ = check(draft, "--most", "2")
    *lines, score = out.splitlines()
    assert status == 1
    sorry, asked = (RULES[id] for id in ("weak_apology.any_inconvenience", "blame.should_have"))
    offered = DraftChecker(Told()).check(draft).suggestions
    words, sentence = (next(one.text for one in offered if one.rule.startswith(rule.id)) for rule in (sorry, asked))
    assert lines == [
        f"draft.txt:2:7: {sorry.severity}: {sorry.message} [{sorry.id}]",
        f"    -> Sorry {words}.",
        f"draft.txt:2:37: {asked.severity}: {asked.message} [{asked.id}]",
        f"    -> {sentence}",
    ]
    assert score.startswith("Score ")
    assert score.endswith(", recogniser told)")


def test_columns_count_code_points(check):
    _, out, _ = check("😀😀 ok 👍🏽 You should have asked.", "--most", "1")
    assert out.startswith("draft.txt:1:10: high: ")


def test_missing_steps_are_told_where_their_sentence_goes(check):
    _, out, _ = check("I have refunded it.", "--customer", CUSTOMER)
    missing = [line for line in out.splitlines() if ": missing: " in line]
    assert [line.split(": ")[:3] for line in missing] == [
        ["draft.txt:1:1", "missing", "Hear"],
        ["draft.txt:1:1", "missing", "Empathize"],
        ["draft.txt:1:1", "missing", "Apologize"],
        ["draft.txt:1:20", "missing", "Diagnose"],
    ]
    assert out.count("    + ") == len(missing)
    assert "your kettle" in out


def test_a_draft_without_findings_ends_with_status_0(check):
    status, out, _ = check("I have refunded it.", "--customer", CUSTOMER)
    assert status == 0
    assert not [line for line in out.splitlines() if ": low: " in line or ": medium: " in line or ": high: " in line]


def test_json_is_what_the_api_answers(check):
    draft = "Sorry for any inconvenience caused."
    status, out, _ = check(draft, "--json", "--customer", CUSTOMER, "--channel", "email", "--most", "3")
    assert status == 1
    assert json.loads(out) == DraftChecker(Told()).check(draft, CUSTOMER, "email", 3).to_json()


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_a_draft_comes_from_standard_input(check, monkeypatch, capsys, arguments):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"You should have asked.")))
    assert main(["check", *arguments, "--most", "1"]) == 1
    assert capsys.readouterr().out.startswith("<stdin>:1:1: high: ")


def test_another_language_is_named_and_not_judged(check):
    status, out, _ = check("Das tut mir wirklich leid, ich prüfe das sofort für Sie.")
    assert (status, out) == (0, "draft.txt: not judged: it seems to be German, and only English is judged\n")


def test_a_byte_order_mark_is_no_column(check):
    _, out, _ = check("\ufeffYou should have asked.", "--most", "1")
    assert out.startswith("draft.txt:1:1: high: ")


@pytest.mark.parametrize(
    ("draft", "told"), [(" \n", "draft.txt: found no text; expected a draft"), (b"\xff\xfe", "not UTF-8")]
)
def test_what_is_no_draft_is_told_with_status_2(check, draft, told):
    status, out, error = check(draft)
    assert (status, out) == (2, "")
    assert told in error


def test_a_file_that_is_not_there_is_told(check, capsys):
    assert main(["check", "none.txt"]) == 2
    assert "cannot read none.txt" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--most", "0"], ["--most", "21"], ["--most", "x"], ["--channel", "fax"]])
def test_what_the_options_take_is_told(check, capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        check("Hello.", *arguments)
    assert ended.value.code == 2
    assert arguments[0] in capsys.readouterr().err
