"""Rows of the database as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from sqlalchemy.engine import Row

Json = dict[str, Any]

WAITING = "waiting"
ANSWERED = "answered"


@dataclass(frozen=True)
class StoredTurn:
    """What the agent said once, and what came of it.

    Attributes:
        number: From 1 in its session.
        turn_id: The id that the caller gave it, a UUID.
        status: ``waiting`` for the customer, or ``answered``.
        text: The agent's message.
        sentences: ``RecognisedSentence`` objects as JSON; None while waiting.
        recogniser: Version of the recogniser that read them; None while waiting.
        reply: The customer's ``Reply`` as JSON, without its state; None while waiting.
        state: The customer's state after it, what the next turn starts from; None while waiting.
        asked_at: When it arrived (UTC).
        answered_at: When the customer answered (UTC); None while waiting.
    """

    number: int
    turn_id: str
    status: str
    text: str
    sentences: list[Json] | None
    recogniser: str | None
    reply: Json | None
    state: Json | None
    asked_at: datetime
    answered_at: datetime | None

    @property
    def is_waiting(self) -> bool:
        """Whether the customer has not answered it yet."""
        return self.status == WAITING

    @classmethod
    def from_row(cls, row: Row) -> StoredTurn:
        """Read one row of ``turns``."""
        return cls(
            number=row.number,
            turn_id=row.turn_id,
            status=row.status,
            text=row.text,
            sentences=row.sentences,
            recogniser=row.recogniser,
            reply=row.reply,
            state=row.state,
            asked_at=in_utc(row.asked_at),
            answered_at=in_utc(row.answered_at) if row.answered_at else None,
        )


@dataclass(frozen=True)
class NewSession:
    """A practice conversation that the customer has just opened.

    Attributes:
        id: A UUID.
        scenario_id: The scenario played, with its ``scenario_title`` as it was then.
        persona_id: The customer's persona, with its ``persona_name`` as it was then.
        seed: What all chance in the session follows from.
        opening: The customer's first ``Reply`` as JSON, state included.
    """

    id: str
    scenario_id: str
    scenario_title: str
    persona_id: str
    persona_name: str
    seed: int
    opening: Json


@dataclass(frozen=True)
class StoredSession(NewSession):
    """A practice conversation with its turns.

    Attributes:
        closing: The customer's ``Reply`` to an agent who closed the conversation; None in any other case.
        ending: How it ended, ``{"kind", "title", "text"}``; None while it is open.
        scorecard: The scorecard as JSON; None while it is open.
        started_at: When it began (UTC).
        ended_at: When it ended (UTC); None while it is open.
        turns: In order; the last one may be waiting.
    """

    closing: Json | None
    ending: Json | None
    scorecard: Json | None
    started_at: datetime
    ended_at: datetime | None
    turns: tuple[StoredTurn, ...]

    @property
    def has_ended(self) -> bool:
        """Whether it is over."""
        return self.ended_at is not None

    @property
    def answered(self) -> tuple[StoredTurn, ...]:
        """The turns that the customer has answered."""
        return tuple(turn for turn in self.turns if not turn.is_waiting)

    @property
    def waiting(self) -> StoredTurn | None:
        """The turn that the customer has still to answer, if there is one."""
        return next((turn for turn in self.turns if turn.is_waiting), None)

    @property
    def reply(self) -> Json:
        """The customer's newest reply."""
        if self.closing is not None:
            return self.closing
        replies = [turn.reply for turn in self.answered if turn.reply is not None]
        return replies[-1] if replies else self.opening

    @property
    def state(self) -> Json:
        """The customer's state after the last answered turn."""
        states = [turn.state for turn in self.answered if turn.state is not None]
        state: Json = states[-1] if states else self.opening["state"]
        return state

    @classmethod
    def from_rows(cls, row: Row, turns: tuple[StoredTurn, ...]) -> StoredSession:
        """Read one row of ``sessions`` and its turns."""
        return cls(
            id=row.id,
            scenario_id=row.scenario_id,
            scenario_title=row.scenario_title,
            persona_id=row.persona_id,
            persona_name=row.persona_name,
            seed=row.seed,
            opening=row.opening,
            closing=row.closing,
            ending=row.ending,
            scorecard=row.scorecard,
            started_at=in_utc(row.started_at),
            ended_at=in_utc(row.ended_at) if row.ended_at else None,
            turns=turns,
        )


def in_utc(moment: datetime) -> datetime:
    """The moment with its time zone, which SQLite forgets; every moment is written in UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(timezone.utc)
