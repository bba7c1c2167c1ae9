"""Rewinding: a new session that begins as another one did, up to one of its turns."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert, select
from sqlalchemy.engine import Row

from assistant_api.store.claims import FREE, require_free
from assistant_api.store.database import Database
from assistant_api.store.records import ANSWERED, Json, in_utc, now
from assistant_api.store.search import searchable
from assistant_api.store.tables import sessions, turns
from coaching.errors import CoachError

_NOT_YET: Json = {**FREE, "closing": None, "ending": None, "ended_at": None}
_NOT_MADE: Json = {"scorecard": None, "score": None, "debrief": None, "opened_at": None, "assignment_id": None}


class NoSuchTurn(CoachError):
    """The customer has not answered a turn of this number.

    Attributes:
        answered: How many they have answered.
    """

    def __init__(self, answered: int) -> None:
        """Say how many there are."""
        self.answered = answered
        super().__init__(f"The customer has answered {answered} turns of this session.")


class StillBlind(CoachError):
    """The session is played blind and goes on: ending a second try of it would tell what the first still hides."""

    def __init__(self) -> None:
        """Say so, and when it can be done."""
        super().__init__(
            "This customer is a surprise until the session has ended. Play it to its end first; then you can take any "
            "turn of it again."
        )


def fork(database: Database, parent_id: str, turn: int, new_id: str) -> None:
    """Keep a new open session with the turns that another one had before this turn, and the hints taken until then.

    Its times are moved on, as if what it copies had just been said: so it takes as long as its own turns took, whenever
    it is played. It is never blind: whoever takes a turn again knows by then what is played.

    Args:
        database: Where both are.
        parent_id: The other session, ended, or open and not blind.
        turn: The first turn to be played anew, from 1 to the last one answered.
        new_id: The new session's id.

    Raises:
        ClaimLost: A request plays the other session now.
        NoSuchSession: There is no such session.
        StillBlind: It is blind and goes on.
        NoSuchTurn: The turn is not among those answered.
        DatabaseUnavailable: The database cannot be used.
    """
    with database.writing() as connection:
        parent = require_free(connection, parent_id)
        if parent.blind and parent.ended_at is None:
            raise StillBlind
        answered = select(turns).where(turns.c.session_id == parent_id, turns.c.status == ANSWERED)
        rows = connection.execute(answered.order_by(turns.c.number)).all()
        if not 1 <= turn <= len(rows):
            raise NoSuchTurn(len(rows))
        copied, moment = rows[: turn - 1], now()
        by = moment - in_utc(copied[-1].answered_at if copied else parent.started_at)
        own = {
            "id": new_id,
            "parent_id": parent_id,
            "forked_turn": turn,
            "blind": False,
            "hints_taken": [hint for hint in parent.hints_taken if hint["turn"] < turn],
            "started_at": in_utc(parent.started_at) + by,
            "touched_at": moment,
            "search_text": searchable(_said(parent, copied)),
            "paused_at": None,
            "paused_seconds": copied[-1].paused_seconds if copied else 0.0,
        }
        connection.execute(insert(sessions).values(_copy(parent, **_NOT_YET, **_NOT_MADE, **own)))
        if copied:
            connection.execute(insert(turns), [_moved(row, by, new_id) for row in copied])


def _said(parent: Row, copied: list[Row]) -> list[str]:
    return [*parent.opening["lines"], *(text for row in copied for text in (row.text, *row.reply["lines"]))]


def _moved(row: Row, by: timedelta, session_id: str) -> Json:
    times = {"asked_at": in_utc(row.asked_at) + by, "answered_at": in_utc(row.answered_at) + by}
    return _copy(row, session_id=session_id, **times)


def _copy(row: Row, **changes: object) -> Json:
    return {**{name: value for name, value in row._mapping.items() if name != "serial"}, **changes}
