"""How the customer judges the failure: undesirable times blameworthy, seen anew after every act of the agent.

Appraisal after OCC (as in the FAtiMA toolkit): anger needs a loss and somebody to blame for it. Justice theory says
what shrinks them: distributive fairness the loss, interactional and procedural fairness the blame (Orsingher et al.
2010).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from coaching.customer.constants import Constants
from coaching.customer.feelings import Feelings

OUTCOME, PROCESS = KINDS = ("outcome", "process")


@dataclass(frozen=True)
class Failure:
    """What went wrong.

    Attributes:
        undesirable: How much it costs the customer, 0 to 1.
        blame: How far the company could have prevented it, 0 to 1.
        kind: ``outcome`` (they did not get it) or ``process`` (how it was done).
    """

    undesirable: float
    blame: float
    kind: str


def perceived_loss(feelings: Feelings, failure: Failure, constants: Constants) -> float:
    """What is left of the loss, 0 to 1; a fitting remedy shrinks it, the more so where the outcome failed."""
    sizes = constants.appraisal
    share = sizes.loss_by_remedy + (sizes.kind_bonus if failure.kind == OUTCOME else 0.0)
    return failure.undesirable * (1.0 - min(1.0, share) * feelings.distributive)


def perceived_blame(feelings: Feelings, failure: Failure, constants: Constants) -> float:
    """What is left of the blame, 0 to 1, and what the agent's own mistakes have added to it."""
    sizes = constants.appraisal
    share = sizes.blame_by_words + (sizes.kind_bonus if failure.kind == PROCESS else 0.0)
    weight = sizes.interactional_share
    justice = weight * feelings.interactional + (1.0 - weight) * feelings.procedural
    willing = sizes.unforgiving + (1.0 - sizes.unforgiving) * feelings.forgiveness
    return min(1.0, failure.blame * (1.0 - min(1.0, share) * justice * willing) + feelings.deviation)


def deserved_anger(feelings: Feelings, failure: Failure, threshold: float, constants: Constants) -> float:
    """The anger that the appraisal calls for, 0 to 1: loss times blame, on a curve, above the threshold."""
    product = perceived_loss(feelings, failure, constants) * perceived_blame(feelings, failure, constants)
    return max(0.0, float(product**constants.appraisal.curve) - threshold)


def deserved_satisfaction(feelings: Feelings, constants: Constants) -> float:
    """The satisfaction that the treatment deserves, 0 to 1.

    The weight on acknowledgement *and* remedy is why words alone, or a remedy alone, stop short of satisfied.
    """
    sizes = constants.satisfaction
    earned = (
        sizes.words * feelings.interactional
        + sizes.process * feelings.procedural
        + sizes.remedy * feelings.distributive
        + sizes.together * sqrt(feelings.interactional * feelings.distributive)
    )
    reached = sizes.base + (1.0 - sizes.base) * min(1.0, earned)
    return reached * (1.0 - sizes.anger_spoils * feelings.anger)
