"""A conversation as the score reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from coaching.recognition.language_of import spoken_language
from coaching.recognition.sentence import RecognisedSentence

Speaker = Literal["customer", "agent"]
Recognise = Callable[[str, str], Sequence[RecognisedSentence]]


@dataclass(frozen=True)
class TranscriptTurn:
    """One row of a transcript; ``sentences`` are the moves of an agent's row, with offsets into ``text``."""

    speaker: Speaker
    text: str
    sentences: tuple[RecognisedSentence, ...] = ()


def recognise_transcript(rows: Iterable[tuple[Speaker, str]], recognise: Recognise) -> tuple[TranscriptTurn, ...]:
    """Recognise the moves of every agent row in the light of the customer's last message.

    A row that is surely not English gets no sentences: nothing can be said of its moves.

    Args:
        rows: Speaker and text, in order.
        recognise: Gives the sentences of a message, from its text and the customer's last one.
    """
    transcript: list[TranscriptTurn] = []
    customer = ""
    for speaker, text in rows:
        if speaker == "customer":
            customer = text
            transcript.append(TranscriptTurn(speaker, text))
        else:
            sentences = recognise(text, customer) if spoken_language(text).judged else ()
            transcript.append(TranscriptTurn(speaker, text, tuple(sentences)))
    return tuple(transcript)
