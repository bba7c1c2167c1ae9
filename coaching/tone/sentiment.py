"""TextBlob's sentiment, shown as it is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from textblob import TextBlob


@dataclass(frozen=True)
class Assessment:
    """Words that TextBlob's lexicon judged, with polarity (-1 to 1) and subjectivity (0 to 1)."""

    words: str
    polarity: float
    subjectivity: float


@dataclass(frozen=True)
class Sentiment:
    """A text's polarity (-1 to 1), subjectivity (0 to 1) and the judged words in order."""

    polarity: float
    subjectivity: float
    assessments: tuple[Assessment, ...]

    def to_json(self) -> dict[str, Any]:
        """The sentiment as plain JSON values."""
        return {**asdict(self), "assessments": [asdict(one) for one in self.assessments]}


def sentiment(text: str) -> Sentiment:
    """Read a text's sentiment from TextBlob's pattern lexicon (needs no corpora).

    A lexicon takes "I am so sorry for the terrible delay" for ill-will and "as per our policy" for neutral, so this is
    shown to people and counts towards no score. Values have three decimals. A text with no known word is neutral.
    """
    read = TextBlob(text).sentiment_assessments
    assessments = tuple(
        Assessment(" ".join(words), round(float(polarity), 3), round(float(subjectivity), 3))
        for words, polarity, subjectivity, _ in read.assessments
    )
    return Sentiment(round(float(read.polarity), 3), round(float(read.subjectivity), 3), assessments)
