"""Putting a replacement into a sentence."""

from __future__ import annotations

import re

from coaching.case import parse
from coaching.suggestions.matching.match import Match, plain
from coaching.suggestions.matching.mending import Edit, mended
from coaching.understanding.turning import lower_first

_GREETING = re.compile(
    r"^(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening))\b[^,!.?]{0,30}[,!]\s*", re.IGNORECASE
)


def places_of(match: Match | None, sentence: str) -> dict[str, str]:
    """The texts that a match has for the places of a replacement, as they read within a sentence.

    What stands first in the sentence loses its capital, unless it is a name.
    """
    if match is None:
        return {}
    texts = {name: text.strip(" ,;") for name, text in match.places.items()}
    opening = sentence[next((at for at, one in enumerate(sentence) if one.isalnum()), 0) :]
    return {
        name: lower_first(text) if opening.startswith(text) and not _named(sentence) else text
        for name, text in texts.items()
    }


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


def _named(sentence: str) -> bool:
    """Whether the sentence begins with a name: one that spaCy knows for one, or of two words with capitals."""
    words = [token for token in parse(plain(sentence)) if token.is_alpha][:2]
    if not words or words[0].pos_ != "PROPN":
        return False
    return bool(words[0].ent_type_) or (len(words) > 1 and words[1].is_title)
