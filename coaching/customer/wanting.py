"""What the customer came for, and how much of it they have been given so far."""

from __future__ import annotations

from collections.abc import Sequence

from coaching.customer.constants import Constants
from coaching.customer.feelings import Experience, Feelings
from coaching.customer.scenario import CAUSE, HEARD, Scenario, Want

_NAMED, _NAMED_OFTEN = 1, 2


def unmet(scenario: Scenario, feelings: Feelings, experience: Experience, constants: Constants) -> tuple[Want, ...]:
    """The wants that say what meets them and have not been met, in the scenario's order."""
    had = set(experience.offers)
    if experience.cause_told:
        had.add(CAUSE)
    if feelings.interactional >= constants.words.heard_at:
        had.add(HEARD)
    return tuple(
        want
        for want in scenario.wants
        if (want.by or want.every) and not (had.issuperset(want.every) and (not want.by or not had.isdisjoint(want.by)))
    )


def has_enough(left: Sequence[Want], first: Want | None, dated: bool, named: int, glad: bool) -> bool:
    """Whether a customer may leave content.

    They have all that they came for; or they have a definite step to go by and have named what is open, once for a
    single thing and twice for more. Who is glad lets a single thing be that was not the first.

    Args:
        left: From ``unmet``.
        first: What they came for before all; None where nothing is known of it.
        dated: Whether something was done or promised with a time to it.
        named: In how many turns they have named what was open, with nothing else to be cross about.
        glad: Whether they feel better than content.
    """
    if not left:
        return True
    if not dated or len(left) > 1:
        return dated and named >= _NAMED_OFTEN
    return named >= _NAMED or (glad and left[0] != first)
