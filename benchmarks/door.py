"""``python -m benchmarks.door``: what taking personal data out adds to a practice turn."""

import argparse
import sys

from assistant_api.privacy.door import clean
from benchmarks.calls import FEWEST, MOST
from benchmarks.calls import calls as count
from benchmarks.five_scripts import EXCELLENT, scripts
from benchmarks.timing import time_calls
from coaching.customer.library import Library

SCENARIO = "late_parcel"


def main() -> int:
    """Measure and print: messages of a good agent, the longest first, cleaned beside the scenario's own words."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.door", description=__doc__)
    parser.add_argument(
        "--calls", type=count, default=100, help=f"how many calls of each kind, {FEWEST} to {MOST} (default 100)"
    )
    calls = parser.parse_args().calls
    brief = Library()[SCENARIO].brief
    known = (brief.customer, brief.company, *brief.order, *brief.history)
    print(f"{'words':>5s} {'p50 ms':>8s} {'p95 ms':>8s}")
    for text in sorted(scripts(SCENARIO)[EXCELLENT], key=len):
        words = len(text.split())
        # Another number each time, so that nothing is remembered.
        timing = time_calls(
            str(words), lambda message: clean(message, *known), calls, lambda number, text=text: f"{text} {number}"
        )
        print(f"{words:5d} {timing.p50:8.1f} {timing.p95:8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
