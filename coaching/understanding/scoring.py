"""How signs of a feeling add up, from ``emotions/scoring.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from coaching.understanding.message import CALM, EMOTIONS, WANTS
from coaching.understanding.rules import FOLDER
from coaching.yamlfile import read

SCORING_FILE = FOLDER / "emotions" / "scoring.yml"
_NUMBERS = ("told", "others", "repeated", "trouble_most", "least", "marks_most", "alone")


@dataclass(frozen=True)
class Scoring:
    """The values of the file, all 0 to 1; see there for what each does."""

    told: float
    others: float
    repeated: float
    trouble_most: float
    least: float
    marks_most: float
    alone: float
    hurry_from: float
    hurry_weight: float
    borne: Mapping[str, Mapping[str, float]]
    order: tuple[str, ...]
    owed: frozenset[str]


@lru_cache(maxsize=1)
def scoring() -> Scoring:
    """Read the file, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(SCORING_FILE)
    root.only("note", "source", "hurry", "borne", "order", "owed", *_NUMBERS)
    hurry, felt = root.at("hurry"), tuple(name for name in EMOTIONS if name != CALM)
    root.at("borne").only(*felt)
    return Scoring(
        hurry_from=hurry.at("from").number(0, 1),
        hurry_weight=hurry.at("weight").number(0, 1),
        borne={
            name: {other: weight.number(0, 1) for other, weight in node.items()}
            for name, node in root.at("borne").items()
        },
        order=tuple(item.one_of(felt) for item in root.at("order").each()),
        owed=frozenset(item.one_of(tuple(WANTS)) for item in root.at("owed").each()),
        **{name: root.at(name).number(0, 1) for name in _NUMBERS},
    )


def together(weights: Iterable[float], others: float = 1.0) -> float:
    """What several signs show together: 1 - (1 - a)(1 - b)...; 0 to 1, whatever their number.

    Args:
        weights: Of each sign, 0 to 1.
        others: The share of itself that each but the strongest counts, 0 to 1.
    """
    left = 1.0
    for number, weight in enumerate(sorted(weights, reverse=True)):
        left *= 1.0 - weight * (others if number else 1.0)
    return 1.0 - left
