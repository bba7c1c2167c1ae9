"""Whether a reply asks for what the customer has told already."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from coaching.moves import INQUIRE
from coaching.recognition.sentence import RecognisedSentence
from coaching.understanding import DETAILS, Detail, Understanding
from coaching.yamlfile import read

ASKING_FILE = Path(__file__).with_name("asking.yml")
_REQUEST = re.compile(r"\b(?:can|could|may|would|will|please|need|give|send|tell|confirm|provide)\b", re.IGNORECASE)


def asks_for_told(sentence: RecognisedSentence, understanding: Understanding) -> Detail | None:
    """The detail that a sentence asks for although the customer gave it; None where it asks for nothing of the kind.

    Args:
        sentence: One sentence of the agent.
        understanding: Of the customer's message.
    """
    if not (INQUIRE in sentence.labels or sentence.text.rstrip().endswith("?") or _REQUEST.search(sentence.text)):
        return None
    for detail in understanding.details:
        asks = _asks().get(detail.kind)
        if asks and asks.search(sentence.text) and detail.text.lower() not in sentence.text.lower():
            return detail
    return None


@lru_cache(maxsize=1)
def _asks() -> Mapping[str, re.Pattern[str]]:
    root = read(ASKING_FILE)
    root.only("note", "source", "asks")
    asks = root.at("asks")
    asks.only(*DETAILS)
    return {
        kind: re.compile(rf"\b(?:{'|'.join(map(re.escape, node.texts()))})\b", re.IGNORECASE)
        for kind, node in asks.items()
    }
