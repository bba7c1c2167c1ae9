"""Which file holds Rasa's model: its name follows from the content of what it is trained from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from coaching.paths import ROOT, recogniser_model, training_data

RASA_MODELS = ROOT / "models" / "rasa"


def rasa_model() -> Path:
    """The file of Rasa's model for the sources as they are now; it need not be there."""
    return RASA_MODELS / f"heard-{_rasa_sources_hash()}.tar.gz"


def _rasa_sources() -> Iterator[Path]:
    yield ROOT / "config.yml"
    yield ROOT / "requirements.txt"
    yield recogniser_model()
    yield from sorted((ROOT / "bot" / "domain").rglob("*.yml"))
    yield from sorted((ROOT / "bot" / "nlu").rglob("*.py"))
    yield from sorted(training_data().glob("*.yml"))


def _rasa_sources_hash() -> str:
    digest = hashlib.sha256()
    for path in _rasa_sources():
        digest.update(f"{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
