"""Timing calls."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

WARM_UP = 20
"""Calls before the clock counts: lazy tables are loaded, Node has compiled what it runs often."""

Prepared = TypeVar("Prepared")


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


def time_calls(name: str, call: Callable[[Prepared], object], calls: int, prepare: Callable[[int], Prepared]) -> Timing:
    """Call it ``calls`` times, after ``WARM_UP`` calls that do not count.

    Args:
        name: Of the line.
        call: What is timed.
        calls: At least 2.
        prepare: Makes the call's argument from the number of the call, before the clock starts.
    """
    times = []
    for number in range(WARM_UP + calls):
        prepared = prepare(number)
        began = time.perf_counter()
        call(prepared)
        times.append((time.perf_counter() - began) * 1000)
    return summary(name, times[WARM_UP:])


def summary(name: str, milliseconds: list[float]) -> Timing:
    """The median and the 95th percentile of measured times."""
    return Timing(
        name, len(milliseconds), statistics.median(milliseconds), statistics.quantiles(milliseconds, n=20)[18]
    )
