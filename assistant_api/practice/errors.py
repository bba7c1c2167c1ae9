"""Why a session does not go on as somebody asked; each message is for people to read."""

from __future__ import annotations

from assistant_api.customer_client import CustomerRefused
from coaching.errors import CoachError


class SessionOpen(CoachError):
    """The conversation still goes on."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This session still goes on. There is a debrief once it has ended.")


class SessionPaused(CoachError):
    """The session rests."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This session is paused. Resume it to go on; nothing was lost.")


class HintsOff(CoachError):
    """The session is played without hints."""

    def __init__(self) -> None:
        """Say so, and what there is instead."""
        super().__init__("This session is played without hints. Say that you are stuck to get one all the same.")


class ScenarioGone(CoachError):
    """The scenario of a session is no longer there; which one it was is not told, for the session may be blind."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("The scenario of this session is no longer there.")


class TurnWaiting(CoachError):
    """Another turn waits for the customer's answer.

    Attributes:
        turn_id: That turn's id.
    """

    def __init__(self, turn_id: str) -> None:
        """Hold the id, which is not for people to read."""
        self.turn_id = turn_id
        super().__init__(
            "Your last message still waits for the customer's answer. Send it again first; its text is kept."
        )


class TurnRefused(CustomerRefused):
    """The customer will not play this turn, which is therefore not kept.

    Attributes:
        turn_id: The turn's id.
        text: What the agent said, given back.
    """

    def __init__(self, reason: str, turn_id: str, text: str) -> None:
        """Say why, and what became of the message."""
        self.turn_id, self.text = turn_id, text
        super().__init__(f"{reason} Your message was not played, and the session does not keep it.")


class TurnConflict(CoachError):
    """The turn id was used for another text."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This turn id was already used in this session, with another text. Give each turn its own id.")


class TurnInProgress(CoachError):
    """The session is being played by another request just now."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("The customer is answering another request of this session. Ask again in a moment.")
