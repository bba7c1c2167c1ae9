"""Drawing what trainers rate: the same for everybody who draws with the same seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import TypeVar

from coaching.moves import LABELS

T = TypeVar("T")


def drawn(items: Iterable[T], count: int, seed: int | str) -> list[T]:
    """So many of these, in the order in which they were drawn.

    Each has a place of its own that hangs on nothing but the seed, so that one that comes in or goes leaves the
    order of the others as it is.

    Args:
        items: Out of these; what they read as tells them apart.
        count: At most so many.
        seed: Another one draws others.
    """
    return sorted(items, key=lambda item: sha256(f"{seed} {item}".encode()).digest())[:count]


def rare_labels(carried: Collection[Collection[str]], below: float) -> list[str]:
    """Labels that some of these sentences carry, but fewer than a share of them; the rarest first.

    Args:
        carried: For each sentence its labels.
        below: The share, 0 to 1.
    """
    counts = Counter(label for own in carried for label in set(own))
    rare = [label for label in LABELS if 0 < counts[label] < below * len(carried)]
    return sorted(rare, key=lambda label: counts[label])


def drawn_by_label(carried: Mapping[T, Collection[str]], labels: Sequence[str], count: int, seed: int) -> list[T]:
    """So many that carry one of these labels: one for each label in turn, until there are enough or no more.

    Args:
        carried: Out of these, each with its labels.
        labels: Whose turn comes first, first; that of one that nothing carries any more is passed over.
        count: At most so many.
        seed: Another one draws others.
    """
    waiting = {
        label: drawn((item for item, own in carried.items() if label in own), len(carried), f"{seed} {label}")[::-1]
        for label in labels
    }
    chosen: list[T] = []
    while len(chosen) < count and any(waiting.values()):
        for left in waiting.values():
            while left and left[-1] in chosen:
                left.pop()
            if left and len(chosen) < count:
                chosen.append(left.pop())
    return chosen
