"""Playing a script against the customer as the product does, without Rasa, into a session that can be scored."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from coaching.customer import Customer, Reply
from coaching.played import PlayedSession, PlayedTurn, SaidByCustomer
from coaching.recognition.sentence import RecognisedSentence

_SIDE = timedelta(minutes=1)
"""How long each side of a turn takes, where time is kept."""


class Reads(Protocol):
    """What finds the moves in a message: a ``Reader``, or labels given by hand."""

    def recognise(self, text: str, customer: str) -> Sequence[RecognisedSentence]:
        """The sentences of a message, with their moves; ``customer`` is the message that it answers."""


def play(
    customer: Customer,
    reader: Reads,
    script: Sequence[str],
    scenario: str,
    persona: str | None,
    level: int | None,
    seed: int,
    began: datetime | None = None,
) -> PlayedSession:
    """Say the script's messages until it or the customer ends; an agent who has said all closes the session.

    Scenario, persona, level and seed are as in ``Customer.begin``. Where it is given when the session began, each side
    takes a minute from then on; else no time is kept.
    """
    reply = customer.begin(scenario, persona, seed, level)
    opening, turns, at = _said(reply), [], began
    for number, text in enumerate(script, start=1):
        if reply.ending is not None:
            break
        sentences = reader.recognise(text, customer="\n".join(reply.lines))
        reply = customer.respond(reply.state, sentences)
        asked, at = (at + _SIDE, at + 2 * _SIDE) if at else (None, None)
        turns.append(PlayedTurn(number, text, tuple(sentences), _said(reply), asked, at, reply.state))
    closing = None
    if reply.ending is None:
        reply = customer.close(reply.state)
        closing = _said(reply)
    end = reply.state
    said = (opening, tuple(turns), closing)
    return PlayedSession(scenario, end.persona, end.level, *said, reply.ending, began, at, model=end.model)


def _said(reply: Reply) -> SaidByCustomer:
    return SaidByCustomer(reply.lines, reply.mood, reply.changes, reply.topics)
