"""Labelled sentences as word pieces, and noise for them: typing errors, missing stops, two sentences run together."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import BertWordPieceTokenizer

VOCABULARY = Path(__file__).parents[1] / "coaching" / "recognition" / "vendor" / "minilm_vocab.txt"
_JOINTS = (", ", " and ", " - ", " ", ". ")


@dataclass(frozen=True)
class Labelled:
    """One sentence with its target.

    Attributes:
        key: Name of the sentence with its customer's message, as the product computes it.
        text: The sentence.
        customer: The customer's last message, or nothing.
        conversation: Its sentences are never split between teaching and measuring.
        target: For each label the share of the votes for it (writer, checker, final), 0 to 1.
    """

    key: str
    text: str
    customer: str
    conversation: str
    target: tuple[float, ...]


def read_labelled(path: Path) -> tuple[list[str], list[Labelled]]:
    """The labels' names, and the sentences, from the file that ``rows.py`` wrote."""
    first, *rest = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    rows = (json.loads(line) for line in rest)
    return json.loads(first)["labels"], [Labelled(**{**row, "target": tuple(row["target"])}) for row in rows]


class Pieces:
    """Texts to word pieces, cut to a length."""

    def __init__(self, longest: int) -> None:
        """Read the vocabulary that the product uses too."""
        self._tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
        self._tokenizer.enable_truncation(longest)

    def __call__(self, texts: Sequence[str]) -> list[list[int]]:
        """Word pieces of each text, with the marks for its beginning and end."""
        return [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]


def with_noise(rows: Sequence[Labelled], share: float, chance: random.Random) -> list[tuple[str, tuple[float, ...]]]:
    """Texts and targets of one epoch.

    Of the share that is changed, four in ten are joined with the sentence that follows in the same message (the joint
    sentence does what either does); six in ten, drawn anew, get the slips of hasty typing.
    """
    found = []
    for index, row in enumerate(rows):
        text, target = row.text, row.target
        if chance.random() < share:
            following = rows[index + 1] if index + 1 < len(rows) else row
            same = (following.conversation, following.customer) == (row.conversation, row.customer)
            if same and following is not row and chance.random() < 0.4:
                text = text.rstrip(".!") + chance.choice(_JOINTS) + following.text
                target = tuple(map(max, target, following.target))
            if chance.random() < 0.6:
                text = _mistyped(text, chance)
        found.append((text, target))
    return found


def customers_with_gaps(customers: Sequence[str], share: float, chance: random.Random) -> list[str]:
    """Customers' messages of one epoch, some missing or without their beginning, as in logs and pasted chats.

    Of the share that is changed, four in ten are left out, the others lose up to two thirds of their words; equal
    messages change alike, so that they need to be read only once.
    """
    changed: dict[str, str] = {}
    for text in dict.fromkeys(customers):
        words = text.split()
        if chance.random() < share and words:
            kept = 0 if chance.random() < 0.4 else chance.randint(max(1, len(words) // 3), len(words))
            changed[text] = " ".join(words[len(words) - kept :])
    return [changed.get(text, text) for text in customers]


def _mistyped(text: str, chance: random.Random) -> str:
    letters = chance.random()
    if letters < 0.3:
        text = text.lower()
    elif letters < 0.35:
        text = text.upper()
    if chance.random() < 0.3:
        text = text.rstrip(".!")
    if chance.random() < 0.15:
        text = text.replace(",", "").replace("'", "")
    if chance.random() < 0.3 and len(text) > 12:
        at = chance.randrange(1, len(text) - 2)
        slip = chance.choice(("", text[at + 1] + text[at], text[at] * 2))
        text = text[:at] + slip + text[at + (2 if slip and slip != text[at] * 2 else 1) :]
    return text
