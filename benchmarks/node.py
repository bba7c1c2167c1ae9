"""The checkers that run in Node: their packages, and their times."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.timing import WARM_UP, Timing, summary

_HERE = Path(__file__).parent
_PINNED = _HERE / "package-lock.json"
_INSTALLED = _HERE / "node_modules" / ".package-lock.json"


def install() -> str:
    """Install the pinned packages unless they are there.

    Returns:
        Why they cannot be used; empty when they can.
    """
    lacking = [name for name in ("node", "npm") if shutil.which(name) is None]
    if lacking:
        return f"{' and '.join(lacking)} not found: write-good and alex are left out"
    if _INSTALLED.exists() and _INSTALLED.stat().st_mtime >= _PINNED.stat().st_mtime:
        return ""
    done = subprocess.run(["npm", "ci", "--silent"], cwd=_HERE, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"`npm ci` failed in {_HERE.name}/ (is the network there?): write-good and alex are left out"
    return ""


def time_node(texts: Sequence[str]) -> list[Timing]:
    """Times of write-good and alex, the first ``WARM_UP`` texts not counted, in one Node process."""
    done = subprocess.run(
        ["node", "others.mjs"],
        cwd=_HERE,
        input=json.dumps({"texts": texts}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    versions = json.loads((_HERE / "package.json").read_text())["dependencies"]
    return [summary(f"{name} {versions[name]}", times[WARM_UP:]) for name, times in json.loads(done.stdout).items()]
