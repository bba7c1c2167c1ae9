"""What must not be left open where somebody may come to harm: when it was said, and what was promised against it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coaching.customer.matching import says
from coaching.customer.scenario import Safety
from coaching.scoring.account import Said
from coaching.scoring.sayings import plainly

_CLAUSE = re.compile(r"[,;:()–—.](?!\d)|\b(?:because|since|so that|but|and)\b")
_NO_PROMISE = re.compile(
    r"\b(?:can(?:'t|not)|won't|will not|mustn't|must not|don't|do not|isn't|is not|aren't|not (?:say|call|promise|sure)"
    r"|nobody (?:can|knows)|no one (?:can|knows)|whether|unless|wish|hope)\b",
    re.IGNORECASE,
)
_FIRST = 1
"""A first message may be there to listen."""


def answered(said: Sequence[Said], safety: Safety) -> int | None:
    """The agent's turn in which the safety question was answered first; None where it never was."""
    return next((one.turn for one in said if says(one.sentence.text, safety.cues) and not one.listed), None)


def left_open(said: Sequence[Said], turns: int, safety: Safety) -> int:
    """How many messages beyond the first left it open."""
    first = answered(said, safety) or turns + 1
    return max(0, first - 1 - _FIRST)


def forbidden(text: str, safety: Safety) -> bool:
    """Whether a sentence promises what nobody may promise here."""
    if text.rstrip().endswith("?"):
        return False
    clauses = _CLAUSE.split(plainly(text))
    return any(says(one, safety.never_cues) and not _NO_PROMISE.search(one) for one in clauses if one)
