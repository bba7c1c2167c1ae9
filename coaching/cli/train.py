"""``coach train``: teach the recogniser from labelled sentences."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import Any

from coaching import paths
from coaching.errors import CoachError, MissingResourceError
from coaching.recognition.examples import read_examples
from coaching.recognition.model import load_model
from coaching.recognition.training import fingerprint, train


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse keeps this class to itself
    """Add the subcommand to the ``coach`` parser."""
    parser = commands.add_parser(
        "train",
        help="teach the recogniser from labelled sentences",
        description=(
            "Teach the recogniser from labelled sentences (about a minute). "
            "Does nothing when the model was already taught with the same sentences and settings."
        ),
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="folder with *.yml files in Rasa's NLU format (default: training_data/nlu)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="model file to write (default: models/recogniser/heard.joblib)"
    )
    parser.add_argument("--force", action="store_true", help="teach even when the model is up to date")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Train where the data or settings changed; see ``coaching.cli.main`` for the exit status."""
    rows = read_examples(arguments.data or paths.training_data() / "nlu")
    out = arguments.out or paths.recogniser_model()
    if not arguments.force and _taught_with(out) == fingerprint(rows):
        print(f"{out} is up to date ({len(rows):,} sentences)")
        return 0
    _require_writable(out)
    began = time.monotonic()
    train(rows, out, lambda doing: print(f"coach train: {doing} ...", file=sys.stderr, flush=True))
    size = out.stat().st_size / 1e6
    print(f"taught with {len(rows):,} sentences in {time.monotonic() - began:.0f} s: {out} ({size:.1f} MB)")
    return 0


def _require_writable(path: Path) -> None:
    """Ask before the work of minutes, not after it."""
    folder = next((parent for parent in path.absolute().parents if parent.exists()), path)
    if path.is_dir() or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise CoachError(f"cannot write {path}; expected a file in a folder that may be written to")


def _taught_with(path: Path) -> str | None:
    try:
        return load_model(path).fingerprint
    except MissingResourceError:
        return None
