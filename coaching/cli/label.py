"""``coach label``: the moves of each sentence in a JSON-lines file."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from coaching.cli.jsonl import read_rows
from coaching.errors import CoachError, DataError
from coaching.recognition import RecognisedSentence, Row
from coaching.recognition.language_of import spoken_language
from coaching.suggestions.reading import Reader

_BATCH = 64
_MANY = 200
"""Rows from which on a person at a terminal is shown how far the work is."""


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "label",
        help="recognise the moves in agent sentences",
        description=(
            "Recognise the moves in agent sentences. Each row's text is taken as one sentence. "
            'Writes one row for each: {"id", "labels": [...], "unsure": [...], "confidence": {label: probability}}. '
            "A row in another language than English is not judged: no labels, confidences of 0, and "
            '"language": {"code", "name", "confidence", "judged": false}.'
        ),
    )
    parser.add_argument(
        "input",
        metavar="IN.jsonl",
        help='one row a line: {"id": "...", "text": "..."}, optionally "customer" (the customer\'s last message) and '
        '"before" (what the agent said just before); - reads standard input',
    )
    parser.add_argument("output", metavar="OUT.jsonl", help="file to write; - writes to standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Label the rows; the output file appears whole or not at all. See ``coaching.cli.main`` for the exit status."""
    ids, rows = _rows(arguments.input)
    reader = Reader.load()
    shown = len(rows) >= _MANY and sys.stderr.isatty()
    with _output(arguments.output) as out:
        for first in range(0, len(rows), _BATCH):
            batch = slice(first, first + _BATCH)
            for name, row, sentence in zip(ids[batch], rows[batch], reader.label(rows[batch]), strict=True):
                out.write(json.dumps({"id": name, **_answer(row, sentence)}, ensure_ascii=False) + "\n")
            if shown:
                print(f"\rcoach label: {min(first + _BATCH, len(rows)):,} of {len(rows):,}", end="", file=sys.stderr)
    if shown:
        print(file=sys.stderr)
    return 0


def _answer(row: Row, sentence: RecognisedSentence) -> dict[str, Any]:
    data = sentence.to_json()
    # The whole message tells the language better than one sentence of it.
    language = spoken_language(f"{row.before} {row.text}")
    if language.judged:
        return {key: data[key] for key in ("labels", "unsure", "confidence")}
    return {
        "labels": [],
        "unsure": [],
        "confidence": dict.fromkeys(data["confidence"], 0.0),
        "language": language.to_json(),
    }


def _rows(path: str) -> tuple[list[str], list[Row]]:
    found: dict[str, Row] = {}
    for line, row in read_rows(path, ("id", "text"), ("customer", "before")):
        if row["id"] in found:
            raise DataError(path, line, f"the id {json.dumps(row['id'])[:60]} again", "each id once")
        found[row["id"]] = Row(row["text"], row.get("customer", ""), row.get("before", ""))
    return list(found), list(found.values())


@contextmanager
def _output(path: str) -> Iterator[TextIO]:
    if path == "-":
        yield sys.stdout
        return
    file = Path(path)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as out:
            yield out
        os.replace(unfinished, file)
    except OSError as error:
        raise CoachError(f"cannot write {path}: {error.strerror}") from error
    finally:
        unfinished.unlink(missing_ok=True)
