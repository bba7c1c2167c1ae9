"""The settings of fine-tuning, from ``settings.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("settings.yml")


@dataclass(frozen=True)
class Settings:
    """See ``settings.yml`` for each value."""

    base: str
    parts: int
    epochs: int
    batch: int
    learning_rate: float
    layer_decay: float
    head_learning_rate: float
    warm_up: float
    dropout: float
    weight_decay: float
    augment: float
    longest: dict[str, int]
    precision: str
    seed: int


def read_settings() -> Settings:
    """Read the file; a missing or unknown key is a TypeError that names it."""
    values: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return Settings(**values)
