"""Where a piece of text lies in a message."""

from __future__ import annotations

import re
from typing import NamedTuple

_SURROGATE = re.compile("[\ud800-\udfff]")


class Span(NamedTuple):
    """Part of a text, in characters (Unicode code points).

    Attributes:
        start: Offset of the first character.
        end: Offset behind the last character.
    """

    start: int
    end: int


def encodable(text: str) -> str:
    """The text with each lone surrogate, which JSON may carry but UTF-8 cannot, as one replacement character."""
    return _SURROGATE.sub("\ufffd", text)
