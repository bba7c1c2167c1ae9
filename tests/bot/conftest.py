"""Rasa for the tests: imported once, its deprecation warnings passed over (this is its last version)."""

import importlib
import os
import warnings
from pathlib import Path

import pytest

os.environ["RASA_TELEMETRY_ENABLED"] = "false"

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    for module in ("spacy", "rasa.core.agent", "rasa.core.processor"):
        importlib.import_module(module)

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore::DeprecationWarning"))
            # Rasa warns of this on every domain with slots, and its own commands leave it out.
            item.add_marker(pytest.mark.filterwarnings("ignore:Slot auto-fill has been removed:UserWarning"))
