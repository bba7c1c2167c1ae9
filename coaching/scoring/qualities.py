"""How the steps were done: further lines of a session's account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from coaching.scoring.account import Evidence, Point, Said
from coaching.scoring.closing import closing
from coaching.scoring.manner import next_step, order, ownership
from coaching.scoring.session_weights import (
    CAUSE,
    CLOSING,
    NEXT_STEP,
    ORDER,
    OWNERSHIP,
    REMEDY,
    TOLD_BY_SCENARIO,
    Quality,
)
from coaching.scoring.substance import cause, remedy
from coaching.scoring.talk import Judged, Talk

_JUDGES: Mapping[str, Callable[[Talk, Quality], Judged]] = {
    ORDER: order,
    OWNERSHIP: ownership,
    NEXT_STEP: next_step,
    REMEDY: remedy,
    CAUSE: cause,
    CLOSING: closing,
}


@dataclass(frozen=True)
class QualityResult:
    """One quality: its title, its points out of how many, and the sentences behind it."""

    title: str
    points: float
    of: float
    evidence: tuple[Evidence, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {**asdict(self), "evidence": [asdict(one) for one in self.evidence]}


def judge(talk: Talk, qualities: Mapping[str, Quality]) -> dict[str, tuple[QualityResult, Point]]:
    """Each quality's result with its line of the account; without a scenario, those that only it could tell are out."""
    judged = {}
    for name, quality in qualities.items():
        if talk.story is None and name in TOLD_BY_SCENARIO:
            continue
        rule, found = f"quality.{name}", _JUDGES[name](talk, quality)
        points = round(quality.points * min(1.0, found.share), 2)
        proof = tuple(one.as_evidence(rule) for one in _once(found.proof))
        reason = f"{quality.title} (of {quality.points:g}): {found.reason}."
        judged[name] = QualityResult(quality.title, points, quality.points, proof), Point(rule, points, reason)
    return judged


def _once(said: tuple[Said, ...]) -> tuple[Said, ...]:
    return tuple({id(one): one for one in said}.values())
