"""The customer that all actions of one process share."""

from __future__ import annotations

from functools import lru_cache

from coaching.customer import Customer
from coaching.errors import CoachError


@lru_cache(maxsize=1)
def shared_customer() -> Customer:
    """Load scenarios, personas and lines once, when the action server makes its actions.

    A file that is not as it should be stops the server with the error's message, rather than the first turn.
    """
    try:
        customer = Customer.load()
        # Loads spaCy's pipeline, for which the first agent to practise would else wait.
        customer.specificity("Your parcel is late.", ["My parcel is late."])
    except CoachError as error:
        raise SystemExit(f"action server: {error}") from error
    return customer
