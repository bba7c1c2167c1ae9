"""Sessions erased many at a time, with all that hangs on them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.engine import Connection

from assistant_api.store.tables import outbox, sessions

_AT_ONCE = 500
"""Ids in one statement: databases bound how many a statement takes."""
_WORD = re.compile(r"[\w@.+-]+")
"""What may be an id or an e-mail address in JSON, be it within an address of the web."""


def untouched_since(connection: Connection, moment: datetime) -> list[str]:
    """Ids of the sessions that ended before a moment, or were left open and not touched since."""
    last = func.coalesce(sessions.c.ended_at, sessions.c.touched_at)
    return list(connection.execute(select(sessions.c.id).where(last < moment)).scalars())


def erase_sessions(connection: Connection, ids: Sequence[str]) -> None:
    """Erase these: turns, result, comments, corrections, disputes, ratings, and what still waits to be sent of them.

    Rewinds of them stay: they hold copies of what they need. A certificate stays as well, which names only what was
    played, the day and the score.

    Args:
        connection: A writing one; ``Database.sweep`` then takes the text out of the database's files as well.
        ids: Those that are not there are left alone.
    """
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        connection.execute(update(sessions).where(sessions.c.parent_id.in_(some)).values(parent_id=None))
        connection.execute(delete(sessions).where(sessions.c.id.in_(some)))
    erase_outgoing(connection, frozenset(ids))


def erase_outgoing(connection: Connection, ids: frozenset[str]) -> None:
    """Erase what was to be sent, or was sent within the last days, and names one of these ids or e-mail addresses."""
    rows = connection.execute(select(outbox.c.serial, outbox.c.payload)).all() if ids else []
    named = [serial for serial, payload in rows if not ids.isdisjoint(_WORD.findall(json.dumps(payload)))]
    for first in range(0, len(named), _AT_ONCE):
        connection.execute(delete(outbox).where(outbox.c.serial.in_(named[first : first + _AT_ONCE])))
