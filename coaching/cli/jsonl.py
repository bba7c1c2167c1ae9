"""Reading files of one JSON object a line, with errors that name the line and the field."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from coaching.errors import CoachError, DataError


def read_rows(
    path: str, required: Mapping[str, type], optional: Mapping[str, type]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line number (from 1) and object of a JSON-lines file; ``-`` reads standard input; blank lines are skipped.

    Args:
        path: The file, or ``-``.
        required: Field name to type; a row without one is an error.
        optional: Field name to type, checked where present.

    Raises:
        CoachError: The file cannot be read.
        DataError: A line is no JSON object or a field is missing or of another type; names the line.
    """
    try:
        lines = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise CoachError(f"cannot read {path}: {error.strerror}") from error
    for number, raw in enumerate(lines.split(b"\n"), start=1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise DataError(path, number, "bytes that are not UTF-8", "UTF-8 text") from error
        except json.JSONDecodeError as error:
            raise DataError(path, number, f"no JSON ({error.msg})", "one JSON object a line") from error
        if not isinstance(row, dict):
            raise DataError(path, number, type(row).__name__, "a JSON object")
        _check(path, number, row, required, optional)
        yield number, row


def _check(
    path: str, number: int, row: dict[str, Any], required: Mapping[str, type], optional: Mapping[str, type]
) -> None:
    for field, kind in {**required, **optional}.items():
        if field not in row:
            if field in required:
                raise DataError(path, number, f"no field {field!r}", f"a {kind.__name__}")
        elif not isinstance(row[field], kind):
            raise DataError(path, number, f"{field} = {json.dumps(row[field])[:60]}", f"a {kind.__name__}")
