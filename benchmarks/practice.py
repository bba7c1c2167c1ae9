"""Practice turns over HTTP, through Rasa and its action server, by one trainee and by many at once, and memory.

A part of ``make bench``: ``python -m benchmarks.practice``.
"""

import argparse
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import requests

from benchmarks.calls import FEWEST, MOST
from benchmarks.calls import calls as count
from benchmarks.memory import megabytes
from benchmarks.served import environment
from benchmarks.timing import Timing, summary, time_calls
from launcher.settings import LaunchSettings
from launcher.stack import stack, wait_until_ready
from launcher.steps import migrate

TRAINEES = (1, 16)
LINES = (
    "Hello, you are through to Sam. Please tell me what happened, from the start.",
    "So the parcel should have come on Thursday and nobody rang. Have I got that right?",
    "I can hear how worried you are about Saturday. What is the order number?",
    "I am sorry that we left you waiting. The van broke down and the parcel went back to the depot.",
)
_WARM_UP = 3
"""A trainee's first turns, which warm caches and do not count."""


def measure(calls: int) -> dict[str, Any]:
    """Times in milliseconds, memory in MB and seconds until all three processes answer, of the product as it starts."""
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
            address, web = settings.address(), requests.Session()
            yardstick = "request that only reads (yardstick)"
            timings = [time_calls(yardstick, lambda _: web.get(f"{address}/api/v1/moves"), calls, int)]
            timings += [time_turns(address, calls, trainees) for trainees in TRAINEES]
            memory = {service.name: megabytes(service.pid()) for service in services}
        finally:
            for service in reversed(services):
                service.stop()
    return {"start_seconds": start_seconds, "timings": [asdict(timing) for timing in timings], "memory_mb": memory}


def show(figures: dict[str, Any]) -> None:
    """Print the figures as tables."""
    floor = figures["timings"][0]["p50"]
    print(f"{'':52s} {'calls':>6s} {'p50 ms':>8s} {'p95 ms':>8s} {'x yardstick':>12s}")
    for line in figures["timings"]:
        row = f"{line['name']:52s} {line['calls']:6d} {line['p50']:8.1f} {line['p95']:8.1f}"
        print(f"{row} {line['p50'] / floor:12.1f}")
    for name, size in figures["memory_mb"].items():
        print(f"memory of {name:34s} {size:6.0f} MB")
    print(f"all three answer after {figures['start_seconds']:.1f} s")


def time_turns(address: str, calls: int, trainees: int = 1) -> Timing:
    """Time ``calls`` turns in all, shared among trainees who each write one message after the other without a rest.

    Args:
        address: Of the web application.
        calls: At least 2.
        trainees: How many practise at once.
    """
    each = -(-calls // trainees)
    waited: list[list[float]] = [[] for _ in range(trainees)]
    together = threading.Barrier(trainees)

    def practise(number: int) -> None:
        turns = _turns(address, number)
        for _ in range(_WARM_UP):
            next(turns)
        together.wait()
        waited[number].extend(next(turns) for _ in range(each))

    threads = [threading.Thread(target=practise, args=(number,)) for number in range(trainees)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    at_once = "one trainee" if trainees == 1 else f"{trainees} trainees at once"
    return summary(f"practice turn, through Rasa, {at_once}", [time for times in waited for time in times])


def _turns(address: str, number: int) -> Iterator[float]:
    """Milliseconds of turn after turn; a session begins anew after its four turns, or when it has ended."""
    web = requests.Session()
    web.trust_env = False
    seed = 1000 * number
    while True:
        seed += 1
        began = web.post(f"{address}/api/v1/sessions", json={"scenario": "late_parcel", "seed": seed}, timeout=120)
        began.raise_for_status()
        session = began.json()["id"]
        for line in LINES:
            body = {"turn_id": str(uuid.uuid4()), "text": line}
            start = time.perf_counter()
            answer = web.post(f"{address}/api/v1/sessions/{session}/turns", json=body, timeout=120)
            answer.raise_for_status()
            yield (time.perf_counter() - start) * 1000
            if answer.json()["session"]["status"] == "ended":
                break


def main() -> int:
    """Measure and print; ``make bench`` also measures the other parts and writes the figures to a file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.practice", description=__doc__)
    parser.add_argument(
        "--calls", type=count, default=200, help=f"how many calls of each kind, {FEWEST} to {MOST} (default 200)"
    )
    show(measure(parser.parse_args().calls))
    return 0


if __name__ == "__main__":
    sys.exit(main())
