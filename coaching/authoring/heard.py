"""A transcript as it was understood: sentences with their moves, messages with their feelings."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.authoring.draft_words import DraftWords
from coaching.authoring.transcript import AGENT, Transcript
from coaching.recognition.sentence import RecognisedSentence
from coaching.recognition.sentences import split_sentences
from coaching.suggestions.reading import Reader
from coaching.understanding import Understanding, understand

_FEWEST_WORDS = 3
"""A sentence of fewer words ("Maya", "Kind regards") is no line to take over."""


@dataclass(frozen=True)
class Heard:
    """One message.

    Attributes:
        text: As it was said.
        agent: The agent's sentences with their moves; empty for the customer's.
        sentences: The customer's sentences; empty for the agent's.
        meaning: What the customer's message says; None for the agent's.
        mood: The customer's band; empty for the agent's.
    """

    text: str
    agent: tuple[RecognisedSentence, ...]
    sentences: tuple[str, ...]
    meaning: Understanding | None
    mood: str

    def did(self, move: str) -> tuple[str, ...]:
        """The agent's sentences that make this move."""
        return tuple(_line(one.text) for one in self.agent if move in one.labels)


def listen(transcript: Transcript, reader: Reader, words: DraftWords) -> tuple[Heard, ...]:
    """Understand a transcript, message by message."""
    found: list[Heard] = []
    said = ""
    for message in transcript.messages:
        if message.side == AGENT:
            found.append(Heard(message.text, tuple(reader.recognise(message.text, said)), (), None, ""))
            continue
        said, meaning = message.text, understand(message.text)
        found.append(Heard(said, (), _sentences(said), meaning, mood_of(meaning, words)))
    return tuple(found)


def mood_of(meaning: Understanding, words: DraftWords) -> str:
    """The band that a message's feeling is."""
    feeling = meaning.emotion
    if feeling.name == "angry" and feeling.strength >= words.furious_from:
        return "furious"
    return words.feelings[feeling.name].mood


def spoken(text: str) -> str:
    """A sentence fit for a scenario's line: in one line, without braces."""
    return _line(text.replace("{", "(").replace("}", ")"))


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a message, each fit for a line."""
    return tuple(spoken(text[one.start : one.end]) for one in split_sentences(text))


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(one for one in sentences_of(text) if len(one.split()) >= _FEWEST_WORDS)


def _line(text: str) -> str:
    return " ".join(text.split())
