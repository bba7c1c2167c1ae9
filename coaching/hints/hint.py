"""A hint as a value."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

NUDGE, SENTENCE = STRENGTHS = ("nudge", "sentence")


@dataclass(frozen=True)
class Hint:
    """What a trainee could do next.

    Attributes:
        rule: The id of the rule in ``hints.yml`` that is due.
        step: The HEARD step that it leads to.
        title: What to do, in a few words.
        why: Why now.
        next_in_words: How one goes about it.
        strength: ``nudge``, or ``sentence`` where wording comes with it.
        sentence: The wording, ready to be said; None for a nudge.
        faded: Whether the trainee does this well by now, so that a live hint may stay away.
    """

    rule: str
    step: str
    title: str
    why: str
    next_in_words: str
    strength: str
    sentence: str | None
    faded: bool

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)
