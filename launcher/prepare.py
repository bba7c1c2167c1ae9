"""Trains what has no model yet, or whose sources changed; what ``make train`` calls."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from coaching.cli.main import main as coach
from coaching.customer import load_personas, load_scenarios
from coaching.errors import CoachError
from coaching.paths import ROOT, training_data
from launcher.rasa_model import RASA_MODELS, rasa_model
from launcher.settings import LaunchSettings


def prepare() -> None:
    """Check the data files, train the recogniser, then Rasa's model, each only where it is missing or out of date.

    Raises:
        CoachError: A data file has an error, or a training failed; its output has told why.
    """
    # Both servers read these at their start; here the error is told, there it would stand in a log.
    load_personas()
    load_scenarios()
    status = coach(["train"])
    if status == 130:
        raise KeyboardInterrupt
    if status != 0:
        raise CoachError("the recogniser could not be trained; see above")
    model = rasa_model()
    if model.exists():
        print("Rasa's model is up to date.", flush=True)
        return
    print("Training Rasa's model (about half a minute) …", flush=True)
    _train_rasa(model)
    for old in RASA_MODELS.glob("heard-*.tar.gz"):
        if old != model:
            old.unlink()


def _train_rasa(model: Path) -> None:
    command = [sys.executable, "-m", "rasa", "train", "--domain", "bot/domain", "--data", str(training_data())]
    # Validation reads everything a second time; `rasa data validate` is for whoever edits the data.
    command += ["--skip-validation", "--out", str(RASA_MODELS)]
    command += ["--fixed-model-name", model.name.removesuffix(".tar.gz")]
    settings = LaunchSettings.from_environment()
    settings.logs.mkdir(parents=True, exist_ok=True)
    # Rasa prints pages of other packages' deprecations; a person needs them only where it fails.
    log = settings.logs / "rasa-train.log"
    with log.open("wb") as output:
        status = subprocess.run(
            command, cwd=ROOT, env=settings.environment(), stdout=output, stderr=subprocess.STDOUT, check=False
        ).returncode
    if status != 0 or not model.exists():
        end = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-25:])
        raise CoachError(f"Rasa's model could not be trained; the end of {log}:\n{end}")


if __name__ == "__main__":
    try:
        prepare()
    except CoachError as error:
        sys.exit(f"\n{error}")
    except KeyboardInterrupt:
        sys.exit(130)
