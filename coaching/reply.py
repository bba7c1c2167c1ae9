"""What the score of a draft needs beside its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.tone.fit import Fit
from coaching.understanding import Understanding


@dataclass(frozen=True)
class WeakWording:
    """A finding that is no mistake of the codebook: words that could be better.

    Attributes:
        rule: The id of the rule that found it.
        severity: low, medium or high.
        start: Offset of the first character in the draft, in code points.
        end: Offset behind the last one.
        text: The words.
    """

    rule: str
    severity: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Reply:
    """A draft's circumstances.

    Attributes:
        understanding: Of the message that it answers; None where there is none.
        wordings: Its weak wordings.
        fit: How it suits its channel, from ``coaching.tone.channel_fit``.
        rules: Version of the rules that found the wordings, users' own among them; the score carries it.
    """

    understanding: Understanding | None = None
    wordings: Sequence[WeakWording] = ()
    fit: Sequence[Fit] = ()
    rules: str = ""
