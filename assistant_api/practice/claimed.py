"""Holding a session while it is played, and telling who comes in between."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from assistant_api.practice.errors import TurnInProgress
from assistant_api.store import ClaimLost, DatabaseUnavailable, SessionStore

_SLACK_SECONDS = 5.0

log = logging.getLogger(__name__)


@contextmanager
def claimed(store: SessionStore, session_id: str, seconds: float) -> Iterator[tuple[str, Callable[[], None]]]:
    """Hold the claim of a session.

    What goes well in the block gives the claim back together with its result; what fails, or raises, has it given back.

    Args:
        store: Where the session is.
        session_id: The session.
        seconds: How long one step may take; the claim lapses somewhat later.

    Yields:
        Who holds the claim, and what prolongs it before each further step.

    Raises:
        TurnInProgress: Another request holds it.
        NoSuchSession: There is no such session.
    """
    holder = str(uuid4())

    def keep() -> None:
        store.claim(session_id, holder, seconds + _SLACK_SECONDS)

    with in_turn():
        try:
            keep()
            yield holder, keep
        except ClaimLost:
            raise
        except BaseException:
            give_back(store, session_id, holder)
            raise


@contextmanager
def in_turn() -> Iterator[None]:
    """Tell in a person's words that another request plays the session."""
    try:
        yield
    except ClaimLost as error:
        raise TurnInProgress from error


def give_back(store: SessionStore, session_id: str, holder: str) -> None:
    """Give a claim back that nothing came of."""
    try:
        store.release(session_id, holder)
    except DatabaseUnavailable as error:
        # It lapses by itself; the caller is told what went wrong before.
        log.warning("session %s stays claimed until that lapses: %s", session_id, error)
