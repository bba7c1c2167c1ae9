"""Reading a customer's message: what they feel, how urgent it is, what they want, what they told."""

from __future__ import annotations

from functools import lru_cache

from coaching.recognition.language_of import spoken_language
from coaching.understanding.details import details
from coaching.understanding.emotion import feel
from coaching.understanding.facts import Facts
from coaching.understanding.gathering import facts_of
from coaching.understanding.mended import mend
from coaching.understanding.message import Emotion, Understanding
from coaching.understanding.parsed import parsable
from coaching.understanding.retelling import retell
from coaching.understanding.urgency import hurry
from coaching.understanding.wants import wanted

_REMEMBERED = 256
_READ = 8000
"""Characters that are read: five closely written pages."""


@lru_cache(maxsize=_REMEMBERED)
def understand(message: str) -> Understanding:
    """Understand a customer's message; nothing is guessed, so much may stay unknown. Same message, same answer.

    Args:
        message: The customer's message; empty gives a calm customer of whom nothing is known. Its first 8,000
            characters are read, and the first 4,000 of them parsed, so that it takes a second at the most.
    """
    mended = mend(message[:_READ])
    if not message.strip():
        return Understanding(Emotion(), hurry(mend("")), (), (), Facts())
    if not spoken_language(message).judged:
        return Understanding(Emotion(), hurry(mend("")), (), details(mended, english=False), Facts())
    retold = retell(parsable(mended.text))
    urgency, wants, found = hurry(mended), wanted(mended), details(mended, english=True)
    emotion = feel(mended, urgency, retold, wants)
    facts = facts_of(mended, retold, emotion, urgency, wants, found)
    return Understanding(emotion, urgency, wants, found, facts)


def read_facts(message: str) -> Facts:
    """The facts of a customer's message alone; see ``understand``."""
    return understand(message).facts
