"""Putting a replacement into a sentence."""

from __future__ import annotations

import re

from coaching.suggestions.matching.match import Match
from coaching.suggestions.matching.mending import Edit, mended
from coaching.understanding.retelling import lower_first

_GREETING = re.compile(
    r"^(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening))\b[^,!.?]{0,30}[,!]\s*", re.IGNORECASE
)


def places_of(match: Match | None) -> dict[str, str]:
    """The texts that a match has for the places of a replacement, as they read within a sentence."""
    return {name: lower_first(text.strip(" ,;")) for name, text in match.places.items()} if match else {}


def put(text: str, sentence: str, match: Match | None, *, whole: bool) -> Edit:
    """The edit that puts a filled replacement into a sentence.

    Args:
        text: The replacement; empty takes the words out.
        sentence: The sentence.
        match: The words that go; None for the whole sentence.
        whole: Whether the sentence goes whatever was matched. A greeting in front of it stays.
    """
    if match is not None and not whole:
        return mended(sentence, match.start, match.end, text)
    greeting = _GREETING.match(sentence)
    return Edit(greeting.end() if greeting else 0, len(sentence), text[:1].upper() + text[1:])
