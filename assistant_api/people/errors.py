"""Why somebody is not let in; each message is for people to read."""

from __future__ import annotations

from datetime import timedelta

from coaching.errors import CoachError


class WrongPassword(CoachError):
    """Login or password is not right; which of the two is not told."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "This address and this password do not belong together. If you have forgotten yours, an admin can make you "
            "a link for a new one."
        )


class TooManyAttempts(CoachError):
    """It failed too often to be tried again now.

    Attributes:
        seconds: How long to wait.
    """

    def __init__(self, wait: timedelta) -> None:
        """Say how long to wait."""
        self.seconds = max(1, int(wait.total_seconds()) + 1)
        minutes = -(-self.seconds // 60)
        told = "a minute" if minutes == 1 else f"{minutes} minutes"
        super().__init__(f"That was tried too often. Please wait {told}, then try again.")


class SignInOff(CoachError):
    """Nobody signs in here."""

    def __init__(self) -> None:
        """Say so, and how that changes."""
        super().__init__(
            "This installation runs for one person, who need not sign in. HEARD_SIGN_IN=1 has people sign in, from the "
            "next start on."
        )
