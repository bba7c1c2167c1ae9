"""The customer's name, and the people of whom they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coaching.privacy.namelists import english_words, name_lists
from coaching.understanding.mended import Mended
from coaching.understanding.message import Detail
from coaching.understanding.parsed import parsed
from coaching.understanding.rules import Hit

_SURE = {"people.introduced"}
"""Rules whose words leave no doubt that a name follows."""
_ENDS = {"people.at_the_end", "people.last_line"}
_GREETED = re.compile(r"(?:\b(?:hi|hiya|hello|hey|dear|morning|afternoon|evening)|[@#])[ ,]*$", re.IGNORECASE)
_SURNAME = re.compile(r" (?!I\b)[A-Z][a-zà-ÿ'’-]+")


def is_name(hit: Hit) -> bool:
    """Whether the words that stand where people sign are a name, and no "Disgusting" or "Waiting"."""
    words = [word.strip(".,'’") for word in hit.match.string[hit.start : hit.end].split()] if hit.match else []
    if not words or hit.rule.id in _SURE:
        return bool(words)
    first = words[0]
    if first in {"Mr", "Mrs", "Ms", "Miss", "Dr"} or _given(first):
        return True
    strange = all(len(word) == 1 or word.lower() not in english_words() for word in words)
    return strange and first[0].isupper() and (hit.rule.id not in _ENDS or len(words) > 1)


def persons(mended: Mended) -> Iterator[Detail]:
    """People who are called by a name; the one who is greeted is not told of."""
    for token in parsed(mended.text):
        if not _given(token.text) or token.ent_type_ in {"GPE", "ORG", "PRODUCT", "FAC"} and not token.text.islower():
            continue
        if _GREETED.search(mended.text, max(0, token.idx - 20), token.idx):
            continue
        surname = _SURNAME.match(mended.text, token.idx + len(token))
        end = surname.end() if surname else token.idx + len(token)
        yield Detail("person", *mended.cut(token.idx, end), "people.given")


def _given(word: str) -> bool:
    lists, low = name_lists(), word.lower()
    return low in lists.given or (low in lists.wordlike and word[0].isupper())
