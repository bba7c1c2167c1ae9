"""Model sentences for the project's scenarios, one for each step of feeling."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from coaching.moves import APOLOGIZE, EMPATHIZE, HEAR
from coaching.paths import training_data
from coaching.yamlfile import read

STEPS_OF_FEELING = (HEAR, EMPATHIZE, APOLOGIZE)


def model_sentence(scenario: str, step: str) -> str | None:
    """What could be said for a step in a scenario; None where the file has no such scenario or step."""
    return _sentences().get(scenario, {}).get(step)


def read_model_sentences(path: Path) -> dict[str, dict[str, str]]:
    """Read a file of model sentences: by scenario and step.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(path)
    root.only("note", "source", "scenarios")
    for told in ("note", "source"):
        root.at(told).text()
    found = {}
    for scenario, node in root.at("scenarios").items():
        node.only(*STEPS_OF_FEELING)
        found[scenario] = {step: node.at(step).text() for step in STEPS_OF_FEELING}
    return found


def model_file() -> Path:
    """Where the project's model sentences stand."""
    return training_data() / "model_sentences.yml"


@lru_cache(maxsize=1)
def _sentences() -> Mapping[str, Mapping[str, str]]:
    return read_model_sentences(model_file())
