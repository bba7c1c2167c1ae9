"""Stretches of a text: of those that overlap, one is kept."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Stretch = TypeVar("Stretch", bound=_Stretch)


def without_overlaps(found: Iterable[Stretch], rank: Callable[[Stretch], tuple[int, ...]]) -> list[Stretch]:
    """The stretches, best first, without those that overlap a better one; in the order of the text.

    Args:
        found: Half-open stretches, none of them empty.
        rank: The lower the better.
    """
    kept: list[Stretch] = []
    starts: list[int] = []
    for one in sorted(found, key=lambda each: (*rank(each), each.start, each.end)):
        at = bisect_left(starts, one.start)
        clear = (at == 0 or kept[at - 1].end <= one.start) and (at == len(kept) or one.end <= kept[at].start)
        if clear:
            starts.insert(at, one.start)
            kept.insert(at, one)
    return kept
