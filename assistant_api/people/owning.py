"""Whose session it is: others' are not told from those that are not there."""

from __future__ import annotations

from sqlalchemy import select

from assistant_api.people.audit import audit
from assistant_api.people.current import current_person
from assistant_api.people.seeing import may_see
from assistant_api.services import services
from assistant_api.store import NoSuchSession
from assistant_api.store.audit import READ
from assistant_api.store.tables import sessions
from coaching.errors import CoachError


def require_session(
    session_id: str, *, own: bool, noted: bool = True, missing: type[CoachError] = NoSuchSession
) -> str:
    """Do nothing where whoever asks may do so with this session; noting it, where the session is somebody else's.

    Args:
        session_id: Which session.
        own: Whether it has to be one's own; else one may see it, too.
        noted: Whether it is noted; False where they are told nothing of it.
        missing: What to raise, where something else than the session itself was asked for.

    Returns:
        The id of the person whose it is.

    Raises:
        CoachError: There is none, or not for this person: ``missing``.
    """
    asks = current_person()
    with services().database.reading() as connection:
        owner: str | None = connection.execute(
            select(sessions.c.person_id).where(sessions.c.id == session_id)
        ).scalar_one_or_none()
    if owner is None or not (owner == asks.id or (not own and may_see(asks, owner))):
        raise missing()
    if noted and owner != asks.id:
        audit(READ, "session", session_id, {"of": owner})
    return owner
