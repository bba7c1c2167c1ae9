"""What the recogniser says of one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coaching.moves import in_codebook_order


@dataclass(frozen=True)
class RecognisedSentence:
    """One sentence of a message with its moves.

    Attributes:
        text: The sentence as it stands in the message.
        start: Offset of its first character in the message, in characters.
        end: Offset behind its last character.
        labels: The moves recognised, in the codebook's order; none is a good answer.
        confidence: For every label of the codebook a probability from 0 to 1.
        unsure: Moves that it may make, too uncertain to be judged.
        raised: Mistakes that a rule's words name beyond doubt where the recogniser missed them, with the rule's id.
    """

    text: str
    start: int
    end: int
    labels: tuple[str, ...]
    confidence: Mapping[str, float]
    unsure: tuple[str, ...] = ()
    raised: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The sentence as plain JSON values; confidences with three decimals."""
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "labels": list(self.labels),
            "unsure": list(self.unsure),
            "raised": dict(self.raised),
            "confidence": {label: round(float(value), 3) for label, value in self.confidence.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> RecognisedSentence:
        """The inverse of ``to_json``."""
        return cls(
            str(data["text"]),
            int(data["start"]),
            int(data["end"]),
            in_codebook_order(data["labels"]),
            dict(data["confidence"]),
            in_codebook_order(data.get("unsure", ())),
            dict(data.get("raised", {})),
        )
