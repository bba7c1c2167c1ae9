"""When the customer ends the session, and how."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.customer.constants import Constants
from coaching.customer.feelings import Feelings
from coaching.customer.questions import MORE
from coaching.customer.reading import Message
from coaching.customer.scenario import CONTENT, GRUDGING, SUPERVISOR, WALKS_OFF
from coaching.customer.state import CustomerState
from coaching.customer.step import Felt
from coaching.moves import BLAME, HOSTILE, NO_MOVE, RUSH, weightiest

_INSULTS = (HOSTILE, BLAME, RUSH)
"""Mistakes after which a customer leaves; after the others, which refuse something, they ask for somebody higher."""


@dataclass(frozen=True)
class Decision:
    """What the customer makes up their mind to.

    Attributes:
        ending: The kind of ending, now; None to go on.
        threat: What they threaten with, ``walks_off`` or ``supervisor``; None for no threat.
        settled: Whether they are content with what they have.
    """

    ending: str | None = None
    threat: str | None = None
    settled: bool = False


def decide(
    state: CustomerState, message: Message, felt: Felt, leaves: str, enough: bool, constants: Constants
) -> Decision:
    """Decide after a message whether to go on.

    A content customer stays one more message, for what is still open, unless the agent takes leave or asks whether
    that was all, and answers what they are asked before they go. One who has had enough warns once, and settles for
    what is on the table where that is something; after the warning, no further no is listened to.

    Args:
        state: Before the message.
        message: As taken in.
        felt: What it did.
        leaves: What this persona does when nothing in particular drives them out.
        enough: Whether they have been given what they came for, as far as it takes to be content.
        constants: The sizes.
    """
    feelings, turn = felt.feelings, state.turn + 1
    mistaken = any(act.hurts for act in message.acts) or (
        message.hurts and not any(act.remedies for act in message.acts)
    )
    settled = enough and is_content(feelings, constants) and not message.hurts and not felt.kept_waiting
    closes = message.closes or MORE in message.direct
    if settled and not (message.asks and not message.closes) and (state.settled or closes):
        return Decision(CONTENT, settled=True)
    way = _way_out(message, leaves)
    spent = feelings.patience <= 0.0 or turn >= constants.endings.most_turns
    refused = state.warned and mistaken and not any(act.remedies for act in message.acts if not act.hurts)
    last_straw = refused or (mistaken and feelings.anger >= constants.endings.boiling)
    # Asked whether anything is open, somebody calm names what is, instead of going without it.
    calm = feelings.anger < constants.bands.annoyed and not message.hurts
    names = MORE in message.direct and calm and not enough and not state.named
    takes_leave = message.closes and turn > 1 and not names
    if not last_straw and (spent or takes_leave) and _acceptable(feelings, constants):
        return Decision(CONTENT if settled else GRUDGING, settled=settled)
    if last_straw or (spent and not settled):
        if state.warned or turn >= constants.endings.most_turns:
            return Decision(way)
        return Decision(threat=way)
    return Decision(settled=settled)


def out_of_words(felt: Felt, leaves: str, enough: bool, constants: Constants) -> str:
    """The ending of a customer who has nothing left to say."""
    if enough and is_content(felt.feelings, constants):
        return CONTENT
    return GRUDGING if _acceptable(felt.feelings, constants) else leaves


def is_content(feelings: Feelings, constants: Constants) -> bool:
    """Whether the feelings are those of somebody who could leave content."""
    sizes = constants.endings
    return feelings.anger <= sizes.content_anger and feelings.satisfaction >= sizes.content_satisfaction


def _acceptable(feelings: Feelings, constants: Constants) -> bool:
    sizes = constants.endings
    return feelings.anger <= sizes.grudging_anger and feelings.distributive >= sizes.grudging_remedy


def _way_out(message: Message, leaves: str) -> str:
    worst = weightiest(mistake for act in message.acts for mistake in act.mistakes)
    if worst == NO_MOVE:
        return leaves
    return WALKS_OFF if worst in _INSULTS else SUPERVISOR
