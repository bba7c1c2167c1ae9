"""Where the project's files lie. Data folders can be moved by environment variables (see the README's table)."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def training_data() -> Path:
    """The folder with ``nlu/``, ``scenarios/``, ``personas.yml``; ``HEARD_TRAINING_DATA`` moves it."""
    return Path(os.environ.get("HEARD_TRAINING_DATA") or ROOT / "training_data")


def recogniser_model() -> Path:
    """The recogniser's one model file, shared by the bot and the assistant; ``HEARD_RECOGNISER`` moves it."""
    return Path(os.environ.get("HEARD_RECOGNISER") or ROOT / "models" / "recogniser" / "heard.joblib")


def user_rules() -> Path:
    """The folder with a user's own rule packs and ``switches.yml``, which may not exist; ``HEARD_RULES`` moves it."""
    return Path(os.environ.get("HEARD_RULES") or ROOT / "var" / "rules")


def user_scenarios() -> Path:
    """The folder with scenarios of one's own, which may not exist; ``HEARD_SCENARIOS`` moves it."""
    return Path(os.environ.get("HEARD_SCENARIOS") or ROOT / "var" / "scenarios")


def phrasebook() -> Path:
    """The folder with the customer's general lines, in Rasa's ``responses`` format."""
    return ROOT / "bot" / "domain" / "lines"
