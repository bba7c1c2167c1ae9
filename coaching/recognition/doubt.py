"""Mistakes that the recogniser itself doubts: they are shown, and count nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from coaching.moves import MISTAKES
from coaching.recognition.sentence import RecognisedSentence
from coaching.yamlfile import read

DOUBT_FILE = Path(__file__).with_name("doubt.yml")


@lru_cache(maxsize=1)
def sure_from() -> Mapping[str, float]:
    """The confidence (0 to 1) from which each mistake counts; read once a process.

    Raises:
        DataError: ``doubt.yml`` is not as it should be; names the line.
    """
    root = read(DOUBT_FILE)
    root.only("note", "source", "sure")
    sure = root.at("sure")
    sure.only(*MISTAKES)
    return {mistake: sure.at(mistake).number(0, 1) for mistake in MISTAKES}


def is_doubtful(sentence: RecognisedSentence, label: str) -> bool:
    """Whether a label of the sentence is a mistake that the recogniser doubts and no rule's words raise."""
    if label not in MISTAKES or label in sentence.raised:
        return False
    return sentence.confidence.get(label, 1.0) < sure_from()[label]
