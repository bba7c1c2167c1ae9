"""What the recogniser takes on disk and in memory; run by ``benchmarks.alone`` in a process of its own."""

import gc
import json
import os

from benchmarks.drafts import customer, draft
from benchmarks.memory import megabytes


def main() -> None:
    """Print the sizes in MB as JSON: files that are shipped or trained, and what each step adds to the process."""
    steps = {"empty process": _memory()}
    from coaching.paths import recogniser_model
    from coaching.recognition import Recogniser
    from coaching.recognition.weights import FOLDER

    steps["libraries imported"] = _memory()
    recogniser = Recogniser.load()
    steps["recogniser loaded"] = _memory()
    recogniser.recognise(draft(0), customer(0))
    steps["first draft labelled"] = _memory()
    files = [path for path in sorted(FOLDER.iterdir()) if path.is_file() and path.suffix != ".py"]
    disk = {path.name: path.stat().st_size / 1e6 for path in [*files, recogniser_model()]}
    before = [0.0, *steps.values()]
    added = {step: size - less for (step, size), less in zip(steps.items(), before, strict=False)}
    print(json.dumps({"disk_mb": disk, "memory_added_mb": added}))


def _memory() -> float:
    gc.collect()
    return megabytes(os.getpid())


if __name__ == "__main__":
    main()
