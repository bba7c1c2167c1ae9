"""What a person is told when the customer does not answer, or will not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assistant_api.customer_client import CustomerRefused, CustomerUnreachable

_HIDDEN = "The customer cannot go on: the case that they play, or who they are, is no longer there."
"""In place of a reason, which names scenario or persona."""


@contextmanager
def told_what_follows(consequence: str, hidden: bool = False) -> Iterator[None]:
    """Add to a failure what it means for the session, and keep from a refusal what must not be known yet.

    Args:
        consequence: What becomes of it where the customer cannot be reached.
        hidden: Whether scenario and persona are still unknown to the trainee.
    """
    try:
        yield
    except CustomerUnreachable as error:
        raise CustomerUnreachable(f"{error} {consequence}") from error
    except CustomerRefused as error:
        if hidden:
            raise CustomerRefused(_HIDDEN) from error
        raise
