"""What the rewriter answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

WARMER, APOLOGETIC, SHORTER = STYLES = ("warmer", "more_apologetic", "shorter")
TITLES = {WARMER: "Warmer", APOLOGETIC: "More apologetic", SHORTER: "Shorter"}


@dataclass(frozen=True)
class Edit:
    """One change.

    Attributes:
        what: What was changed, with the words.
        why: Why that is better.
        rule: The id of the rule that changed it.
    """

    what: str
    why: str
    rule: str


@dataclass(frozen=True)
class Kept:
    """Something of the draft that the rewrite repeats.

    Attributes:
        kind: amount, percent, number, date, day, time, duration, code, link, email, phone, name, promise or refusal.
        text: The draft's words.
    """

    kind: str
    text: str


@dataclass(frozen=True)
class Rewrite:
    """A whole draft, written anew.

    Attributes:
        style: One of ``STYLES``.
        text: The reply; it has no blanks that the draft has not.
        changes: What was changed, in the order of the reply; empty where the draft is good as it is.
        kept: What the draft says that had to stay, in the draft's order.
    """

    style: str
    text: str
    changes: tuple[Edit, ...]
    kept: tuple[Kept, ...]

    @property
    def title(self) -> str:
        """What people call the style."""
        return TITLES[self.style]

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "style": self.style,
            "title": self.title,
            "text": self.text,
            "changes": [asdict(one) for one in self.changes],
            "kept": [asdict(one) for one in self.kept],
        }
