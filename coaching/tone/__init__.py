"""How a text sounds."""

from coaching.tone.sentiment import Assessment, Sentiment, sentiment

__all__ = ["Assessment", "Sentiment", "sentiment"]
