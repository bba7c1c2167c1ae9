"""The emotion ledger: every movement of a feeling, with the words and the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coaching.customer.feelings import Feelings


@dataclass(frozen=True)
class Change:
    """One entry.

    Attributes:
        words: The agent's sentence; empty where no sentence did it (time passing).
        rule: The id of the rule.
        on: The feeling that moved, a field of ``Feelings``.
        by: How far, signed, after the bounds 0 and 1.
    """

    words: str
    rule: str
    on: str
    by: float

    def to_json(self) -> dict[str, str | float]:
        """Plain JSON values; ``by`` with four decimals."""
        return {"words": self.words, "rule": self.rule, "on": self.on, "by": round(self.by, 4)}


class Ledger:
    """Feelings in the making during one turn, with what moved them so far."""

    def __init__(self, feelings: Feelings, angriest: float) -> None:
        """Start from the feelings at the turn's beginning; ``angriest`` is the most anger that the turn can lead to."""
        self.feelings = feelings
        self._angriest = angriest
        self.changes: list[Change] = []

    def move(self, on: str, by: float, rule: str, words: str = "") -> None:
        """Move a feeling within 0 and 1 and write down how far it really went; nothing is written for no movement."""
        before = float(getattr(self.feelings, on))
        most = min(1.0, self._angriest) if on == "anger" else 1.0
        after = min(most, max(0.0, before + by))
        if after != before:
            self.feelings = replace(self.feelings, **{on: after})
            self.changes.append(Change(words, rule, on, after - before))

    def close_in(self, on: str, share: float, rule: str, words: str) -> None:
        """Move a feeling a share of its way to 1 (share > 0) or to 0: the more there is, the less is added."""
        value = float(getattr(self.feelings, on))
        self.move(on, share * (1.0 - value) if share > 0 else share * value, rule, words)
