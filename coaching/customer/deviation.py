"""What mistakes cost: each is a new failure on top of the first (double deviation)."""

from __future__ import annotations

from coaching.customer.acts import Act
from coaching.customer.constants import Constants
from coaching.customer.feelings import Experience
from coaching.customer.ledger import Ledger
from coaching.customer.temper import Temper


def suffer(ledger: Ledger, experience: Experience, act: Act, temper: Temper, constants: Constants) -> Experience:
    """Let one sentence's mistakes hurt: anger and blame at once, then trust, patience, forgiveness, fairness earned.

    A mistake hurts more after others and when forgiveness is gone; it never lowers anger.
    """
    sizes = constants.deviation
    for mistake in act.mistakes:
        sting = constants.mistakes[mistake]
        earlier = min(sizes.again_most, sum(experience.dose(each) for each in constants.mistakes))
        lost = 1.0 - ledger.feelings.forgiveness
        force = temper.sting * (1.0 + sizes.again * earlier) * (1.0 + sizes.unforgiven * lost)
        ledger.move("anger", sting.anger * force, mistake, act.words)
        ledger.move("deviation", sting.deviation * force, mistake, act.words)
        ledger.move("trust", -sting.trust, mistake, act.words)
        ledger.move("patience", -sting.patience * temper.sting, mistake, act.words)
        ledger.move("forgiveness", -sting.forgiveness, mistake, act.words)
        ledger.close_in("interactional", -sting.interactional, mistake, act.words)
        ledger.close_in("procedural", -sting.procedural, mistake, act.words)
        experience = experience.counted(mistake)
    return experience
