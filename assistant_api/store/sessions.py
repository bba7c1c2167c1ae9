"""Sessions and turns in the database; who may change one is told in ``store.claims``."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, delete, insert, select, update

from assistant_api.store.assignments import require_try_left
from assistant_api.store.claims import FREE, NoSuchSession, held, require, take
from assistant_api.store.database import Database
from assistant_api.store.records import (
    ANSWERED,
    WAITING,
    Fork,
    Json,
    NewSession,
    StoredSession,
    StoredTurn,
    now,
)
from assistant_api.store.rests import end_of_pause
from assistant_api.store.search import searchable
from assistant_api.store.tables import sessions, turns


class SessionStore:
    """Reads and writes sessions; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(self, session: NewSession) -> None:
        """Keep a session that has just begun.

        Raises:
            NoTriesLeft: It is for an assignment that was meanwhile tried as often as it may be.
        """
        moment = now()
        times = {"started_at": moment, "touched_at": moment, "paused_seconds": 0.0}
        with self._database.writing() as connection:
            if session.assignment_id is not None:
                require_try_left(connection, session.assignment_id, session.person_id)
            said = searchable(session.opening["lines"])
            connection.execute(insert(sessions).values(**vars(session), **times, hints_taken=[], search_text=said))

    def get(self, session_id: str) -> StoredSession:
        """The session with its turns.

        Raises:
            NoSuchSession: There is none.
        """
        with self._database.reading() as connection:
            row = connection.execute(select(sessions).where(sessions.c.id == session_id)).one_or_none()
            if row is None:
                raise NoSuchSession
            found = connection.execute(select(turns).where(turns.c.session_id == session_id).order_by(turns.c.number))
            played = tuple(StoredTurn.from_row(turn) for turn in found)
            forks = select(sessions.c.id, sessions.c.forked_turn).where(sessions.c.parent_id == session_id)
            rewinds = tuple(Fork(*fork) for fork in connection.execute(forks.order_by(sessions.c.serial)))
            return StoredSession.from_rows(row, played, rewinds)

    def claim(self, session_id: str, holder: str, seconds: float) -> None:
        """Take, or take for longer, the right to play this session; see ``store.claims.take``.

        Raises:
            ClaimLost: Another request holds it.
            NoSuchSession: There is no such session.
        """
        with self._database.writing() as connection:
            take(connection, session_id, holder, seconds)

    def release(self, session_id: str, holder: str) -> None:
        """Give the claim back, where it is still held."""
        with self._database.writing() as connection:
            connection.execute(update(sessions).where(held(session_id, holder)).values(FREE))

    def add_turn(self, session_id: str, holder: str, number: int, turn_id: str, text: str) -> None:
        """Keep a turn before the customer is asked.

        Raises:
            ClaimLost: The claim is not held.
            NoSuchSession: The session was erased meanwhile.
        """
        moment = now()
        with self._database.writing() as connection:
            rested = require(connection, session_id, holder).paused_seconds
            values = {"session_id": session_id, "number": number, "turn_id": turn_id, "text": text}
            connection.execute(insert(turns).values(**values, status=WAITING, asked_at=moment, paused_seconds=rested))
            connection.execute(update(sessions).where(held(session_id, holder)).values(touched_at=moment))

    def answer_turn(
        self, session_id: str, holder: str, turn_id: str, *, reply: Json, sentences: list[Json], recogniser: str
    ) -> None:
        """Complete a waiting turn, end the session where the reply ends it, and give the claim back: all or nothing.

        Args:
            session_id: The session.
            holder: Who holds its claim.
            turn_id: The turn.
            reply: The customer's ``Reply`` as JSON, state included.
            sentences: The agent's sentences as they were recognised.
            recogniser: Version of the recogniser that read them.

        Raises:
            ClaimLost: The claim is not held any more.
            NoSuchSession: The session was erased meanwhile.
        """
        moment = now()
        answer = {
            "status": ANSWERED,
            "sentences": sentences,
            "recogniser": recogniser,
            "reply": {key: value for key, value in reply.items() if key != "state"},
            "state": reply["state"],
            "answered_at": moment,
        }
        with self._database.writing() as connection:
            require(connection, session_id, holder)
            this_turn = and_(turns.c.session_id == session_id, turns.c.turn_id == turn_id)
            connection.execute(update(turns).where(this_turn).values(**answer))
            text = connection.execute(select(turns.c.text).where(this_turn)).scalar_one()
            said = sessions.c.search_text + searchable([text, *reply["lines"]])
            after = {**FREE, "touched_at": moment, "search_text": said, **_ending(reply["ending"], moment)}
            connection.execute(update(sessions).where(held(session_id, holder)).values(after))

    def drop_turn(self, session_id: str, holder: str, turn_id: str) -> None:
        """Remove a turn that waits and will not be answered; the claim stays held.

        Raises:
            ClaimLost: The claim is not held any more.
            NoSuchSession: The session was erased meanwhile.
        """
        with self._database.writing() as connection:
            require(connection, session_id, holder)
            connection.execute(delete(turns).where(_waiting(session_id), turns.c.turn_id == turn_id))

    def close(self, session_id: str, holder: str, reply: Json) -> None:
        """End a session that the agent closed, remove a turn that still waits, and give the claim back.

        Raises:
            ClaimLost: The claim is not held any more.
            NoSuchSession: The session was erased meanwhile.
        """
        moment = now()
        with self._database.writing() as connection:
            row = require(connection, session_id, holder)
            connection.execute(delete(turns).where(_waiting(session_id)))
            ended = {**FREE, **end_of_pause(row, moment), "closing": reply, **_ending(reply["ending"], moment)}
            ended["search_text"] = row.search_text + searchable(reply["lines"])
            connection.execute(update(sessions).where(held(session_id, holder)).values(ended))

    def erase(self, session_id: str) -> None:
        """Erase a session and its turns; ``sweep`` then takes their text out of the database's files as well.

        Rewinds of it stay: they hold copies of what they need.

        Raises:
            NoSuchSession: There is none.
        """
        with self._database.writing() as connection:
            if connection.execute(delete(sessions).where(sessions.c.id == session_id)).rowcount != 1:
                raise NoSuchSession
            connection.execute(update(sessions).where(sessions.c.parent_id == session_id).values(parent_id=None))

    def sweep(self) -> None:
        """See that no text of what was erased stays in the database's files; waits for who reads them now."""
        self._database.sweep()


def _waiting(session_id: str) -> object:
    return and_(turns.c.session_id == session_id, turns.c.status == WAITING)


def _ending(ending: Json | None, moment: datetime) -> Json:
    return {} if ending is None else {"ending": ending, "ended_at": moment}
