"""Weeks, from Monday to Sunday (UTC), as charts count them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Span:
    """Whole weeks, one after the other.

    Attributes:
        mondays: The first day of each.
    """

    mondays: tuple[date, ...]

    @classmethod
    def until(cls, day: date, weeks: int) -> Span:
        """So many weeks, the last one that of this day."""
        last = day - timedelta(days=day.weekday())
        return cls(tuple(last - WEEK * back for back in reversed(range(weeks))))

    @property
    def start(self) -> datetime:
        """When the first begins (UTC)."""
        return _midnight(self.mondays[0])

    @property
    def ends(self) -> tuple[datetime, ...]:
        """When each is over (UTC)."""
        return tuple(_midnight(monday + WEEK) for monday in self.mondays)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.utc)
