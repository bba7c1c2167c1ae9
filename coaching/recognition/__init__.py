"""From an agent's words to the moves of the codebook."""

from coaching.recognition.features import Row
from coaching.recognition.recogniser import Recogniser
from coaching.recognition.sentence import RecognisedSentence
from coaching.recognition.sentences import split_sentences
from coaching.recognition.spans import Span

__all__ = ["RecognisedSentence", "Recogniser", "Row", "Span", "split_sentences"]
