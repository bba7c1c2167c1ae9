"""Which words weighed most for a label: each word is left out in turn, and the change is its weight.

Occlusion, after Zeiler and Fergus 2014 (10.1007/978-3-319-10590-1_53) and, for text, Li et al. 2016 (arXiv:1612.08220).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from coaching.moves import LABELS
from coaching.recognition.features import Row
from coaching.recognition.recogniser import Recogniser

_WORD = re.compile(r"\w(?:[\w'’-]*\w)?|[?!]+")
_MOST = 40
"""Words that are tried; of a longer sentence every second, third … word is, so that the cost stays bounded."""


@dataclass(frozen=True)
class Weighed:
    """One word and what it did for a label.

    Attributes:
        start: Offset of its first character in the sentence.
        end: Offset behind its last character.
        weight: By how much the label's log-odds fall when it is left out; above 0.
    """

    start: int
    end: int
    weight: float


def weigh_words(recogniser: Recogniser, row: Row, label: str, most: int = 5) -> list[Weighed]:
    """The words that spoke most for a label, the weightiest first.

    Args:
        recogniser: Loaded.
        row: The sentence with its customer's message.
        label: One of the codebook's.
        most: How many words to give.

    Returns:
        At most ``most`` words, all with a weight above 0; none for a text without words.

    Raises:
        ValueError: The label is not one of the codebook's.
    """
    if label not in LABELS:
        raise ValueError(f"unknown label {label!r}; expected one of {', '.join(LABELS)}")
    column = LABELS.index(label)
    words = [found.span() for found in _WORD.finditer(row.text)]
    words = words[:: -(-len(words) // _MOST)] if words else []
    without = [Row(row.text[:start] + row.text[end:], row.customer) for start, end in words]
    chances = np.clip(recogniser.probabilities([row, *without])[:, column].astype(np.float64), 1e-6, 1 - 1e-6)
    odds = np.log(chances / (1 - chances))
    weighed = [Weighed(start, end, float(odds[0] - odd)) for (start, end), odd in zip(words, odds[1:], strict=True)]
    return sorted((word for word in weighed if word.weight > 0), key=lambda word: (-word.weight, word.start))[:most]
