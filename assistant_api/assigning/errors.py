"""Why an assignment cannot be tried; each message is for people to read."""

from __future__ import annotations

from coaching.errors import CoachError


class AssignmentClosed(CoachError):
    """Nobody may begin another try."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This assignment is closed. You can still play its scenario in Practice, for yourself.")


class NoTriesLeft(CoachError):
    """It was tried as often as it may be."""

    def __init__(self, tries: int) -> None:
        """Say how often that is, and what there is instead."""
        times = "once" if tries == 1 else f"{tries} times"
        super().__init__(
            f"This assignment may be tried {times}, and you have done so. Your trainer can allow more; in Practice you "
            "can play its scenario as often as you like."
        )
