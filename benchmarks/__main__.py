"""``make bench``: the recogniser alone, the assistant over HTTP, then practice turns through the running product."""

import argparse
import json
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

import requests

from benchmarks import alone, assistant
from benchmarks.calls import FEWEST, MOST
from benchmarks.calls import calls as count
from benchmarks.memory import megabytes
from benchmarks.practice import time_turns
from benchmarks.served import environment
from benchmarks.timing import Timing, time_calls
from coaching.paths import ROOT
from launcher.settings import LaunchSettings
from launcher.stack import stack, wait_until_ready
from launcher.steps import migrate


def main() -> int:
    """Measure, print a table, and write the figures to results/bench.json."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--calls", type=count, default=200, help=f"how many calls of each kind, {FEWEST} to {MOST} (default 200)"
    )
    calls = parser.parse_args().calls
    recogniser = alone.measure(calls)
    alone.show(recogniser)
    checks = assistant.measure(calls)
    assistant.show(checks)
    with tempfile.TemporaryDirectory() as folder:
        settings = LaunchSettings.from_environment(environment(Path(folder)))
        services = stack(settings)
        began = time.monotonic()
        try:
            migrate(settings)
            for service in services:
                service.start()
            wait_until_ready(services, lambda line: print(line, file=sys.stderr))
            start_seconds = time.monotonic() - began
            timings = _measure(settings.address(), calls)
            memory = {service.name: megabytes(service.pid()) for service in services}
        finally:
            for service in reversed(services):
                service.stop()
    _print(timings, memory, start_seconds)
    results = ROOT / "results"
    results.mkdir(exist_ok=True)
    figures = {"start_seconds": start_seconds, "timings": [asdict(t) for t in timings], "memory_mb": memory}
    figures |= {"recogniser_alone": recogniser, "assistant": checks}
    (results / "bench.json").write_text(json.dumps(figures, indent=2) + "\n")
    return 0


def _measure(address: str, calls: int) -> list[Timing]:
    web = requests.Session()
    return [
        time_calls("request that only reads (yardstick)", lambda _: web.get(f"{address}/api/v1/moves"), calls, int),
        time_turns(web, address, calls),
    ]


def _print(timings: list[Timing], memory: dict[str, float], start_seconds: float) -> None:
    floor = timings[0].p50
    print(f"{'':44s} {'calls':>6s} {'p50 ms':>8s} {'p95 ms':>8s} {'x yardstick':>12s}")
    for timing in timings:
        print(f"{timing.name:44s} {timing.calls:6d} {timing.p50:8.1f} {timing.p95:8.1f} {timing.p50 / floor:12.1f}")
    for name, size in memory.items():
        print(f"memory of {name:34s} {size:6.0f} MB")
    print(f"all three answer after {start_seconds:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
