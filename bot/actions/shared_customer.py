"""The customer that all actions of one process share."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache

from coaching.customer import Customer
from coaching.errors import CoachError

SWEARING = "HEARD_SWEARING"


@lru_cache(maxsize=1)
def shared_customer() -> Customer:
    """Load scenarios, personas and lines once, when the action server makes its actions.

    A file that is not as it should be stops the server with the error's message, rather than the first turn.
    """
    try:
        customer = Customer.load(swearing(os.environ))
        # Loads spaCy's pipeline, for which the first agent to practise would else wait.
        customer.specificity("Your parcel is late.", ["My parcel is late."])
    except CoachError as error:
        raise SystemExit(f"action server: {error}") from error
    return customer


def swearing(environment: Mapping[str, str]) -> bool:
    """Whether customers may swear, which they do only where ``HEARD_SWEARING`` is 1.

    Raises:
        CoachError: It is neither 1 nor 0.
    """
    value = environment.get(SWEARING) or "0"
    if value not in ("0", "1"):
        raise CoachError(f"{SWEARING} is {value!r}; expected 1 for on or 0 for off")
    return value == "1"
