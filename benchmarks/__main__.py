"""``make bench``: the recogniser alone, the assistant over HTTP, then practice turns through the running product."""

import argparse
import json
import sys

from benchmarks import alone, assistant, practice
from benchmarks.calls import FEWEST, MOST
from benchmarks.calls import calls as count
from coaching.paths import ROOT


def main() -> int:
    """Measure, print tables, and write the figures to results/bench.json."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--calls", type=count, default=200, help=f"how many calls of each kind, {FEWEST} to {MOST} (default 200)"
    )
    calls = parser.parse_args().calls
    figures = {}
    for name, part in (("recogniser_alone", alone), ("assistant", assistant), ("practice", practice)):
        figures[name] = part.measure(calls)
        part.show(figures[name])
    results = ROOT / "results"
    results.mkdir(exist_ok=True)
    (results / "bench.json").write_text(json.dumps(figures, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
