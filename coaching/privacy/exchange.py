"""Taking personal data out of texts that belong together: a name that is found in one is taken out of all."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from coaching.privacy.namelists import english_words, name_lists
from coaching.privacy.removal import Cleaned, take_out

_WORD = regex.compile(r"\p{Lu}\p{L}+")
_MASK = "[name]"
_MASKS = regex.compile(r"\[name\](?:[ -]\[name\])+")


def take_out_of_all(texts: Sequence[str]) -> tuple[str, ...]:
    """Replace personal data by its kind in brackets, as ``take_out`` does, in several texts of one exchange.

    A customer signs with the whole name; the agent then uses a part of it, where nothing else tells that it is one.

    Args:
        texts: A message and its answer, say. For lengths and errors see ``take_out``.
    """
    cleaned = [take_out(text) for text in texts]
    names = {name for text, one in zip(texts, cleaned, strict=True) for name in _names(text, one)}
    if not names:
        return tuple(one.text for one in cleaned)
    known = regex.compile(rf"\b(?:{'|'.join(map(regex.escape, sorted(names)))})\b")
    return tuple(_MASKS.sub(_MASK, known.sub(_MASK, one.text)) for one in cleaned)


def _names(text: str, cleaned: Cleaned) -> set[str]:
    """The words of the names found, without those that mean something else as well ("Will", "Rose")."""
    lists = name_lists()
    words = [
        word for found in cleaned.found if found.kind == "name" for word in _WORD.findall(text[found.start : found.end])
    ]
    return {
        word
        for word in words
        if word.lower() in lists.given or word.lower() in lists.wordlike or word.lower() not in english_words()
    }
