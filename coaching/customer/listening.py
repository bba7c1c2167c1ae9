"""What reaches the customer of a message, and what they tell in return."""

from __future__ import annotations

from collections.abc import Sequence

from coaching.customer.constants import Constants
from coaching.customer.feelings import Feelings
from coaching.customer.levels import Level
from coaching.customer.reading import Message
from coaching.customer.scenario import TRUSTED, Fact
from coaching.recognition.sentence import RecognisedSentence

_IN_WRITING = ("email", "form")
_LONGER = 2
"""How many times the words of a chat somebody reads in an e-mail before they lose patience."""


def listened_to(
    sentences: Sequence[RecognisedSentence], feelings: Feelings, level: Level, channel: str, constants: Constants
) -> tuple[RecognisedSentence, ...]:
    """The sentences that the customer takes in: all of them, or those that begin before they have had enough."""
    if level.interrupts is None or feelings.anger < constants.bands.angry:
        return tuple(sentences)
    left = level.interrupts * (_LONGER if channel in _IN_WRITING else 1)
    taken = []
    for sentence in sentences:
        if left <= 0:
            break
        taken.append(sentence)
        left -= len(sentence.text.split())
    return tuple(taken)


def told(message: Message, feelings: Feelings, level: Level) -> tuple[tuple[Fact, ...], bool]:
    """The facts that the customer tells, as many as the level allows, and whether they hold back one asked for.

    Trusted ones are told from the level's interactional fairness on; a customer invited to tell their story leaves the
    others out without a word.
    """
    open_ = feelings.interactional >= level.withheld
    facts = tuple(fact for fact in message.facts if open_ or fact.given != TRUSTED)
    holds_back = len(facts) < len(message.facts) and not message.invited
    return facts[: level.facts], holds_back
