"""Errors that a person is meant to read."""

from __future__ import annotations

from pathlib import Path


class CoachError(Exception):
    """Something a person can mend; the message says what is wrong and what was expected.

    Command lines print the message and exit with status 2; the web application turns it into a problem answer.
    """


class DataError(CoachError):
    """A data file (YAML, JSON lines) is not as it should be.

    Attributes:
        file: The file that was read.
        line: Line in that file, counted from 1; None where the whole file is meant.
        found, expected: What was there, and what should have been.
    """

    def __init__(self, file: Path | str, line: int | None, found: str, expected: str) -> None:
        """Compose ``file:line: found …; expected …``."""
        self.file = str(file)
        self.line = line
        self.found, self.expected = found, expected
        where = self.file if line is None else f"{self.file}:{line}"
        super().__init__(f"{where}: found {found}; expected {expected}")


class MissingResourceError(CoachError):
    """A file that a command makes is not there; the message names that command."""
