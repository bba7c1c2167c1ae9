"""Amounts, numbers, dates, times, durations, codes, links, addresses and names of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lemminflect import getAllLemmas
from spacy.lang.en.stop_words import STOP_WORDS

from coaching.rewriting.valuefile import value_words
from coaching.rewriting.valuekeys import key

_TAKEN = "\N{CURRENCY SIGN}"
"""Stands where an earlier kind has found something; no pattern asks for it."""
_MONTH_ALONE = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
_OPENS = re.compile(r"(?:^|[.!?:;…–—•*>\n]|\d[.)])[\s\"'“‘(*_-]{0,9}$")
_NAME = re.compile(r"[^\W\d_][\w&]*(?:['’-][^\W\d_]\w*)*")
_ENDING = re.compile(r"'(?:s|re|ve|ll|m|d|t)$|n't$")
_REACH = 40
"""Characters in front of a value or a name that are looked at."""
_SHOUTED = 0.6
"""From this share of capitals on, a capital letter tells nothing."""


@dataclass(frozen=True)
class Value:
    """Something in a text that a rewrite has to repeat.

    Attributes:
        kind: A kind of ``values.yml``, or ``name``.
        text: As it stands.
        key: Equal for what means the same.
        start: Offset of the first character.
        limit: The word that makes it a limit ("by", "within"), or an empty text.
    """

    kind: str
    text: str
    key: str
    start: int
    limit: str = ""


@lru_cache(maxsize=1024)
def values(text: str) -> tuple[Value, ...]:
    """Everything in a text that a rewrite has to repeat, in its order.

    Args:
        text: Any characters.
    """
    words = value_words()
    straight = text.replace("’", "'")
    rest, found = straight, []
    for kind, pattern in words.kinds.items():
        taken = list(rest)
        for match in pattern.finditer(rest):
            start, written = match.start(), match[0].rstrip(".,;:!?)")
            if not written or (kind == "code" and not any(one.isdigit() for one in written)):
                continue
            limit = words.limit.search(straight[max(0, start - _REACH) : start]) if kind in words.limited else None
            found.append(
                Value(kind, written, key(kind, written), start, words.limits[limit[1].lower()] if limit else "")
            )
            taken[start : start + len(written)] = _TAKEN * len(written)
        rest = "".join(taken)
    found += [Value("date", one[0], f"month {one[0].lower()}", one.start()) for one in _MONTH_ALONE.finditer(rest)]
    found += _names(straight, rest)
    return tuple(sorted(found, key=lambda one: one.start))


def _names(text: str, rest: str) -> Iterator[Value]:
    """Words with a capital letter that is not there because a sentence starts; "I" and letters' set words are none."""
    letters = [one for one in text if one.isalpha()]
    if not letters or sum(one.isupper() for one in letters) > _SHOUTED * len(letters):
        return
    for match in _NAME.finditer(rest):
        word, start = match[0], match.start()
        bare = _ENDING.sub("", word.lower())
        if not word[0].isupper() or len(word) == 1 or bare == "i" or bare in value_words().not_names:
            continue
        opens = _OPENS.search(text[max(0, start - _REACH) : start])
        if (word.isupper() or opens) and _common(bare):
            continue
        yield Value("name", word, word.lower(), start)


@lru_cache(maxsize=4096)
def _common(word: str) -> bool:
    """Whether a dictionary knows a word in small letters."""
    return word in STOP_WORDS or len(word) < 2 or bool(getAllLemmas(word))
