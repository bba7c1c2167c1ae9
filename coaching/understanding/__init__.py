"""What a customer's message says: feeling, urgency, wants, details, and facts that a reply can take up."""

from coaching.understanding.facts import FACTS, MESSAGE, Facts
from coaching.understanding.message import (
    CALM,
    DETAILS,
    EMOTIONS,
    FRUSTRATED,
    WANTS,
    Cue,
    Detail,
    Emotion,
    Understanding,
    Urgency,
    Want,
)
from coaching.understanding.understand import read_facts, understand

__all__ = [
    "CALM",
    "DETAILS",
    "EMOTIONS",
    "FACTS",
    "FRUSTRATED",
    "MESSAGE",
    "WANTS",
    "Cue",
    "Detail",
    "Emotion",
    "Facts",
    "Understanding",
    "Urgency",
    "Want",
    "read_facts",
    "understand",
]
