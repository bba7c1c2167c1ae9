"""The customer's own words, given back as they stood."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coaching.scoring.sayings import plainly, sayings

_WORD = re.compile(r"[\w']+")
_SHORT = 5
"""Sentences of fewer words are alike by chance."""


def echoes(sentence: str, heard: Iterable[str], share: float) -> bool:
    """Whether so large a share (0-1) of a sentence's words stand in one line of the customer's.

    A sentence that promises something is none, however much it takes up: "I will send it by Friday" is more than what
    they asked for.

    Args:
        sentence: One sentence of the agent.
        heard: The customer's lines so far.
        share: From where on it is an echo.
    """
    words = _words(sentence)
    if len(words) < _SHORT or sayings().commits.search(plainly(sentence)):
        return False
    return any(len(words & _words(line)) >= share * len(words) for line in heard)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(plainly(text).lower()))
