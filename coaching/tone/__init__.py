"""How a text sounds: a lexicon's sentiment, a profile on eight scales, the fit to a channel."""

from coaching.tone.fit import Fit, channel_fit
from coaching.tone.profile import Scale, ToneWord, tone_profile
from coaching.tone.sentiment import Assessment, Sentiment, sentiment

__all__ = ["Assessment", "Fit", "Scale", "Sentiment", "ToneWord", "channel_fit", "sentiment", "tone_profile"]
