"""What Rasa's messages say of recognised sentences: intent, ranking, entities, and the sentences themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coaching.moves import LABELS, NO_MOVE, weightiest
from coaching.recognition import RecognisedSentence

SENTENCES = "sentences"
RECOGNISER = "recogniser"
"""Keys of a message's parse data, beside Rasa's own."""


def intent_ranking(sentences: Sequence[RecognisedSentence]) -> list[dict[str, Any]]:
    """The message's intents, its weightiest move first, then the others by their best confidence, 0 to 1.

    A move's confidence is the highest that any sentence gives it, for the weightiest move any sentence that carries
    it; ``none`` has what the surest move leaves.
    """
    best = {label: max((_confidence(sentence, label) for sentence in sentences), default=0.0) for label in LABELS}
    chosen = weightiest(label for sentence in sentences for label in sentence.labels)
    best[NO_MOVE] = 1.0 - max(best.values())
    if chosen != NO_MOVE:
        best[chosen] = max(_confidence(sentence, chosen) for sentence in sentences if chosen in sentence.labels)
    others = sorted((label for label in best if label != chosen), key=lambda label: -best[label])
    return [{"name": label, "confidence": best[label]} for label in (chosen, *others)]


def entities(sentences: Sequence[RecognisedSentence], extractor: str) -> list[dict[str, Any]]:
    """Every move of every sentence as one of Rasa's entities; offsets in characters of the message."""
    return [
        {
            "entity": label,
            "start": sentence.start,
            "end": sentence.end,
            "value": sentence.text,
            "confidence_entity": _confidence(sentence, label),
            "extractor": extractor,
        }
        for sentence in sentences
        for label in sentence.labels
    ]


def sentences_of(parsed: Mapping[str, Any]) -> list[RecognisedSentence]:
    """The sentences of a parsed message, those without a move among them.

    A message that no tagger saw (``/apologize``, as one types to try a rule) counts as one sentence with its intent.
    """
    if SENTENCES in parsed:
        return [RecognisedSentence.from_json(sentence) for sentence in parsed[SENTENCES]]
    text = str(parsed.get("text") or "")
    intent = (parsed.get("intent") or {}).get("name")
    labels = (intent,) if intent in LABELS else ()
    return [RecognisedSentence(text, 0, len(text), labels, {label: float(label in labels) for label in LABELS})]


def _confidence(sentence: RecognisedSentence, label: str) -> float:
    return float(sentence.confidence.get(label, 0.0))
