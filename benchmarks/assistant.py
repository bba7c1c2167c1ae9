"""The assistant as live agents use it, a part of ``make bench``: ``python -m benchmarks.assistant``.

Each line of the check stands beside the same route answering a constant, the floor, and beside other checkers of text,
which run in a process of their own on one core, without HTTP.
"""

import argparse
import sys

from benchmarks import latency, node, one_core
from benchmarks.calls import FEWEST, MOST
from benchmarks.calls import calls as count
from benchmarks.drafts import LENGTHS


def measure(calls: int) -> dict:
    """Times (ms) of checks, floor and other checkers by length, and throughput."""
    left_out = node.install()
    peers = one_core.run("benchmarks.peers", "--calls", str(calls), *([] if left_out else ["--node"]))
    return {**latency.measure(calls), "peers": peers, "left_out": left_out}


def show(figures: dict) -> None:
    """Print the figures as tables."""
    head = f"{'the draft check over HTTP':44s} {'calls':>6s} {'p50 ms':>8s} {'p95 ms':>8s}"
    print(f"{head} {'x floor':>9s} {'x TextBlob':>11s}")
    floors = figures["timings"]["floor"]
    for words in LENGTHS:
        ours = [line for line in figures["timings"]["check"] if line["name"].startswith(f"{words} words")]
        floor = next(line for line in floors if line["name"].startswith(f"{words} words"))
        peers = figures["peers"][str(words)]
        lexicon = peers[0]["p50"]
        for line in [*ours, {**floor, "name": f"{words} words, floor"}, *peers]:
            row = f"{line['name']:44s} {line['calls']:6d} {line['p50']:8.2f} {line['p95']:8.2f}"
            print(f"{row} {line['p50'] / floor['p50']:9.1f} {line['p50'] / lexicon:11.1f}")
    if figures["left_out"]:
        print(figures["left_out"])
    for one in figures["throughput"]:
        told = f"{one['clients']} clients, new drafts of 60 words, {one['name']}"
        print(f"{told:44s} {one['a_second']:8.1f} a second, each waits {one['p50']:.0f} ms (p50)")


def main() -> int:
    """Measure and print; ``make bench`` also writes the figures to a file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.assistant", description=__doc__)
    parser.add_argument(
        "--calls", type=count, default=200, help=f"how many calls of each kind, {FEWEST} to {MOST} (default 200)"
    )
    show(measure(parser.parse_args().calls))
    return 0


if __name__ == "__main__":
    sys.exit(main())
