"""The settings that the recogniser is taught with, from ``recogniser.yml``."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching import yamlfile
from coaching.moves import Kind
from coaching.yamlfile import Node

FORMAT = 2
"""Counts up whenever the features or the model file change in code, so that an older file is taught anew."""
_FILE = Path(__file__).with_name("recogniser.yml")


@dataclass(frozen=True)
class Settings:
    """See ``recogniser.yml`` for what each value does and why.

    Attributes:
        words, characters: Shortest and longest n-gram, and the number of sentences it must stand in.
        surface_scale: Weight of the surface signs beside n-grams of length 1.
        regularisation: Inverse strength, above 0.
        fewest: Sentences with a label that each part must hold.
        rarity: For each kind of move, how many times rarer it is in real chats than in the training data.
        lowest, highest: Bounds of a threshold, 0 to 1.
        doubtful: Share of a label's threshold from which on the product says "unsure".
        digest: Hash of the file that all this came from.
    """

    words: tuple[int, int, int]
    characters: tuple[int, int, int]
    surface_scale: float
    regularisation: float
    fewest: int
    rarity: dict[Kind, float]
    lowest: float
    highest: float
    doubtful: float
    digest: str


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Read the settings, once.

    Raises:
        DataError: The file is not as it should be.
    """
    root = yamlfile.read(_FILE)
    root.only("note", "source", "words", "characters", "surface", "regularisation", "fewest", "rarity", "threshold")
    rarity, threshold = root.at("rarity"), root.at("threshold")
    rarity.only(*(kind.value for kind in Kind))
    threshold.only("lowest", "highest", "doubtful")
    lowest, highest = (threshold.at(key).number(0, 1) for key in ("lowest", "highest"))
    if lowest > highest:
        raise threshold.at("lowest").error("a share not above `highest`")
    return Settings(
        words=_lengths(root.at("words")),
        characters=_lengths(root.at("characters")),
        surface_scale=root.at("surface").number(0, 100),
        regularisation=root.at("regularisation").number(1e-6, 1e6),
        fewest=int(root.at("fewest").number(2, 1000)),
        rarity={kind: rarity.at(kind.value).number(0.01, 100) for kind in Kind},
        lowest=lowest,
        highest=highest,
        doubtful=threshold.at("doubtful").number(0, 1),
        digest=hashlib.sha256(_FILE.read_bytes()).hexdigest(),
    )


def _lengths(node: Node) -> tuple[int, int, int]:
    shortest, longest, at_least = (int(node.at(key).number(1, 1000)) for key in ("shortest", "longest", "at_least"))
    return shortest, longest, at_least
