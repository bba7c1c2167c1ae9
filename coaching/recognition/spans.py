"""Where a piece of text lies in a message."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Part of a text, in characters (Unicode code points).

    Attributes:
        start: Offset of the first character.
        end: Offset behind the last character.
    """

    start: int
    end: int
