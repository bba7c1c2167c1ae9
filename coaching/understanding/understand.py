"""Reading a customer's message: what they feel, how urgent it is, what they want, what they told."""

from __future__ import annotations

from functools import lru_cache

from coaching.recognition.language_of import spoken_language
from coaching.understanding.details import details
from coaching.understanding.emotion import feel
from coaching.understanding.facts import Facts, read_facts
from coaching.understanding.mended import mend
from coaching.understanding.message import Emotion, Understanding
from coaching.understanding.urgency import hurry
from coaching.understanding.wants import wanted

_REMEMBERED = 256


@lru_cache(maxsize=_REMEMBERED)
def understand(message: str) -> Understanding:
    """Understand a customer's message; nothing is guessed, so much may stay unknown. Same message, same answer.

    Args:
        message: The customer's message; empty gives a calm customer of whom nothing is known.
    """
    mended = mend(message)
    if not spoken_language(message).judged:
        return Understanding(Emotion(), hurry(mend("")), (), details(mended, english=False), Facts())
    urgency = hurry(mended)
    found = details(mended, english=True)
    return Understanding(feel(mended, urgency), urgency, wanted(mended), found, read_facts(message))
