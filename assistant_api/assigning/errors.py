"""Why an assignment cannot be tried; each message is for people to read."""

from __future__ import annotations

from coaching.errors import CoachError


class AssignmentClosed(CoachError):
    """Nobody may begin another try."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This assignment is closed. You can still play its scenario in Practice, for yourself.")
