"""What a customer asks for, by the words that ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from coaching.understanding.mended import Mended
from coaching.understanding.message import WANTS, Want
from coaching.understanding.rules import Rules, compiled, read_rules

_QUESTION = re.compile(r"[^\s.!?\n][^.!?\n]*(?:\.(?=\S)[^.!?\n]*)*\?")
_ASKING = re.compile(
    r"(?:^|, ?)(?:(?:and|so|but|or|ok|okay|hi|hello|also|please|now|then|anyway|sorry)[, ]+){0,2}"
    r"(?:what|what's|which|who|whose|where|when|how|does|do|did|is|are|can|could|will|would|should|has|may|any|am)\b",
    re.IGNORECASE,
)
_SHORTEST = 3
"""Words of a question that asks to be told something; "which one?" answers ours."""
_INFORMATION = "information"
_JOINT = 12
"""Characters by which two ways of asking may run into each other."""


@lru_cache(maxsize=1)
def want_rules() -> tuple[Rules, re.Pattern[str]]:
    """Read ``wants.yml``, once a process: the rules, and what makes a question none.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root, rules = read_rules("wants", WANTS, "no_question")
    return Rules(rules), compiled(root.at("no_question"))


def wanted(mended: Mended) -> tuple[Want, ...]:
    """What a message asks for, in its order; of each kind the first.

    A question that no rule explains asks for an answer.
    """
    text = mended.text
    places = [(hit.start, hit.end, hit.rule.of, hit.rule.id) for hit in want_rules()[0].find_all(text)]
    others = [place for place in places if place[2] != _INFORMATION]
    # "Tell me when it comes" and "just checking where it is" lead up to what is wanted.
    asked = [place for place in places if place[2] == _INFORMATION and not _leads(text, place[1], others)]
    if not asked:
        asked = [
            (start, end, _INFORMATION, "wants.question")
            for start, end in _questions(text)
            if not any(first < end and start < last for first, last, *_ in places)
        ][:1]
    found: dict[str, Want] = {}
    for start, end, kind, rule in sorted([*others, *asked], key=lambda place: (place[0], -place[1])):
        found.setdefault(kind, Want(kind, *mended.cut(start, end), rule))
    return tuple(found.values())


def _leads(text: str, end: int, others: Iterable[tuple[int, int, str, str]]) -> bool:
    return any(
        start <= end < last or not text[end:start].strip() for start, last, *_ in others if start >= end - _JOINT
    )


def _questions(text: str) -> Iterator[tuple[int, int]]:
    """Where real questions stand."""
    for found in _QUESTION.finditer(text):
        words = found[0].split()
        if len(words) >= _SHORTEST and _ASKING.search(found[0]) and not want_rules()[1].search(found[0]):
            yield found.span()
