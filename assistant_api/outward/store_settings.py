"""Where statements go: ``HEARD_XAPI_URL``, ``HEARD_XAPI_KEY``, ``HEARD_XAPI_SECRET``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant_api.outward.addresses import Address, read_record_store
from coaching.errors import CoachError

URL, KEY, SECRET = NAMES = ("HEARD_XAPI_URL", "HEARD_XAPI_KEY", "HEARD_XAPI_SECRET")


@dataclass(frozen=True)
class RecordStore:
    """A record store (LRS): where its statements are posted to, and what it knows us by."""

    address: Address
    key: str = field(repr=False)
    secret: str = field(repr=False)


def record_store(environment: Mapping[str, str]) -> RecordStore | None:
    """The record store that the environment names; None where it names none.

    Raises:
        CoachError: Some of the three variables are set and some are not, or the address is none.
    """
    values = [environment.get(name, "").strip() for name in NAMES]
    if not any(values):
        return None
    lacking = [name for name, value in zip(NAMES, values, strict=True) if not value]
    if lacking:
        raise CoachError(f"{', '.join(lacking)} is not set; statements need all of {', '.join(NAMES)}")
    try:
        return RecordStore(read_record_store(values[0]), values[1], values[2])
    except ValueError as error:
        # The value is not repeated: an address may hold a password.
        raise CoachError(f"{URL}: expected {error}") from None
