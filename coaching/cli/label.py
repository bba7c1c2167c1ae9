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
from coaching.recognition import Recogniser, Row

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
            'Writes one row for each: {"id", "labels": [...], "confidence": {label: probability}}.'
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
    recogniser = Recogniser.load()
    shown = len(rows) >= _MANY and sys.stderr.isatty()
    with _output(arguments.output) as out:
        for first in range(0, len(rows), _BATCH):
            batch = slice(first, first + _BATCH)
            for name, sentence in zip(ids[batch], recogniser.label(rows[batch]), strict=True):
                data = sentence.to_json()
                row = {"id": name, "labels": data["labels"], "confidence": data["confidence"]}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
            if shown:
                print(f"\rcoach label: {min(first + _BATCH, len(rows)):,} of {len(rows):,}", end="", file=sys.stderr)
    if shown:
        print(file=sys.stderr)
    return 0


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
