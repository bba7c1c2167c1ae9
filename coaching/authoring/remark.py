"""What a check of a scenario file says: errors, which keep it from being played, and advice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from coaching.customer.scenario import Scenario

ERROR, WARNING = SEVERITIES = ("error", "warning")


@dataclass(frozen=True, order=True)
class Remark:
    """One thing to mend or to think about.

    Attributes:
        line: Line in the file, counted from 1.
        severity: One of ``SEVERITIES``.
        rule: Name of the check; ``form`` where the file does not hold what is expected.
        message: What is there and what was expected, for a person.
    """

    line: int
    severity: str
    rule: str
    message: str

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)


@dataclass(frozen=True)
class Checked:
    """A checked file.

    Attributes:
        remarks: In the order of the lines.
        scenario: What the file holds; None where an error keeps it from being read.
    """

    remarks: tuple[Remark, ...]
    scenario: Scenario | None

    @property
    def errors(self) -> tuple[Remark, ...]:
        """The remarks that keep it from being published."""
        return tuple(one for one in self.remarks if one.severity == ERROR)


def in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Each remark once, in the order of the lines, errors first within one."""
    return tuple(sorted(set(remarks)))
