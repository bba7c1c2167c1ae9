"""One turn of the feelings' model: the agent's sentences in, feelings and ledger out. Pure and deterministic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.customer.acts import Act
from coaching.customer.appraisal import Failure, deserved_anger, deserved_satisfaction
from coaching.customer.constants import Constants
from coaching.customer.deviation import suffer
from coaching.customer.fairness import earn
from coaching.customer.feelings import Experience, Feelings
from coaching.customer.ledger import Change, Ledger
from coaching.customer.temper import Temper


@dataclass(frozen=True)
class Felt:
    """What one message of the agent did.

    Attributes:
        feelings: Afterwards.
        experience: Afterwards.
        changes: The ledger of the turn; per feeling it adds up to the difference of the feelings.
        progress: Whether the message brought the customer anything.
    """

    feelings: Feelings
    experience: Experience
    changes: tuple[Change, ...]
    progress: bool


def feel(
    feelings: Feelings,
    experience: Experience,
    acts: Sequence[Act],
    turn: int,
    temper: Temper,
    failure: Failure,
    constants: Constants,
) -> Felt:
    """Take one message of the agent.

    Sentences count in their order, so that empathy before a remedy in one message works as it does over two. Then the
    failure is judged anew and anger goes part of the way to what it deserves now.

    Args:
        feelings: Before the message.
        experience: Before the message.
        acts: Its sentences; may be empty.
        turn: The agent's turn, counted from 1.
        temper: The customer's.
        failure: What went wrong.
        constants: The sizes.
    """
    ledger = Ledger(feelings)
    grave = any(constants.mistakes[mistake].grave for act in acts for mistake in act.mistakes)
    weight = constants.words.muted if grave else 1.0
    progress = False
    path = [("", deserved_anger(feelings, failure, temper.threshold, constants))]
    for act in acts:
        experience = suffer(ledger, experience, act, temper, constants)
        experience, brought = earn(ledger, experience, act, turn, weight, temper, constants)
        progress = progress or brought
        if act.asks_known:
            ledger.move("patience", -constants.patience.asked_twice, "asked_twice", act.words)
            ledger.move("anger", constants.patience.asked_twice_anger, "asked_twice", act.words)
        path.append((act.words, deserved_anger(ledger.feelings, failure, temper.threshold, constants)))
    _lose_patience(ledger, progress, constants)
    mistaken = any(act.mistakes for act in acts)
    _follow(ledger, path, temper, may_calm=not grave and (progress or not mistaken))
    _rate(ledger, constants, may_rise=not grave and (progress or not mistaken))
    return Felt(ledger.feelings, experience, tuple(ledger.changes), progress)


def _lose_patience(ledger: Ledger, progress: bool, constants: Constants) -> None:
    sizes = constants.patience
    ledger.move("patience", -sizes.turn, "time_passes")
    if not progress:
        ledger.move("patience", -sizes.idle, "nothing_happens")
        ledger.move("anger", sizes.idle_anger * (1.0 - ledger.feelings.patience), "nothing_happens")


def _follow(ledger: Ledger, path: Sequence[tuple[str, float]], temper: Temper, may_calm: bool) -> None:
    """Move anger to the deserved anger, less inertia, and credit each sentence with what it did to the latter."""
    rate = 1.0 - temper.inertia
    anger = ledger.feelings.anger
    goal = anger + rate * (path[-1][1] - anger)
    if goal < anger and not may_calm:
        return
    for (_, before), (words, after) in zip(path, path[1:], strict=False):
        ledger.move("anger", rate * (after - before), "judged_anew", words)
    # What is left is the way that earlier turns have opened, and inertia has kept from being gone at once.
    ledger.move("anger", goal - ledger.feelings.anger, "settles")


def _rate(ledger: Ledger, constants: Constants, may_rise: bool) -> None:
    value = ledger.feelings.satisfaction
    by = constants.satisfaction.rate * (deserved_satisfaction(ledger.feelings, constants) - value)
    if by < 0 or may_rise:
        ledger.move("satisfaction", by, "rates_treatment")
