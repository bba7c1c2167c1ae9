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
class Fork:
    """Where two sessions part: the other one, None where it was erased, and the first turn that is the rewind's own."""

    session: str | None
    turn: int


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
        paused_seconds: How long the session had rested by then.
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
    paused_seconds: float
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
            paused_seconds=row.paused_seconds,
            answered_at=in_utc(row.answered_at) if row.answered_at else None,
        )


@dataclass(frozen=True)
class NewSession:
    """A practice conversation that the customer has just opened.

    Attributes:
        id: A UUID.
        person_id: Whose it is.
        scenario_id: The scenario played, with its ``scenario_title`` as it was then.
        persona_id: The customer's persona, with its ``persona_name`` as it was then.
        seed: What all chance in the session follows from.
        level: Of difficulty, 1 to 5.
        blind: Whether scenario and persona stay unknown until the end.
        hints: When the trainee gets hints, one of ``coaching.hints.wording.MODES``.
        opening: The customer's first ``Reply`` as JSON, state included.
        assignment_id: What it is a try of; None for practice of one's own, and for every rewind.
    """

    id: str
    person_id: str
    scenario_id: str
    scenario_title: str
    persona_id: str
    persona_name: str
    seed: int
    level: int
    blind: bool
    hints: str
    opening: Json
    assignment_id: str | None


@dataclass(frozen=True)
class StoredSession(NewSession):
    """A practice conversation with its turns.

    Attributes:
        kind: ``practice``, or ``imported`` for a real chat, which has neither mood nor scenario.
        closing: The customer's ``Reply`` to an agent who closed the conversation; None in any other case.
        ending: How it ended, ``{"kind", "title", "text"}``; None while it is open.
        scorecard: The scorecard as JSON; None while it is open.
        debrief: The debrief as JSON; None until it is first asked for.
        opened_at: When its agent first opened the debrief (UTC); None while they have not.
        hints_taken: Each ``{"turn", "kind", "step"}``, in order.
        forked_from: What it is a rewind of; None where it is none.
        rewinds: Those taken of it, in order.
        started_at: When it began (UTC); of a rewind, so that its turns' times follow on.
        touched_at: When it was last begun, played on or taken up again (UTC).
        ended_at: When it ended (UTC); None while it is open.
        paused_at: Since when it rests (UTC); None where it does not.
        paused_seconds: How long it has rested, pauses that are over counted.
        turns: In order; the last one may be waiting.
    """

    kind: str
    closing: Json | None
    ending: Json | None
    scorecard: Json | None
    debrief: Json | None
    opened_at: datetime | None
    hints_taken: list[Json]
    forked_from: Fork | None
    rewinds: tuple[Fork, ...]
    started_at: datetime
    touched_at: datetime
    ended_at: datetime | None
    paused_at: datetime | None
    paused_seconds: float
    turns: tuple[StoredTurn, ...]

    @property
    def has_ended(self) -> bool:
        """Whether it is over."""
        return self.ended_at is not None

    @property
    def is_paused(self) -> bool:
        """Whether it rests."""
        return self.paused_at is not None

    @property
    def is_hidden(self) -> bool:
        """Whether nobody may be told yet which scenario it is, and who the customer."""
        return self.blind and not self.has_ended

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
    def version(self) -> str | None:
        """The version of the customer's model that opened it; None for one from before versions were told."""
        model: str | None = self.opening["state"].get("model")
        return model

    @property
    def state(self) -> Json:
        """The customer's state after the last answered turn."""
        states = [turn.state for turn in self.answered if turn.state is not None]
        state: Json = states[-1] if states else self.opening["state"]
        return state

    @classmethod
    def from_rows(cls, row: Row, turns: tuple[StoredTurn, ...], rewinds: tuple[Fork, ...]) -> StoredSession:
        """Read one row of ``sessions``, with its turns and the rewinds taken of it."""
        return cls(
            id=row.id,
            person_id=row.person_id,
            scenario_id=row.scenario_id,
            scenario_title=row.scenario_title,
            persona_id=row.persona_id,
            persona_name=row.persona_name,
            seed=row.seed,
            level=row.level,
            blind=row.blind,
            hints=row.hints,
            opening=row.opening,
            assignment_id=row.assignment_id,
            kind=row.kind,
            closing=row.closing,
            ending=row.ending,
            scorecard=row.scorecard,
            debrief=row.debrief,
            opened_at=in_utc(row.opened_at) if row.opened_at else None,
            hints_taken=row.hints_taken,
            forked_from=forked_from(row),
            rewinds=rewinds,
            started_at=in_utc(row.started_at),
            touched_at=in_utc(row.touched_at),
            ended_at=in_utc(row.ended_at) if row.ended_at else None,
            paused_at=in_utc(row.paused_at) if row.paused_at else None,
            paused_seconds=row.paused_seconds,
            turns=turns,
        )


def forked_from(row: Row) -> Fork | None:
    """Where a row of ``sessions`` was forked off; None where it is no rewind."""
    return None if row.forked_turn is None else Fork(row.parent_id, row.forked_turn)


def in_utc(moment: datetime) -> datetime:
    """The moment in UTC: SQLite forgets the time zone, and PostgreSQL tells it in that of its server."""
    return moment.astimezone(timezone.utc) if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(timezone.utc)
