"""A message's parse, of bounded cost."""

from __future__ import annotations

from spacy.tokens import Doc

from coaching.case import parse

READ = 4000
"""Characters that are parsed (about 0.15 s); words of feeling, numbers and the like are sought in the whole message."""


def parsed(text: str) -> Doc:
    """The parse of the first part of a mended message; it is remembered."""
    return parse(text[:READ])
