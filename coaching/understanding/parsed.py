"""A message's parse, of bounded cost."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from coaching.case import parse

_PARSED = 4000
"""Characters that are parsed (about 0.15 s); words of feeling, numbers and the like are sought in the whole message."""
_ENDLESS = re.compile(r"\S{200}|\s{200}")
"""No sentence of a person's; the tokenizer's time grows with its square."""


def parsable(text: str) -> str:
    """The part of a mended message that is parsed, from its start."""
    endless = _ENDLESS.search(text)
    return text[: min(_PARSED, endless.start() if endless else _PARSED)]


def parsed(text: str) -> Doc:
    """The parse of the first part of a mended message; it is remembered."""
    return parse(parsable(text))
