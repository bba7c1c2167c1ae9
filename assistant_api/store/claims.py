"""Who may play a session now.

A session is played by one request at a time: who plays a turn, or closes the conversation, holds the session's claim.
The claim lapses by itself, so that a process that died in mid-turn does not lock the session for good; and every change
is made on condition that the claim is still held, or held by nobody, so that nothing is recorded twice.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.engine import Connection, Row

from assistant_api.store.records import Json, now
from assistant_api.store.tables import sessions
from coaching.errors import CoachError

FREE: Json = {"claim": None, "claimed_until": None}
"""The values of a session that nobody plays."""


class NoSuchSession(CoachError):
    """There is no session with this id, or it was erased meanwhile."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no session with this id; it may have been erased.")


class ClaimLost(CoachError):
    """Another request plays this session, or this one took so long that its claim lapsed."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("Another request is playing this session.")


def take(connection: Connection, session_id: str, holder: str, seconds: float) -> None:
    """Take, or take for longer, the right to play a session.

    Args:
        connection: A writing one.
        session_id: The session.
        holder: Names the request; whoever holds the claim already may prolong it.
        seconds: After these the claim lapses by itself.

    Raises:
        ClaimLost: Another request holds it.
        NoSuchSession: There is no such session.
    """
    may_take = and_(sessions.c.id == session_id, or_(sessions.c.claim == holder, is_free()))
    values = {"claim": holder, "claimed_until": now() + timedelta(seconds=seconds)}
    if connection.execute(update(sessions).where(may_take).values(values)).rowcount != 1:
        _say_why_not(connection, session_id)


def require(connection: Connection, session_id: str, holder: str) -> Row:
    """The session's row, locked where the database can, so that the claim still holds when the transaction ends.

    Raises:
        ClaimLost: The claim is not held any more.
        NoSuchSession: The session was erased meanwhile.
    """
    return _locked(connection, session_id, held(session_id, holder))


def require_free(connection: Connection, session_id: str) -> Row:
    """The row of a session that nobody plays now, locked likewise: nobody can begin to before the transaction ends.

    Raises:
        ClaimLost: A request plays it.
        NoSuchSession: There is no such session.
    """
    return _locked(connection, session_id, and_(sessions.c.id == session_id, is_free()))


def held(session_id: str, holder: str) -> object:
    """The condition that this request plays the session."""
    return and_(sessions.c.id == session_id, sessions.c.claim == holder)


def is_free() -> object:
    """The condition that nobody plays a session."""
    return or_(sessions.c.claim.is_(None), sessions.c.claimed_until < now())


def _locked(connection: Connection, session_id: str, condition: object) -> Row:
    row = connection.execute(select(sessions).where(condition).with_for_update()).one_or_none()
    return row if row is not None else _say_why_not(connection, session_id)


def _say_why_not(connection: Connection, session_id: str) -> Row:
    if connection.execute(select(sessions.c.id).where(sessions.c.id == session_id)).one_or_none() is None:
        raise NoSuchSession
    raise ClaimLost
