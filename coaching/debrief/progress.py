"""The trend over one's own sessions: where one is weakest, and whether it goes up or down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from coaching.moves import STEPS, move

LATEST = 5
"""Sessions that a trend is read from: fewer are chance, more are long ago."""
_CHANGE = 8.0
"""Points by which the later half has to differ from the earlier one to be called a change."""
_WEAK = 0.8
"""Share of its points from which a step is no weakness, as hints count it mastered."""
UP, STEADY, DOWN = DIRECTIONS = ("up", "steady", "down")


@dataclass(frozen=True)
class PastSession:
    """What a trend needs of one session: its score (0-100) and the share (0-1) of its points that each step earned."""

    score: int
    steps: Mapping[str, float]


@dataclass(frozen=True)
class Weakest:
    """The step with the lowest share (0-1) of its points, over the latest sessions."""

    step: str
    title: str
    share: float


@dataclass(frozen=True)
class Progress:
    """The trend: the weakest step, None where all went well or nothing is known; and the way the scores go."""

    weakest: Weakest | None
    direction: str

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"weakest": None if self.weakest is None else asdict(self.weakest), "direction": self.direction}


def progress(sessions: Sequence[PastSession]) -> Progress:
    """Read the trend of the latest sessions.

    Args:
        sessions: Oldest first; may be empty. Rewinds are practice of one turn and had better be left out.
    """
    latest = sessions[-LATEST:]
    return Progress(_weakest(latest), _direction([one.score for one in latest]))


def step_shares(scorecard: Mapping[str, Any]) -> dict[str, float]:
    """The share of its points that each step earned, from a scorecard as JSON; a step worth nothing is left out."""
    steps = scorecard.get("steps") or {}
    return {step: round(one["points"] / one["of"], 3) for step, one in steps.items() if one["of"]}


def _weakest(latest: Sequence[PastSession]) -> Weakest | None:
    shares = {
        step: sum(known) / len(known)
        for step in STEPS
        if (known := [one.steps[step] for one in latest if step in one.steps])
    }
    if not shares:
        return None
    step = min(shares, key=lambda step: shares[step])
    return None if shares[step] >= _WEAK else Weakest(step, move(step).title, round(shares[step], 3))


def _direction(scores: Sequence[int]) -> str:
    half = len(scores) // 2
    if not half:
        return STEADY
    change = sum(scores[-half:]) / half - sum(scores[:half]) / half
    return UP if change >= _CHANGE else DOWN if change <= -_CHANGE else STEADY
