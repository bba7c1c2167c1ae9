"""Whether scores rise or fall over a span, told only where there is enough to tell it from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant_api.store.figures import Week


@dataclass(frozen=True)
class Trend:
    """The first half of the weeks beside the second.

    Attributes:
        first, second: How many sessions each half has.
        before, after: Their mean scores; None where one of the halves has too few sessions.
    """

    first: int
    second: int
    before: float | None
    after: float | None


def trend(weeks: Sequence[Week], span: int, few: int) -> Trend:
    """Compare the halves.

    Args:
        weeks: Those with sessions.
        span: How many weeks there are in all.
        few: A half with fewer sessions says nothing.
    """
    halves = [week for week in weeks if week.number < span / 2], [week for week in weeks if week.number >= span / 2]
    first, second = (sum(week.sessions for week in half) for half in halves)
    if min(first, second) < few:
        return Trend(first, second, None, None)
    before, after = (
        sum(week.means["score"] * week.sessions for week in half) / sum(week.sessions for week in half)
        for half in halves
    )
    return Trend(first, second, before, after)
