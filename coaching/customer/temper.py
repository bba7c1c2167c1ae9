"""How easily this customer flares up and calms down: the persona, made harder or easier by the level of difficulty."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.customer.appraisal import Failure, deserved_anger, deserved_satisfaction
from coaching.customer.constants import Constants
from coaching.customer.feelings import Feelings
from coaching.customer.levels import Level


@dataclass(frozen=True)
class Temper:
    """The parameters that differ between customers.

    Attributes:
        threshold: Appraisal below which no anger is felt, 0 to below 1.
        inertia: Share of the distance to the deserved anger that is kept in a turn, 0 to below 1.
        forgiveness, patience, trust: What they bring along, 0 to 1.
        credit: Factor on what good moves earn.
        sting: Factor on what mistakes cost.
    """

    threshold: float
    inertia: float
    forgiveness: float
    patience: float
    trust: float
    credit: float = 1.0
    sting: float = 1.0

    def at_level(self, level: Level) -> Temper:
        """This temper at a level of difficulty."""
        return Temper(
            self.threshold,
            self.inertia,
            min(1.0, self.forgiveness * level.forgiveness),
            min(1.0, self.patience * level.patience),
            self.trust,
            self.credit * level.credit,
            self.sting * level.sting,
        )

    def opening(self, failure: Failure, constants: Constants) -> Feelings:
        """The feelings with which the customer comes: as angry as the failure deserves, nothing earned yet."""
        blank = Feelings(0.0, 0.0, self.trust, self.patience, self.forgiveness)
        angry = Feelings(
            deserved_anger(blank, failure, self.threshold, constants), 0.0, self.trust, self.patience, self.forgiveness
        )
        return Feelings(
            angry.anger, deserved_satisfaction(angry, constants), self.trust, self.patience, self.forgiveness
        )
