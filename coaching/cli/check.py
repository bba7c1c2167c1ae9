"""``coach check``: what is wrong in a draft, as a compiler would print it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coaching.channels import CHANNELS, CHAT
from coaching.errors import CoachError
from coaching.moves import move
from coaching.suggestions import DraftChecker, DraftReport, Finding, Suggestion

_STDIN = "<stdin>"
_MOST = 20


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "check",
        help="check a draft before it is sent",
        description=(
            "Print what is wrong in a draft, one finding a line (file:line:column: severity: message [rule]) with "
            "better words below it, the steps that are missing, and the score. Lines and columns count from 1, "
            "columns in characters. Exit status: 0 without a finding, 1 with findings, 2 for what you can mend."
        ),
    )
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="the draft; - or nothing: standard input")
    parser.add_argument("--customer", default="", metavar="TEXT", help="the customer's message that it answers")
    parser.add_argument("--channel", default=CHAT, choices=CHANNELS, help=f"where it is to be sent (default: {CHAT})")
    parser.add_argument("--most", type=_most, metavar="N", help=f"no more than N pieces of advice, 1 to {_MOST}")
    parser.add_argument("--json", action="store_true", help="print the report that the API answers")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check the draft.

    Returns:
        0 where nothing was found, 1 where something was.

    Raises:
        CoachError: The draft cannot be read or says nothing; no recogniser is trained; a pack of rules has an error.
    """
    draft = _read(arguments.file)
    report = DraftChecker.load().check(draft, arguments.customer, arguments.channel, arguments.most)
    if arguments.json:
        print(json.dumps(report.to_json(), indent=2, ensure_ascii=False))
    else:
        for line in _lines(report, draft, _STDIN if arguments.file == "-" else arguments.file):
            print(line)
    return 1 if report.findings else 0


def _most(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(f"{text!r}; expected a whole number from 1 to {_MOST}")
    return int(text)


def _read(path: str) -> str:
    file = _STDIN if path == "-" else path
    try:
        draft = (sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CoachError(f"{file}: found bytes that are not UTF-8; expected UTF-8 text") from error
    except (OSError, ValueError) as error:
        raise CoachError(f"cannot read {file}: {error}") from error
    if not draft.strip():
        raise CoachError(f"{file}: found no text; expected a draft")
    return draft


def _lines(report: DraftReport, draft: str, file: str) -> Iterator[str]:
    if not report.language.judged or report.scorecard is None:
        yield f"{file}: not judged: it seems to be {report.language.name}, and only English is judged"
        return
    told = {id for advice in report.advice for id in (advice.finding, advice.suggestion)}
    better = {suggestion.id: suggestion for suggestion in report.suggestions if suggestion.id in told}
    findings = [one for one in report.findings if one.id in told or one.suggestion in better]
    missing = [one for one in better.values() if one.step]
    told_of: list[Finding | Suggestion] = [*findings, *missing]
    for one in sorted(told_of, key=lambda one: one.start):
        line = draft.count("\n", 0, one.start) + 1
        where = f"{file}:{line}:{one.start - draft.rfind(chr(10), 0, one.start)}"
        if isinstance(one, Finding):
            yield f"{where}: {one.severity}: {one.message} [{one.rule}]"
            if one.suggestion in better:
                # Words that serve several findings are told once.
                yield f"    -> {_instead(better.pop(one.suggestion), report, draft)}"
        elif one.step:
            yield f"{where}: missing: {move(one.step).title}: no sentence {move(one.step).meaning}. [{one.rule}]"
            yield f"    + {_line(one.text)}"
    rubric = report.scorecard.rubric
    yield f"Score {report.scorecard.score} of 100 (rubric {rubric.id} {rubric.version}, recogniser {report.recogniser})"


def _instead(suggestion: Suggestion, report: DraftReport, draft: str) -> str:
    """The sentence as it reads with the new words."""
    sentence = next(one for one in report.sentences if one.start <= suggestion.start <= one.end)
    end = max(sentence.end, suggestion.end)
    return _line(draft[sentence.start : suggestion.start] + suggestion.text + draft[suggestion.end : end])


def _line(text: str) -> str:
    return " ".join(text.split())
