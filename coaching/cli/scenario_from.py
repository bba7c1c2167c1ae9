"""A transcript on the command line, made into a draft."""

from __future__ import annotations

import sys
from pathlib import Path

from coaching.authoring.drafting import draft_from
from coaching.authoring.transcript import UnclearTranscript
from coaching.customer.persona import load_personas
from coaching.errors import CoachError, DataError
from coaching.suggestions.reading import Reader


def drafted(path: str, title: str | None) -> tuple[str, list[str]]:
    """The draft's text, and what to tell of it.

    Raises:
        CoachError: The transcript cannot be read, or it cannot be told who says something; names the line.
    """
    shown = "<stdin>" if path == "-" else path
    try:
        text = (sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CoachError(f"{shown}: found bytes that are not UTF-8; expected UTF-8 text") from error
    except OSError as error:
        raise CoachError(f"cannot read {shown}: {error.strerror}") from error
    try:
        draft = draft_from(text, Reader.load(), tuple(load_personas()), title)
    except UnclearTranscript as error:
        raise DataError(shown, error.line, error.found, error.expected) from error
    taken = ", ".join(f"{kind} {count}" for kind, count in draft.taken_out.items())
    return draft.text, [
        f"Read: {draft.customer} messages of the customer, {draft.agent} of the agent",
        f"Personal data taken out: {taken or 'none was found'}",
    ]
