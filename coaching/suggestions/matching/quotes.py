"""What an agent quotes: words that are somebody else's."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WITHIN = re.compile(r"[\"“][^\"”]*[\"”]|(?<!\w)['‘][^'’]*['’](?!\w)")
_ACROSS = re.compile(r"“[^“”]{1,600}”|(?<!\S)\"[^\"\n]{1,600}\"|^[ \t]*>.*$", re.MULTILINE)
"""Over several sentences: between quotation marks, or a line that a mail program marked as quoted (RFC 3676)."""


def unquoted(sentence: str) -> str:
    """The sentence with what stands in quotation marks blotted out, offsets unchanged."""
    return _WITHIN.sub(lambda found: "_" * len(found[0]), sentence)


def quoted(draft: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which sentences are nothing but quoted; none where all would be, as in a draft pasted with its marks.

    Args:
        draft: The draft.
        spans: Its sentences, half-open.
    """
    theirs = [found.span() for found in _ACROSS.finditer(draft)]
    if not theirs:
        return frozenset()
    blotted = list(draft)
    for start, end in theirs:
        blotted[start:end] = " " * (end - start)
    own = "".join(blotted)
    said = [any(character.isalnum() for character in own[start:end]) for start, end in spans]
    return frozenset(number for number, one in enumerate(said) if not one) if any(said) else frozenset()
