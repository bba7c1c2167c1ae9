"""Noting what was done, by whoever asks."""

from __future__ import annotations

from assistant_api.people.current import signed_in_person
from assistant_api.services import services
from assistant_api.store import Json
from assistant_api.store.people import Person


def audit(action: str, kind: str, object_id: str, detail: Json | None = None, *, by: Person | None = None) -> None:
    """Write one line of the record.

    Args:
        action: read (something of somebody else), change, export, erase, sign-in, sign-in-refused and the like.
        kind: What it is done to, such as session.
        object_id: Which one.
        detail: What else there is to tell; never what somebody wrote.
        by: Who does it; whoever asks, where it is left out.

    Raises:
        DatabaseUnavailable: It cannot be written; then it should not be done either.
    """
    services().audit.add(by or signed_in_person(), action, kind, object_id, detail or {})
