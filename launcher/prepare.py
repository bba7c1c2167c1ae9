"""Trains what has no model yet, or whose sources changed, and brings the database up to date."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from coaching.cli.main import main as coach
from coaching.customer import load_personas, load_scenarios
from coaching.errors import CoachError
from coaching.paths import ROOT, recogniser_model, training_data
from launcher.settings import LaunchSettings

RASA_MODELS = ROOT / "models" / "rasa"


def rasa_model() -> Path:
    """The file of Rasa's model for the sources as they are now; it need not be there."""
    return RASA_MODELS / f"heard-{_rasa_sources_hash()}.tar.gz"


def prepare() -> None:
    """Check the data files, train the recogniser, then Rasa's model, each only where it is missing or out of date.

    Raises:
        CoachError: A data file has an error, or a training failed; its output has told why.
    """
    # Both servers read these at their start; here the error is told, there it would stand in a log.
    load_personas()
    load_scenarios()
    if coach(["train"]) != 0:
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


def migrate(settings: LaunchSettings) -> None:
    """Bring the database's tables up to date.

    Raises:
        CoachError: It could not be done; the output has told why.
    """
    # In a process of its own: the launcher stays small while it watches.
    command = [sys.executable, "-m", "assistant_api.store.migrate"]
    if subprocess.run(command, cwd=ROOT, env=settings.environment(), check=False).returncode != 0:
        raise CoachError("the database could not be brought up to date; see above")


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
