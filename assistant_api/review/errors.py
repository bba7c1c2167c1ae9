"""Why a review does not go on as somebody asked; each message is for people to read."""

from __future__ import annotations

from coaching.errors import CoachError


class OwnSession(CoachError):
    """Nobody corrects their own score."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This session is your own, or has no score. Another trainer corrects yours.")
