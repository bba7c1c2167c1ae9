"""The numbers of ``rules.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.moves import LABELS
from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("rules.yml")
_MOST = 10_000


@dataclass(frozen=True)
class SeeingRules:
    """What charts and ratings go by.

    Attributes:
        few: A mean of fewer sessions is marked.
        first_response: Seconds at which the first response time is divided, rising.
        recommend: The lowest answers of the middle and of the upper group.
        sentences: So many are drawn to be rated.
        sessions: So many whole sessions, likewise.
        latest: Out of so many of the latest sessions.
        rare_share: The share of the sentences, 0 to 1, that is drawn for a rare label.
        rare_below: A label is rare that less than this share of the sentences, 0 to 1, carries.
        f1: The recogniser's F1 by label.
        weak: The labels at which it is known to be weak, the weakest first.
    """

    few: int
    first_response: tuple[int, ...]
    recommend: tuple[int, int]
    sentences: int
    sessions: int
    latest: int
    rare_share: float
    rare_below: float
    f1: Mapping[str, float]
    weak: tuple[str, ...]


@lru_cache(maxsize=1)
def seeing_rules() -> SeeingRules:
    """The rules in force.

    Raises:
        DataError: Something in the file is not as expected; names the line.
    """
    root = read(FILE)
    root.only("few", "first_response", "recommend", "sample", "weak")
    sample = _part(root, "sample", "sentences", "sessions", "latest", "rare_share", "rare_below")
    weak = _part(root, "weak", "below", "f1")
    below, f1 = weak.at("below").number(0, 1), weak.at("f1")
    f1.only(*LABELS)
    shares = {label: f1.at(label).number(0, 1) for label in LABELS}
    middle, upper = _rising(_part(root, "recommend", "from").at("from"), 2)
    return SeeingRules(
        few=_number(_part(root, "few", "sessions").at("sessions")),
        first_response=_rising(_part(root, "first_response", "seconds").at("seconds"), 3),
        recommend=(middle, upper),
        sentences=_number(sample.at("sentences")),
        sessions=_number(sample.at("sessions")),
        latest=_number(sample.at("latest")),
        rare_share=sample.at("rare_share").number(0, 1),
        rare_below=sample.at("rare_below").number(0, 1),
        f1=shares,
        weak=tuple(sorted((label for label in LABELS if shares[label] < below), key=lambda label: shares[label])),
    )


def _part(root: Node, name: str, *keys: str) -> Node:
    part = root.at(name)
    part.only("note", "source", *keys)
    part.at("note").text()
    part.at("source").text()
    return part


def _number(node: Node) -> int:
    if not isinstance(node.value, int) or isinstance(node.value, bool) or not 1 <= node.value <= _MOST:
        raise node.error(f"a whole number from 1 to {_MOST}")
    return node.value


def _rising(node: Node, count: int) -> tuple[int, ...]:
    values = node.value if isinstance(node.value, list) else []
    whole = [value for value in values if isinstance(value, int) and not isinstance(value, bool)]
    if len(values) != count or whole != sorted(set(values)):
        raise node.error(f"{count} whole numbers, each above the one before")
    return tuple(whole)
