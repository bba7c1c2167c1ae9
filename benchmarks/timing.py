"""Timing calls."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Times of one kind of call.

    Attributes:
        name: What was called.
        calls: How often.
        p50: Median in milliseconds.
        p95: 95th percentile in milliseconds.
    """

    name: str
    calls: int
    p50: float
    p95: float


def time_calls(name: str, call: Callable[[int], object], calls: int) -> Timing:
    """Call it ``calls`` times, with the number of the call, after three calls that do not count."""
    for number in range(3):
        call(number)
    times = []
    for number in range(3, calls + 3):
        began = time.perf_counter()
        call(number)
        times.append((time.perf_counter() - began) * 1000)
    return summary(name, times)


def summary(name: str, milliseconds: list[float]) -> Timing:
    """The median and the 95th percentile of measured times."""
    return Timing(
        name, len(milliseconds), statistics.median(milliseconds), statistics.quantiles(milliseconds, n=20)[18]
    )
