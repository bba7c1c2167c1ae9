"""Runs a measurement in a process of its own on one core, so that neither more cores nor other loaded code count."""

import json
import os
import subprocess
import sys
from typing import Any

from coaching.paths import ROOT

_ONE_THREAD = {
    name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
}


def run(module: str, *arguments: str) -> dict[str, Any]:
    """Run a module of this package, which prints one JSON object, and give that object.

    Raises:
        SystemExit: The module failed; its own message went to stderr.
    """
    core = max(os.sched_getaffinity(0))
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, **_ONE_THREAD, "TOKENIZERS_PARALLELISM": "false"},
        stdout=subprocess.PIPE,
        # Before Python starts: every thread that a library makes is born on the core.
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{module} failed, see above")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures
