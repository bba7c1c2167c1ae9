"""What a customer's message says: feeling, urgency, wants, details, and facts that a reply can take up."""

from coaching.understanding.facts import FACTS, Facts
from coaching.understanding.message import (
    DETAILS,
    EMOTIONS,
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
    "DETAILS",
    "EMOTIONS",
    "FACTS",
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
