from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from coaching.moves import LABELS
from coaching.recognition import Recogniser
from coaching.recognition.examples import TrainingRow
from coaching.recognition.training import train


def made_rows() -> list[TrainingRow]:
    """Two hundred made-up sentences in twelve conversations: each label has a word of its own."""
    rows = []
    for number in range(12):
        for label in LABELS:
            text = f"the {label} word stands in line {number} here"
            rows.append(TrainingRow(f"{label}-{number}", text, (label,), "where is it", "", f"talk-{number}"))
        rows.append(
            TrainingRow(f"none-{number}", f"nothing stands in line {number} here", (), "", "", f"talk-{number}")
        )
    return rows


@pytest.fixture(scope="session")
def taught_rows() -> Sequence[TrainingRow]:
    return made_rows()


@pytest.fixture(scope="session")
def model_file(tmp_path_factory: pytest.TempPathFactory, taught_rows: Sequence[TrainingRow]) -> Path:
    path = tmp_path_factory.mktemp("recogniser") / "heard.joblib"
    train(taught_rows, path)
    return path


@pytest.fixture(scope="session")
def recogniser(model_file: Path) -> Recogniser:
    return Recogniser.load(model_file)
