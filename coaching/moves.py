"""The taxonomy of the HEARD codebook, version 1.1: the sixteen moves, and the only place where code writes their names.

A move is what one sentence of an agent does. Labels are multi-label: a sentence carries several moves or none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

CODEBOOK_VERSION = "1.1"
NO_MOVE = "none"
"""Stands for "no label at all" where a format (Rasa's intents) needs a name."""


class Kind(str, Enum):
    """What a move is to a conversation."""

    STEP = "step"
    SUPPORT = "support"
    MISTAKE = "mistake"


@dataclass(frozen=True)
class Move:
    """One label of the codebook.

    Attributes:
        label: The name used in data, models and answers.
        kind: A HEARD step, a move that supports the steps, or a mistake.
        title: The name that pages show.
        meaning: One line that completes "The sentence …".
    """

    label: str
    kind: Kind
    title: str
    meaning: str

    @property
    def noun(self) -> str:
        """What a sentence that makes it is or holds; completes "perhaps …"."""
        return _NOUNS[self.label]


MOVES: tuple[Move, ...] = (
    Move("hear", Kind.STEP, "Hear", "shows that you took in what the customer said, or invites the whole story"),
    Move("empathize", Kind.STEP, "Empathize", "names the customer's feeling or what this does to them"),
    Move("apologize", Kind.STEP, "Apologize", "says sorry to the customer, or takes responsibility"),
    Move("resolve", Kind.STEP, "Resolve", "does, offers or commits to something concrete about the problem"),
    Move("diagnose", Kind.STEP, "Diagnose", "looks for the cause, explains it, or says how it will not happen again"),
    Move("inquire", Kind.SUPPORT, "Ask", "asks for a particular fact, choice or confirmation that the work needs"),
    Move("thank", Kind.SUPPORT, "Thank", "thanks the customer for patience, feedback, information or loyalty"),
    Move("courtesy", Kind.SUPPORT, "Courtesy", "greets, introduces, closes warmly or offers further help"),
    Move("weak_apology", Kind.MISTAKE, "Weak apology", "is an apology that takes itself back, or names no fault"),
    Move("blame", Kind.MISTAKE, "Blame", "puts the fault on the customer"),
    Move("dismiss", Kind.MISTAKE, "Dismissal", "minimises, denies, argues, or refuses without another way"),
    Move("policy", Kind.MISTAKE, "Policy as reason", "gives a rule or the system as the whole reason"),
    Move("deflect", Kind.MISTAKE, "Deflection", "sends the customer elsewhere or disowns the matter"),
    Move("rush", Kind.MISTAKE, "Rush", "hurries the customer, or ends the contact before it is done"),
    Move("empty_promise", Kind.MISTAKE, "Empty promise", "promises with no action, owner or time behind it"),
    Move("hostile", Kind.MISTAKE, "Hostility", "is rude, sarcastic, insulting or threatening"),
)

LABELS: tuple[str, ...] = tuple(move.label for move in MOVES)
STEPS: tuple[str, ...] = tuple(move.label for move in MOVES if move.kind is Kind.STEP)
MISTAKES: tuple[str, ...] = tuple(move.label for move in MOVES if move.kind is Kind.MISTAKE)

_BY_LABEL = {move.label: move for move in MOVES}

_NOUNS = dict(zip(LABELS, (
    "listening", "empathy", "an apology", "a solution", "a diagnosis", "a question", "thanks", "a courtesy",
    "a weak apology", "blame", "a dismissal", "policy as the reason", "a deflection", "a rush", "an empty promise",
    "hostility",
), strict=True))  # fmt: skip

(
    HEAR, EMPATHIZE, APOLOGIZE, RESOLVE, DIAGNOSE, INQUIRE, THANK, COURTESY,
    WEAK_APOLOGY, BLAME, DISMISS, POLICY, DEFLECT, RUSH, EMPTY_PROMISE, HOSTILE,
) = LABELS  # fmt: skip

_WEIGHT_ORDER = (
    HOSTILE, BLAME, DISMISS, DEFLECT, POLICY, RUSH, EMPTY_PROMISE, WEAK_APOLOGY,
    APOLOGIZE, RESOLVE, EMPATHIZE, DIAGNOSE, HEAR, INQUIRE, THANK, COURTESY,
)  # fmt: skip


def move(label: str) -> Move:
    """The move with this label.

    Raises:
        KeyError: The codebook has no such label.
    """
    return _BY_LABEL[label]


def in_codebook_order(labels: Iterable[str]) -> tuple[str, ...]:
    """The labels, each once, in the codebook's order."""
    given = set(labels)
    return tuple(label for label in LABELS if label in given)


def weightiest(labels: Iterable[str]) -> str:
    """The move that a customer would react to first: mistakes before steps before support; ``none`` for no label."""
    given = set(labels)
    return next((label for label in _WEIGHT_ORDER if label in given), NO_MOVE)
