"""What stands in a file in place of how a session went, while that is its player's alone (``store.told``)."""

from __future__ import annotations

from datetime import datetime


def why_held(person: str, until: datetime) -> str:
    """Why there is no score yet, and when there is one at the latest.

    Args:
        person: What the player is called; may be empty.
        until: When it is shown, be it seen by then or not (UTC).
    """
    return f"Not yet seen by {person or 'its player'}; shown from {until:%Y-%m-%d %H:%M} UTC at the latest"
