"""How much of a set of messages is understood."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from coaching.understanding import understand
from coaching.yamlfile import Node, read

STRENGTHS = {"none": 0.0, "mild": 0.12, "clear": 0.4, "strong": 0.8}
URGENCIES = {"none": 0.0, "some": 0.2, "urgent": 0.5, "now": 0.8}
"""From which value on it is called so."""
EXACT = {"order", "amount", "name", "link"}
"""Kinds of which every character counts; of others the words told may lie within the words found, or around them."""


@dataclass
class Found:
    """Of one kind, or all: what was rightly found, wrongly found and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def __add__(self, other: "Found") -> "Found":
        """Both together."""
        return Found(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    def __str__(self) -> str:
        """The figures."""
        return f"precision {self.precision:.2f}, recall {self.recall:.2f} ({self.right}/{self.wrong}/{self.missed})"


@dataclass
class Figures:
    """What a set of messages gave.

    Attributes:
        messages: How many there are.
        share: The share of messages with the right emotion, strength and urgency.
        wants: Over all messages.
        kinds: Details, by kind.
    """

    messages: int
    share: dict[str, float]
    wants: Found = field(default_factory=Found)
    kinds: dict[str, Found] = field(default_factory=dict)

    @property
    def details(self) -> Found:
        """All kinds together."""
        return sum(self.kinds.values(), Found())


def measure(name: str) -> Figures:
    """Understand every message of a file in this folder and compare."""
    messages = list(read(Path(__file__).with_name(name)).each())
    hits: Counter[str] = Counter()
    figures = Figures(len(messages), {})
    for node in messages:
        seen = understand(node.at("text").text())
        named = {node.at(key).text() for key in ("emotion", "also") if node.get(key)}
        hits["emotion"] += seen.emotion.name in named
        hits["strength"] += _called(seen.emotion.strength, STRENGTHS) == node.at("strength").text()
        hits["urgency"] += _called(seen.urgency.strength, URGENCIES) == node.at("urgency").text()
        found, told = {want.kind for want in seen.wants}, set(node.at("wants").texts())
        figures.wants += Found(len(found & told), len(found - told), len(told - found))
        _compare(node.at("details"), seen.details, figures.kinds)
    figures.share = {key: hits[key] / len(messages) for key in ("emotion", "strength", "urgency")}
    return figures


def _called(value: float, names: dict[str, float]) -> str:
    return [name for name, least in names.items() if value >= least][-1]


def _compare(told: Node, details, kinds: dict[str, Found]) -> None:
    expected = {kind: list(node.texts()) for kind, node in told.items()}
    for kind in {*expected, *(detail.kind for detail in details)}:
        left = [detail.text for detail in details if detail.kind == kind]
        right = 0
        for words in expected.get(kind, []):
            match = next((one for one in left if _same(words, one, kind)), None)
            if match is not None:
                left.remove(match)
                right += 1
        missed = len(expected.get(kind, [])) - right
        kinds[kind] = kinds.get(kind, Found()) + Found(right, len(left), missed)


def _same(words: str, found: str, kind: str) -> bool:
    words, found = words.lower(), found.lower()
    return words == found if kind in EXACT else words in found or found in words
