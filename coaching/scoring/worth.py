"""What the start and each HEARD step are worth here: a message that only asks needs no comfort."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coaching.moves import RESOLVE, STEPS
from coaching.rubric import Rubric
from coaching.understanding import Understanding

_CONTENT = ("calm", "pleased")


@dataclass(frozen=True)
class Worth:
    """What a start and each step are worth, in points; and whether a plain answer is a remedy."""

    start: float
    steps: Mapping[str, float]
    only_asks: bool


def called_for(understanding: Understanding | None, rubric: Rubric) -> tuple[str, ...]:
    """The HEARD steps that a customer's message calls for, in order.

    All five for a complaint; RESOLVE, which is the answer, for one who only asks; none for one who is pleased and asks
    for nothing.

    Args:
        understanding: Of the message; None where there is none, or where it is not the message alone that counts.
        rubric: Says when a customer only asks; a session's rubric never does.
    """
    if understanding is None or rubric.reply is None:
        return STEPS
    calm, emotion = rubric.reply.calm, understanding.emotion
    wants = {want.kind for want in understanding.wants}
    upset = emotion.name not in _CONTENT and emotion.strength >= calm.below
    if upset or understanding.facts.problem or not wants <= set(calm.wants):
        return STEPS
    if wants:
        return (RESOLVE,)
    return () if emotion.name == "pleased" else STEPS


def worth_of(rubric: Rubric, called: Sequence[str], *, story: bool) -> Worth:
    """What is to be earned.

    Args:
        rubric: The weights.
        called: The steps called for; the points of the others go to RESOLVE, or else to the start.
        story: Whether there is a scenario; without one, what only it could tell is worth its points in the steps.
    """
    steps = {step: worth.points if step in called else 0.0 for step, worth in rubric.steps.items()}
    if rubric.session and not story:
        for quality in rubric.session.qualities.values():
            if quality.else_step:
                steps[quality.else_step] += quality.points
    spare = sum(worth.points for step, worth in rubric.steps.items() if step not in called)
    if RESOLVE in called:
        steps[RESOLVE] += spare
        return Worth(rubric.start, steps, only_asks=spare > 0)
    return Worth(rubric.start + spare, steps, only_asks=False)
