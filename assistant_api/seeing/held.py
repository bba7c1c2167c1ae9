"""How a session went, as far as whoever asks may see it: results reach the trainee first (``store.told``)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from assistant_api.assigning.rules import assigning_rules
from assistant_api.people import current_person
from assistant_api.services import services
from assistant_api.store import Json, StoredSession, now
from assistant_api.store.exporting import name_of_person
from assistant_api.store.people_errors import NoSuchPerson
from assistant_api.store.told import Onlooker
from coaching.errors import CoachError


class ResultHeld(CoachError):
    """How a session went is its player's alone for now."""

    def __init__(self, name: str, until: datetime | None) -> None:
        """Say whose it is, and when it is shown at the latest (UTC; None while the session goes on)."""
        latest = "" if until is None else f", and at the latest on {until:%d %B %Y at %H:%M} UTC".replace("on 0", "on ")
        super().__init__(
            f"{name} sees first how this session went. It is shown to you once they have opened the debrief{latest}. "
            "What was said is in Review already."
        )


@dataclass(frozen=True)
class Seen:
    """A session as whoever asks may see it.

    Attributes:
        session: The session; where it is held back how it went, without ending, mood, ledger, scorecard and debrief.
        held_back: Whether it is.
        held_until: Until when at the latest (UTC); None where it is not, and while the session goes on.
    """

    session: StoredSession
    held_back: bool
    held_until: datetime | None


def onlooker() -> Onlooker:
    """Whoever asks, now."""
    return Onlooker(current_person().id, now(), assigning_rules().told_after)


def as_seen(session: StoredSession) -> Seen:
    """The session as whoever asks may see it."""
    looks = onlooker()
    if looks.may_see(session):
        return Seen(session, False, None)
    return Seen(_only_said(session), True, looks.sees_from(session.ended_at))


def require_result(session: StoredSession) -> None:
    """Do nothing where whoever asks may see how the session went.

    Raises:
        ResultHeld: It is its player's alone for now.
    """
    seen = as_seen(session)
    if seen.held_back:
        try:
            name = name_of_person(services().database, session.person_id)
        except NoSuchPerson:
            name = "Its player"
        raise ResultHeld(name, seen.held_until)


def _only_said(session: StoredSession) -> StoredSession:
    return replace(
        session,
        opening=_words(session.opening),
        closing=_words(session.closing) if session.closing else None,
        ending=None,
        scorecard=None,
        debrief=None,
        turns=tuple(replace(one, reply=_words(one.reply) if one.reply else None) for one in session.turns),
    )


def _words(reply: Json) -> Json:
    return {**reply, "mood": None, "changes": []}
