"""The settings that the recogniser is taught with, from ``recogniser.yml``."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching import yamlfile
from coaching.moves import Kind
from coaching.yamlfile import Node

FORMAT = 1
"""Counts up whenever the features or the model file change in code, so that an older file is taught anew."""
_FILE = Path(__file__).with_name("recogniser.yml")


@dataclass(frozen=True)
class Settings:
    """See ``recogniser.yml`` for what each value does and why.

    Attributes:
        words, characters: Shortest and longest n-gram, and the number of sentences it must stand in.
        vector_scale, surface_scale: Weight of these features beside n-grams of length 1.
        regularisation: Inverse strength, above 0.
        folds: Parts for thresholds and calibration.
        rarity: For each kind of move, how many times rarer it is in real chats than in the training data.
        batches: Weight of the sentences of a lot, by its name.
        lowest, highest: Bounds of a threshold, 0 to 1.
        digest: Hash of the file that all this came from.
    """

    words: tuple[int, int, int]
    characters: tuple[int, int, int]
    vector_scale: float
    surface_scale: float
    regularisation: float
    folds: int
    rarity: dict[Kind, float]
    batches: dict[str, float]
    lowest: float
    highest: float
    digest: str


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Read the settings, once.

    Raises:
        DataError: The file is not as it should be.
    """
    root = yamlfile.read(_FILE)
    root.only(
        "note", "source", "words", "characters", "scale", "regularisation", "folds", "rarity", "batches", "threshold"
    )
    scale, rarity, threshold = root.at("scale"), root.at("rarity"), root.at("threshold")
    return Settings(
        words=_lengths(root.at("words")),
        characters=_lengths(root.at("characters")),
        vector_scale=scale.at("vector").number(0, 100),
        surface_scale=scale.at("surface").number(0, 100),
        regularisation=root.at("regularisation").number(1e-6, 1e6),
        folds=int(root.at("folds").number(2, 50)),
        rarity={kind: rarity.at(kind.value).number(0.01, 100) for kind in Kind},
        batches={name: node.number(0, 100) for name, node in root.at("batches").items()},
        lowest=threshold.at("lowest").number(0, 1),
        highest=threshold.at("highest").number(0, 1),
        digest=hashlib.sha256(_FILE.read_bytes()).hexdigest(),
    )


def _lengths(node: Node) -> tuple[int, int, int]:
    shortest, longest, at_least = (int(node.at(key).number(1, 1000)) for key in ("shortest", "longest", "at_least"))
    return shortest, longest, at_least
