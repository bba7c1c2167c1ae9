"""The recogniser alone beside other checkers of text, a part of ``make bench``: ``python -m benchmarks.alone``."""

import argparse
import sys
from typing import Any

from benchmarks import node, one_core
from benchmarks.calls import FEWEST, MOST
from benchmarks.calls import calls as count


def measure(calls: int) -> dict[str, Any]:
    """Times (ms), sizes on disk and memory added (MB), each measured in a process of its own on one core."""
    left_out = node.install()
    speed = one_core.run("benchmarks.speed", "--calls", str(calls), *([] if left_out else ["--node"]))
    footprint = one_core.run("benchmarks.footprint")
    floor = next(timing["p50"] for timing in speed["timings"] if timing["name"].startswith("TextBlob"))
    timings = [{**timing, "times_textblob": timing["p50"] / floor} for timing in speed["timings"]]
    return {"timings": timings, "left_out": left_out, **footprint}


def show(figures: dict[str, Any]) -> None:
    """Print the figures as tables."""
    print(f"{'60 words, on one core':44s} {'calls':>6s} {'p50 ms':>8s} {'p95 ms':>8s} {'x TextBlob':>12s}")
    for line in figures["timings"]:
        row = f"{line['name']:44s} {line['calls']:6d} {line['p50']:8.2f} {line['p95']:8.2f}"
        print(f"{row} {line['times_textblob']:12.1f}")
    if figures["left_out"]:
        print(figures["left_out"])
    for name, size in figures["disk_mb"].items():
        print(f"on disk: {name:35s} {size:6.1f} MB")
    for step, size in figures["memory_added_mb"].items():
        print(f"memory added: {step:30s} {size:6.1f} MB")


def main() -> int:
    """Measure and print; ``make bench`` also measures the servers and writes the figures to a file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.alone", description=__doc__)
    parser.add_argument(
        "--calls", type=count, default=200, help=f"how many calls of each kind, {FEWEST} to {MOST} (default 200)"
    )
    show(measure(parser.parse_args().calls))
    return 0


if __name__ == "__main__":
    sys.exit(main())
