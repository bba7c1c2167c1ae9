"""Why something with people is not done; each message is for people to read."""

from __future__ import annotations

from coaching.errors import CoachError


class NoSuchPerson(CoachError):
    """There is nobody with this id, or nobody whom one may know of."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is nobody with this id.")


class NoSuchTeam(CoachError):
    """There is no team with this id."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no team with this id.")


class NoSuchVisit(CoachError):
    """None of one's browsers is known by this id."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("None of your browsers is known by this id; it may have been signed out already.")


class NoSuchToken(CoachError):
    """One has no token with this id."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("You have no token with this id; it may have been revoked already.")


class LoginTaken(CoachError):
    """Somebody else signs in with this."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Somebody signs in with this address already.")


class TeamTaken(CoachError):
    """Another team has this name."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is a team of this name already.")


class TokenTaken(CoachError):
    """Another token has this name."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is a token of this name already; revoke it first, or take another name.")


class LastAdmin(CoachError):
    """Nobody would be left to look after the installation."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This is the last admin. Make somebody else an admin first; then this can be done.")


class LinkGone(CoachError):
    """A one-time link does not work, or no longer."""

    def __init__(self) -> None:
        """Say so, and how to get another."""
        super().__init__(
            "This link does not work any more: each works once, and for a limited time. Ask an admin for a new one; "
            "the first admin's is printed when the application starts."
        )
