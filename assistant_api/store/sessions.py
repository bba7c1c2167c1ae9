"""Sessions and turns in the database.

A session is played by one request at a time: who plays a turn, or closes the conversation, holds the session's claim.
The claim lapses by itself, so that a process that died in mid-turn does not lock the session for good; and every change
is made on condition that the claim is still held, so that nobody records a turn twice.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.engine import Connection

from assistant_api.store.database import Database
from assistant_api.store.records import (
    ANSWERED,
    WAITING,
    Json,
    NewSession,
    StoredSession,
    StoredTurn,
    now,
)
from assistant_api.store.tables import sessions, turns
from coaching.errors import CoachError


class NoSuchSession(CoachError):
    """There is no session with this id, or it was erased meanwhile."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("There is no session with this id; it may have been erased.")


class ClaimLost(CoachError):
    """Another request plays this session, or this one took so long that its claim lapsed."""


class SessionStore:
    """Reads and writes sessions; every method raises ``DatabaseUnavailable`` where the database cannot be used."""

    def __init__(self, database: Database) -> None:
        """Work on this database."""
        self._database = database

    def add(self, session: NewSession) -> None:
        """Keep a session that has just begun."""
        with self._database.writing() as connection:
            connection.execute(insert(sessions).values(**vars(session), started_at=now()))

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
            return StoredSession.from_rows(row, tuple(StoredTurn.from_row(turn) for turn in found))

    def claim(self, session_id: str, holder: str, seconds: float) -> None:
        """Take, or take for longer, the right to play this session.

        Args:
            session_id: The session.
            holder: Names the request; whoever holds the claim already may prolong it.
            seconds: After these the claim lapses by itself.

        Raises:
            ClaimLost: Another request holds it.
            NoSuchSession: There is no such session.
        """
        moment = now()
        free = or_(sessions.c.claim.is_(None), sessions.c.claim == holder, sessions.c.claimed_until < moment)
        with self._database.writing() as connection:
            taken = connection.execute(
                update(sessions)
                .where(sessions.c.id == session_id, free)
                .values(claim=holder, claimed_until=moment + timedelta(seconds=seconds))
            )
            if taken.rowcount != 1:
                self._say_why_not(connection, session_id)

    def release(self, session_id: str, holder: str) -> None:
        """Give the claim back, where it is still held."""
        with self._database.writing() as connection:
            connection.execute(update(sessions).where(_held(session_id, holder)).values(_FREE))

    def add_turn(self, session_id: str, holder: str, number: int, turn_id: str, text: str) -> None:
        """Keep a turn before the customer is asked.

        Raises:
            ClaimLost: The claim is not held.
            NoSuchSession: The session was erased meanwhile.
        """
        with self._database.writing() as connection:
            self._require_claim(connection, session_id, holder)
            values = {"session_id": session_id, "number": number, "turn_id": turn_id, "text": text}
            connection.execute(insert(turns).values(**values, status=WAITING, asked_at=now()))

    def answer_turn(
        self, session_id: str, holder: str, turn_id: str, *, reply: Json, sentences: list[Json], recogniser: str
    ) -> None:
        """Complete a waiting turn, end the session where the reply ends it, and give the claim back: all or nothing.

        Args:
            session_id: The session.
            holder: Who holds its claim.
            turn_id: The waiting turn.
            reply: The customer's ``Reply`` as JSON, state included.
            sentences: The turn's ``RecognisedSentence`` objects as JSON.
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
            self._require_claim(connection, session_id, holder)
            this_turn = and_(turns.c.session_id == session_id, turns.c.turn_id == turn_id)
            connection.execute(update(turns).where(this_turn).values(**answer))
            connection.execute(
                update(sessions).where(_held(session_id, holder)).values({**_FREE, **_ending(reply["ending"], moment)})
            )

    def drop_turn(self, session_id: str, holder: str, turn_id: str) -> None:
        """Remove a turn that waits and will not be answered; the claim stays held.

        Raises:
            ClaimLost: The claim is not held any more.
            NoSuchSession: The session was erased meanwhile.
        """
        with self._database.writing() as connection:
            self._require_claim(connection, session_id, holder)
            connection.execute(delete(turns).where(_waiting(session_id), turns.c.turn_id == turn_id))

    def close(self, session_id: str, holder: str, reply: Json) -> None:
        """End a session that the agent closed, remove a turn that still waits, and give the claim back.

        Raises:
            ClaimLost: The claim is not held any more.
            NoSuchSession: The session was erased meanwhile.
        """
        with self._database.writing() as connection:
            self._require_claim(connection, session_id, holder)
            connection.execute(delete(turns).where(_waiting(session_id)))
            ended = {**_FREE, "closing": reply, **_ending(reply["ending"], now())}
            connection.execute(update(sessions).where(_held(session_id, holder)).values(ended))

    def keep_scorecard(self, session_id: str, scorecard: Json) -> None:
        """Keep the scorecard of an ended session; one that is there already stays."""
        with self._database.writing() as connection:
            unscored = and_(sessions.c.id == session_id, sessions.c.scorecard.is_(None))
            connection.execute(update(sessions).where(unscored).values(scorecard=scorecard))

    def erase(self, session_id: str) -> None:
        """Erase a session and its turns; ``sweep`` then takes their text out of the database's files as well.

        Raises:
            NoSuchSession: There is none.
        """
        with self._database.writing() as connection:
            if connection.execute(delete(sessions).where(sessions.c.id == session_id)).rowcount != 1:
                raise NoSuchSession

    def sweep(self) -> None:
        """See that no text of what was erased stays in the database's files; waits for who reads them now."""
        self._database.sweep()

    def _require_claim(self, connection: Connection, session_id: str, holder: str) -> None:
        # Locks the row where the database can, so that the claim still holds when the block ends.
        held = connection.execute(select(sessions.c.id).where(_held(session_id, holder)).with_for_update())
        if held.one_or_none() is None:
            self._say_why_not(connection, session_id)

    def _say_why_not(self, connection: Connection, session_id: str) -> None:
        if connection.execute(select(sessions.c.id).where(sessions.c.id == session_id)).one_or_none() is None:
            raise NoSuchSession
        raise ClaimLost("Another request is playing this session.")


_FREE: Json = {"claim": None, "claimed_until": None}


def _held(session_id: str, holder: str) -> object:
    return and_(sessions.c.id == session_id, sessions.c.claim == holder)


def _waiting(session_id: str) -> object:
    return and_(turns.c.session_id == session_id, turns.c.status == WAITING)


def _ending(ending: Json | None, moment: datetime) -> Json:
    return {} if ending is None else {"ending": ending, "ended_at": moment}
