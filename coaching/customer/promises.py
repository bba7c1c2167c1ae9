"""What the agent's word was, remedy by remedy, so that a customer notices when it changes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coaching.customer.cues import Cues
from coaching.customer.matching import hits
from coaching.customer.offers import Offer, meets
from coaching.customer.scenario import Scenario

# "on Tuesday" is an appointment; "by", "before" or "for Tuesday" may well be met by another day.
_DAY = re.compile(r"\b(?:on|this|next) ((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.I)


@dataclass(frozen=True)
class Promise:
    """The terms of a remedy.

    Attributes:
        days: The weekdays it was promised for, in small letters; empty where none was named.
        amount: The sum promised; None where none was, or only the most there could be.
    """

    days: tuple[str, ...] = ()
    amount: float | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"days": list(self.days), "amount": self.amount}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Promise:
        """The inverse of ``to_json``."""
        amount = data["amount"]
        return cls(tuple(map(str, data["days"])), None if amount is None else float(amount))

    def broken_by(self, later: Promise) -> bool:
        """Whether later terms are other ones: no day in common, or less money."""
        other_day = bool(self.days and later.days) and not set(self.days) & set(later.days)
        less = self.amount is not None and later.amount is not None and later.amount < self.amount
        return other_day or less

    def renewed(self, later: Promise) -> Promise:
        """The terms that hold from now on."""
        return Promise(later.days or self.days, self.amount if later.amount is None else later.amount)


def promise(text: str, offer: Offer, cues: Cues) -> Promise:
    """The terms in which a sentence offers a remedy."""
    days = tuple(dict.fromkeys(match[1].lower() for match in _DAY.finditer(text)))
    return Promise(days, None if hits(text, cues.up_to) else offer.amount)


def taken_back(text: str, scenario: Scenario, promised: Mapping[str, Promise], cues: Cues) -> tuple[str, ...]:
    """The remedies promised earlier to which a sentence now says no."""
    if not hits(text, cues.refusal):
        return ()
    return tuple(each.id for each in scenario.remedies if each.id in promised and meets(_dayless(text), each))


def same_remedy(text: str, offer: Offer, scenario: Scenario) -> bool:
    """Whether a sentence is about the remedy for more than naming a day that is one of its cues."""
    return any(each.id == offer.remedy and meets(_dayless(text), each) for each in scenario.remedies)


def _dayless(text: str) -> str:
    return _DAY.sub(" ", text)
