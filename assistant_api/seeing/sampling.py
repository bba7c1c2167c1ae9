"""Drawing what trainers rate: the same for everybody who draws with the same seed."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def drawn(items: Iterable[T], count: int, seed: int) -> list[T]:
    """So many of these, in the order in which they were drawn.

    Each has a place of its own that hangs on nothing but the seed, so that one that comes in or goes leaves the
    order of the others as it is.

    Args:
        items: Out of these; what they read as tells them apart.
        count: At most so many.
        seed: Another one draws others.
    """
    return sorted(items, key=lambda item: sha256(f"{seed} {item}".encode()).digest())[:count]
