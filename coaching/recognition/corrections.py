"""Trainers' corrections of labels, kept as training rows in ``corrections.yml`` beside the other labelled sentences."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from coaching.errors import CoachError
from coaching.moves import NO_MOVE
from coaching.recognition.examples import TrainingRow, read_examples

FILE_NAME = "corrections.yml"
BATCH = "corrections"
_HEAD = '# Labels that trainers corrected. `coach corrections add` writes at the end.\nversion: "3.1"\n\nnlu:\n'
_UNWRITABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that no YAML may hold, and the byte order mark."""


@dataclass(frozen=True)
class Correction:
    """What a trainer says of one sentence, without personal data.

    Attributes:
        id: Its name among all labelled sentences.
        text: The sentence.
        labels: Its moves as the trainer sees them, in the codebook's order.
        machine: The moves that the recogniser had given it; None where that is not known.
        customer: The customer's last message, or "".
        before: What the agent had said before it in the same message, or "".
        conversation: Where it was said, or "".
        by: Who corrected it, as a role or initials, or "".
        date: When, as YYYY-MM-DD, or "".
        reason: Why, or "".
    """

    id: str
    text: str
    labels: tuple[str, ...]
    machine: tuple[str, ...] | None = None
    customer: str = ""
    before: str = ""
    conversation: str = ""
    by: str = ""
    date: str = ""
    reason: str = ""

    @property
    def brief(self) -> str:
        """Where the correction comes from, in words."""
        who, when = f" by {self.by}" if self.by else "", f" on {self.date}" if self.date else ""
        return f"corrected{who}{when}" + (f": {self.reason}" if self.reason else "")

    def training_row(self) -> TrainingRow:
        """The row that ``read_examples`` reads from what is written."""
        machine = "" if self.machine is None else intent(self.machine)
        return TrainingRow(
            self.id,
            self.text,
            self.labels,
            self.customer,
            self.before,
            self.conversation,
            BATCH,
            checker=intent(self.labels),
            machine=machine,
        )


def intent(labels: Sequence[str]) -> str:
    """A label set as the name of an intent."""
    return "+".join(labels) or NO_MOVE


def tidy(text: str) -> str:
    """The text on one line, without characters that YAML cannot hold."""
    return " ".join(_UNWRITABLE.sub(" ", text).split())


def place_of(row: TrainingRow, folder: Path) -> str:
    """Where a row of a folder stands, as ``file:line``; the line is the one that names its id."""
    named = re.compile(rf"\bid:\s*[\"']?{re.escape(row.id)}[\"']?\s*(?:[,}}]|$)")
    for file in sorted(folder.glob("*.yml")):
        for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if named.search(text):
                return f"{file.name}:{line}"
    # Where a file names no id, `read_examples` makes the place the row's id.
    return row.id


def append(folder: Path, corrections: Sequence[Correction]) -> Path:
    """Add corrections at the end of the folder's ``corrections.yml``, all or none; comments in it stay.

    Returns:
        The file.

    Raises:
        CoachError: The file cannot be read or written, or is laid out otherwise than this function writes it.
    """
    file = folder / FILE_NAME
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        present = file.read_text(encoding="utf-8") if file.exists() else _HEAD
        if not present.endswith("\n"):
            present += "\n"
        content = present + "".join(map(_example, corrections))
        _check(file, content, corrections)
        try:
            unfinished.write_text(content, encoding="utf-8", newline="\n")
            os.replace(unfinished, file)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise CoachError(f"cannot write {file}: {error.strerror}") from error
    return file


def _check(file: Path, content: str, corrections: Sequence[Correction]) -> None:
    """Read what is about to be written, so that a file that people changed is never spoilt."""
    with TemporaryDirectory() as folder:
        (Path(folder) / file.name).write_text(content, encoding="utf-8", newline="\n")
        try:
            written = read_examples(Path(folder))[-len(corrections) :]
        except CoachError:
            written = []
    if written != [correction.training_row() for correction in corrections]:
        raise CoachError(f"cannot add to {file}; expected it to end with the list under nlu:, its items at the margin")


def _example(correction: Correction) -> str:
    row = correction.training_row()
    about = {
        key: getattr(row, key) for key in ("id", "conversation", "batch", "checker", "machine", "customer", "before")
    }
    about["brief"] = correction.brief
    metadata = ", ".join(f"{key}: {_quoted(value)}" for key, value in about.items() if value)
    return f"- intent: {intent(row.labels)}\n  examples:\n  - text: {_quoted(row.text)}\n    metadata: {{{metadata}}}\n"


def _quoted(text: str) -> str:
    """JSON's strings are YAML's as well."""
    return json.dumps(text, ensure_ascii=False)
