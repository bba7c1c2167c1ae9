"""The numbers of ``rules.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("rules.yml")
_MOST = 1000


@dataclass(frozen=True)
class AssigningRules:
    """When results are told, reminders shown, and what goals count.

    Attributes:
        told_after: So long after its end a try is told to trainers, opened or not.
        reminder: So long before the last day there is a reminder.
        window: Goals count sessions that ended within so long.
        fewest: Sessions that a goal needs to be met.
    """

    told_after: timedelta
    reminder: timedelta
    window: timedelta
    fewest: int


@lru_cache(maxsize=1)
def assigning_rules() -> AssigningRules:
    """The rules in force.

    Raises:
        DataError: Something in the file is not as expected; names the line.
    """
    root = read(FILE)
    root.only("told", "reminder", "goals")
    goals = root.noted("goals", "days", "sessions")
    return AssigningRules(
        told_after=timedelta(hours=_number(root.noted("told", "hours"), "hours")),
        reminder=timedelta(days=_number(root.noted("reminder", "days"), "days")),
        window=timedelta(days=_number(goals, "days")),
        fewest=_number(goals, "sessions"),
    )


def told_before(moment: datetime) -> datetime:
    """What ended then or before is told to others, opened or not; see ``store.told``."""
    return moment - assigning_rules().told_after


def told_after_hours() -> int:
    """The same as a number of hours after the end, to be shown."""
    return int(assigning_rules().told_after.total_seconds() // 3600)


def _number(part: Node, key: str) -> int:
    return part.at(key).whole(1, _MOST)
