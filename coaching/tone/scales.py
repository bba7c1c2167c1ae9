"""What moves each scale of the tone: read from ``scales.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.moves import LABELS
from coaching.tone.signs import SIGNS
from coaching.yamlfile import Node, read

SCALES_FILE = Path(__file__).with_name("scales.yml")
SCALES = ("empathy", "apology", "ownership", "positivity", "warmth", "clarity", "formality", "concreteness")
_LARGEST = 5.0


@dataclass(frozen=True)
class Phrases:
    """Words that move a scale.

    Attributes:
        id: What the list is called.
        weight: How much each of them weighs.
        words: The words.
        always: Whether they count in a sentence that empathises, too, where they lower the scale.
        not_in: Moves beside which they do not count.
    """

    id: str
    weight: float
    words: tuple[str, ...]
    always: bool
    not_in: tuple[str, ...]


@dataclass(frozen=True)
class ScaleRules:
    """What moves one scale. Weights are positive where they raise it and negative where they lower it.

    Attributes:
        name: One of ``SCALES``.
        title: What people call it.
        meaning: What it tells, in a sentence.
        base: Its value where there is no evidence, 0 to 1.
        stock: The share that a move counts with in a sentence that would fit any complaint, 0 to 1.
        moves: Weight of each move.
        phrases: Lists of words.
        signs: Weight of each sign of the grammar.
        reading: Weight of how easy the sentences are to read, for one sentence of usual length.
        tied: Weight of a sentence that is fully tied to this customer's case.
        pattern: Finds any of the words; the longest where several begin at one place.
    """

    name: str
    title: str
    meaning: str
    base: float
    stock: float
    moves: Mapping[str, float]
    phrases: Mapping[str, Phrases]
    signs: Mapping[str, float]
    reading: float
    tied: float
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class ToneRules:
    """All scales in the order of ``SCALES``; ``prior`` is how much evidence a base is worth."""

    prior: float
    scales: tuple[ScaleRules, ...]


@lru_cache(maxsize=1)
def tone_rules() -> ToneRules:
    """The project's rules, read once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    return load_scales(SCALES_FILE)


def load_scales(path: Path) -> ToneRules:
    """Read a file of scales.

    Raises:
        CoachError: The file cannot be read.
        DataError: The file is not as it should be; names the line.
    """
    root = read(path)
    root.only("note", "source", "prior", "scales")
    for told in ("note", "source"):
        root.at(told).text()
    scales = root.at("scales")
    scales.only(*SCALES)
    return ToneRules(root.at("prior").number(0.1, 10), tuple(_scale(name, scales.at(name)) for name in SCALES))


def _scale(name: str, node: Node) -> ScaleRules:
    node.only("title", "meaning", "base", "stock", "moves", "words", "signs", "reading", "tied")
    lists = [_phrases(id, one) for id, one in _items(node, "words")]
    # A word in two lists moves the scale once, by the first.
    phrases: dict[str, Phrases] = {}
    for one in lists:
        for word in one.words:
            phrases.setdefault(word.lower(), one)
    words = "|".join(re.escape(word) for word in sorted(phrases, key=lambda word: (-len(word), word)))
    return ScaleRules(
        name=name,
        title=node.at("title").text(),
        meaning=node.at("meaning").text(),
        base=node.at("base").number(0.01, 0.99),
        stock=node.at("stock").number(0, 1),
        moves=_weights(node, "moves", LABELS),
        phrases=phrases,
        signs=_weights(node, "signs", SIGNS),
        reading=_optional(node, "reading"),
        tied=_optional(node, "tied"),
        pattern=re.compile(rf"(?<![\w'-])(?:{words})(?![\w-]|'\w)" if words else r"(?!)", re.IGNORECASE),
    )


def _phrases(id: str, node: Node) -> Phrases:
    node.only("weight", "words", "always", "not_in")
    always, not_in = node.get("always"), node.get("not_in")
    return Phrases(
        id=id,
        weight=node.at("weight").number(-_LARGEST, _LARGEST),
        words=node.at("words").texts(),
        always=always is not None and always.flag(),
        not_in=() if not_in is None else tuple(one.one_of(LABELS) for one in not_in.each()),
    )


def _weights(node: Node, key: str, known: tuple[str, ...]) -> dict[str, float]:
    weights = node.get(key)
    if weights is not None:
        weights.only(*known)
    return {name: one.number(-_LARGEST, _LARGEST) for name, one in _items(node, key)}


def _items(node: Node, key: str) -> list[tuple[str, Node]]:
    inner = node.get(key)
    return [] if inner is None else list(inner.items())


def _optional(node: Node, key: str) -> float:
    number = node.get(key)
    return 0.0 if number is None else number.number(0, _LARGEST)
