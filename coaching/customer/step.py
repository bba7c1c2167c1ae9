"""One turn of the feelings' model: the agent's sentences in, feelings and ledger out. Pure and deterministic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coaching.customer.acts import BROKEN_PROMISE, Act
from coaching.customer.appraisal import Failure, deserved_anger, deserved_satisfaction
from coaching.customer.constants import Constants
from coaching.customer.deviation import floor, hurt, suffer
from coaching.customer.fairness import earn
from coaching.customer.feelings import Experience, Feelings
from coaching.customer.ledger import Change, Ledger
from coaching.customer.temper import Temper
from coaching.moves import APOLOGIZE, DIAGNOSE, EMPATHIZE, HEAR, RESOLVE

HELPFUL = (HEAR, EMPATHIZE, APOLOGIZE, RESOLVE, DIAGNOSE)
"""Moves of which a customer says that they helped."""


@dataclass(frozen=True)
class Felt:
    """What one message of the agent did.

    Attributes:
        feelings: Afterwards.
        experience: Afterwards.
        changes: The ledger of the turn; per feeling it adds up to the difference of the feelings.
        progress: Whether the message brought the customer anything.
        kept_waiting: Whether it brought nothing of what they had been asked to wait for.
    """

    feelings: Feelings
    experience: Experience
    changes: tuple[Change, ...]
    progress: bool
    kept_waiting: bool = False


def feel(
    feelings: Feelings,
    experience: Experience,
    acts: Sequence[Act],
    turn: int,
    temper: Temper,
    failure: Failure,
    constants: Constants,
    farewell: bool = False,
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
        farewell: Whether the message takes leave, so that the customer sums up.
    """
    ledger = Ledger(feelings, feelings.anger + constants.deviation.most_rise)
    grave = any(constants.mistakes[mistake].grave for act in acts for mistake in act.mistakes)
    cold = any(act.cold for act in acts)
    weight = constants.words.muted if grave or cold else 1.0
    progress = False
    path = [("", deserved_anger(feelings, failure, temper.threshold, constants))]
    kept_waiting = experience.waiting and not any(act.brings for act in acts)
    if kept_waiting:
        experience = hurt(ledger, experience, BROKEN_PROMISE, "", temper, constants)
        path.append(("", deserved_anger(ledger.feelings, failure, temper.threshold, constants)))
    for act in acts:
        experience = suffer(ledger, experience, act, temper, constants)
        experience, brought = earn(ledger, experience, act, turn, weight, temper, constants)
        progress = progress or brought
        if act.asks_known:
            ledger.move("patience", -constants.patience.asked_twice, "asked_twice", act.words)
            ledger.move("anger", constants.patience.asked_twice_anger, "asked_twice", act.words)
        path.append((act.words, deserved_anger(ledger.feelings, failure, temper.threshold, constants)))
    _lose_patience(ledger, progress, constants)
    mistaken = kept_waiting or cold or any(act.hurts for act in acts)
    may_calm = not grave and (progress or not mistaken)
    lowest = floor(ledger.feelings, experience, constants)
    slowed = constants.deviation.slowed if mistaken else 1.0
    if _follow(ledger, path, temper, lowest, may_calm, slowed, sums_up=farewell):
        experience = _remember(experience, acts, path[-len(acts) - 1 :])
    _rate(ledger, constants, may_calm and not mistaken, sums_up=farewell)
    waiting = any(act.waits for act in acts) and not any(act.remedies or act.names_cause for act in acts)
    experience = replace(experience, waiting=waiting, dated=experience.dated or any(act.dated for act in acts))
    return Felt(ledger.feelings, experience, tuple(ledger.changes), progress, kept_waiting)


def _lose_patience(ledger: Ledger, progress: bool, constants: Constants) -> None:
    sizes = constants.patience
    ledger.move("patience", -sizes.turn, "time_passes")
    if not progress:
        ledger.move("patience", -sizes.idle, "nothing_happens")
        ledger.move("anger", sizes.idle_anger * (1.0 - ledger.feelings.patience), "nothing_happens")


def _follow(
    ledger: Ledger,
    path: Sequence[tuple[str, float]],
    temper: Temper,
    lowest: float,
    may_calm: bool,
    slowed: float,
    sums_up: bool,
) -> bool:
    """Move anger to the deserved anger, less inertia, and credit each sentence with what it did to the latter.

    ``slowed`` is the share of the way down that is gone.

    Returns:
        Whether anger followed; it does not where it would fall and may not.
    """
    anger = ledger.feelings.anger
    down = path[-1][1] < anger
    rate = (1.0 if sums_up and down else 1.0 - temper.inertia) * (slowed if down else 1.0)
    goal = anger + rate * (path[-1][1] - anger)
    if goal < anger and not may_calm:
        return False
    for (_, before), (words, after) in zip(path, path[1:], strict=False):
        ledger.move("anger", rate * (after - before), "judged_anew", words)
    # What is left is the way that earlier turns have opened, and inertia has kept from being gone at once.
    ledger.move("anger", goal - ledger.feelings.anger, "settles")
    ledger.move("anger", max(0.0, min(anger, lowest) - ledger.feelings.anger), "not_forgiven")
    return True


def _remember(experience: Experience, acts: Sequence[Act], path: Sequence[tuple[str, float]]) -> Experience:
    """Note which moves took anger away."""
    for act, (_, before), (_, after) in zip(acts, path, path[1:], strict=False):
        moves = [move for move in HELPFUL if move in act.moves]
        if moves and after < before:
            experience = experience.calmed(moves, before - after)
    return experience


def _rate(ledger: Ledger, constants: Constants, may_rise: bool, sums_up: bool) -> None:
    value = ledger.feelings.satisfaction
    rate = 1.0 if sums_up else constants.satisfaction.rate
    by = rate * (deserved_satisfaction(ledger.feelings, constants) - value)
    if by < 0 or may_rise:
        ledger.move("satisfaction", by, "rates_treatment")
