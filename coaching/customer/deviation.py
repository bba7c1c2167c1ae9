"""What mistakes cost: each is a new failure on top of the first (double deviation)."""

from __future__ import annotations

from coaching.customer.acts import Act
from coaching.customer.constants import Constants
from coaching.customer.feelings import Experience, Feelings
from coaching.customer.ledger import Ledger
from coaching.customer.temper import Temper


def suffer(ledger: Ledger, experience: Experience, act: Act, temper: Temper, constants: Constants) -> Experience:
    """Let one sentence's mistakes and breaches hurt, and lose what it takes back."""
    for failing in (*act.mistakes, *act.breaches):
        experience = hurt(ledger, experience, failing, act.words, temper, constants)
    for remedy in act.takes_back:
        experience = experience.withdrawn(remedy)
    if act.takes_back:
        ledger.move("distributive", experience.on_the_table - ledger.feelings.distributive, "taken_back", act.words)
    return experience


def hurt(
    ledger: Ledger, experience: Experience, failing: str, words: str, temper: Temper, constants: Constants
) -> Experience:
    """Let one mistake or breach hurt: anger and blame at once, then trust, patience, forgiveness, fairness earned.

    It hurts more after others and when forgiveness is gone; it never lowers anger. What is not grave goes only a
    part of the way to the utmost, so that no slip alone drives anybody there.
    """
    sizes, known = constants.deviation, {**constants.mistakes, **constants.breaches}
    sting = known[failing]
    earlier = min(sizes.again_most, sum(map(experience.dose, known)))
    lost = 1.0 - ledger.feelings.forgiveness
    force = temper.sting * (1.0 + sizes.again * earlier) * (1.0 + sizes.unforgiven * lost)
    most = 1.0 if sting.grave else sizes.mild_most
    ledger.move("anger", min(sting.anger * force, most * (1.0 - ledger.feelings.anger)), failing, words)
    ledger.move("deviation", sting.deviation * force, failing, words)
    ledger.move("trust", -sting.trust, failing, words)
    ledger.move("patience", -sting.patience * temper.sting, failing, words)
    ledger.move("forgiveness", -sting.forgiveness, failing, words)
    ledger.close_in("interactional", -sting.interactional, failing, words)
    ledger.close_in("procedural", -sting.procedural, failing, words)
    return experience.counted(failing)


def floor(feelings: Feelings, experience: Experience, constants: Constants) -> float:
    """The anger that grave mistakes leave whatever comes after, 0 to 1: the less is forgiven, the more."""
    sizes = constants.deviation
    grave = sum(experience.dose(mistake) for mistake, sting in constants.mistakes.items() if sting.grave)
    return min(1.0, sizes.floor * min(sizes.floor_most, grave) * (1.0 - feelings.forgiveness))
