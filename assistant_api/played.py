"""A stored session as the values that hints and debriefs read."""

from __future__ import annotations

from datetime import timedelta

from assistant_api.store import Json, StoredSession, StoredTurn
from coaching.customer import CustomerState, Ending
from coaching.customer.scenario import TIMED_OUT
from coaching.played import HintTaken, PlayedSession, PlayedTurn, SaidByCustomer
from coaching.recognition.sentence import RecognisedSentence


def played(session: StoredSession) -> PlayedSession:
    """The session so far; a turn that waits is no part of it.

    Pauses are taken out of the turns' times, so that an answer does not seem slow because the session rested before it;
    and one that timed out took until it was last touched, not until somebody gave up on it.

    Raises:
        CoachError: It was played by a version of the customer whose states are no longer understood.
    """
    return PlayedSession(
        scenario_id=session.scenario_id,
        persona_id=session.persona_id,
        level=session.level,
        opening=SaidByCustomer.from_json(session.opening),
        turns=tuple(_turn(turn) for turn in session.answered),
        closing=None if session.closing is None else SaidByCustomer.from_json(session.closing),
        ending=None if session.ending is None else Ending(**session.ending),
        started_at=session.started_at,
        ended_at=session.touched_at if _timed_out(session) else session.ended_at,
        paused_seconds=session.paused_seconds,
        hints_taken=tuple(HintTaken(**hint) for hint in session.hints_taken),
        model=session.version or "",
    )


def _timed_out(session: StoredSession) -> bool:
    return session.ending is not None and session.ending["kind"] == TIMED_OUT


def _turn(turn: StoredTurn) -> PlayedTurn:
    rested = timedelta(seconds=turn.paused_seconds)
    reply: Json = turn.reply or {}
    return PlayedTurn(
        number=turn.number,
        text=turn.text,
        sentences=sentences(turn),
        reply=SaidByCustomer.from_json(reply),
        asked_at=turn.asked_at - rested,
        answered_at=None if turn.answered_at is None else turn.answered_at - rested,
        state=CustomerState.from_json(turn.state or {}),
    )


def sentences(turn: StoredTurn) -> tuple[RecognisedSentence, ...]:
    """The sentences of a turn with their moves; none while it waits."""
    return tuple(RecognisedSentence.from_json(sentence) for sentence in turn.sentences or [])
