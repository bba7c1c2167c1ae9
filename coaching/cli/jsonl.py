"""Reading files of one JSON object a line, with errors that name the line and the field."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from coaching.errors import CoachError, DataError
from coaching.moves import LABELS, in_codebook_order

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_rows(path: str, required: Sequence[str], optional: Sequence[str] = ()) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line number (from 1) and object of a JSON-lines file; ``-`` reads standard input; blank lines are skipped.

    Args:
        path: The file, or ``-``.
        required: Fields that hold text; a row without one is an error.
        optional: Fields that hold text where they are present; others are not looked at.

    Raises:
        CoachError: The file cannot be read.
        DataError: A line is no JSON object or a field is missing or of another type; names the line.
    """
    try:
        lines = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise CoachError(f"cannot read {path}: {error.strerror}") from error
    except ValueError as error:
        raise CoachError(f"cannot read {path!r}: {error}") from error
    for number, raw in enumerate(lines.split(b"\n"), start=1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise DataError(path, number, "bytes that are not UTF-8", "UTF-8 text") from error
        except json.JSONDecodeError as error:
            raise DataError(path, number, f"no JSON ({error.msg})", "one JSON object a line") from error
        except (ValueError, RecursionError) as error:
            raise DataError(path, number, "JSON that is nested or has figures beyond all use", "a plain row") from error
        if not isinstance(row, dict):
            raise DataError(path, number, type(row).__name__, "a JSON object")
        _check(path, number, row, required, optional)
        yield number, row


def read_labels(path: str, line: int, row: dict[str, Any], field: str) -> tuple[str, ...]:
    """A row's labels, each once, in the codebook's order.

    Args:
        path: Where the row stands, for the error.
        line: Likewise, from 1.
        row: One of ``read_rows``.
        field: The field that holds them.

    Raises:
        DataError: The field is missing or holds something else than a list of labels; names the line.
    """
    if field not in row:
        raise DataError(path, line, f"no field {field!r}", f"the field {field!r} with a list of labels, [] for none")
    given = row[field]
    if not isinstance(given, list) or not all(isinstance(label, str) for label in given):
        raise DataError(path, line, f"{field} = {json.dumps(given)[:60]}", "a list of labels, [] for none")
    for label in given:
        if label not in LABELS:
            raise DataError(
                path, line, f"the label {label[:60]!r} in {field}", "[] for none, or some of " + ", ".join(LABELS)
            )
    return in_codebook_order(given)


def _check(path: str, number: int, row: dict[str, Any], required: Sequence[str], optional: Sequence[str]) -> None:
    for field in (*required, *optional):
        if field not in row:
            if field in required:
                raise DataError(path, number, f"no field {field!r}", f"the field {field!r} with text")
        elif not isinstance(row[field], str):
            raise DataError(path, number, f"{field} = {json.dumps(row[field])[:60]}", "text")
        elif _SURROGATE.search(row[field]):
            raise DataError(path, number, f"half a character (a lone surrogate) in {field}", "whole Unicode characters")
