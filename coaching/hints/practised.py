"""How far a trainee has come: which steps need no more hints, and how many hints to begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coaching.hints.wording import LIVE, NEW, OFF, ON_REQUEST, HintWording, hint_wording
from coaching.moves import STEPS

Practised = Sequence[Mapping[str, float]]
"""For each earlier session, oldest first, each step to the share (0 to 1) of its points that it earned."""


def mastered(step: str, practised: Practised, wording: HintWording) -> bool:
    """Whether the step went well in enough sessions running."""
    latest = practised[-wording.sessions :]
    return len(latest) == wording.sessions and all(each.get(step, 0.0) >= wording.share for each in latest)


def managed(step: str, practised: Practised, wording: HintWording) -> bool:
    """Whether the step has gone well at all, in one of the latest sessions."""
    return any(each.get(step, 0.0) >= wording.share for each in practised[-wording.sessions :])


def suggested_mode(practised: Practised) -> tuple[str, str]:
    """How much help to begin the next session with, and why: live, then on request, then off.

    Args:
        practised: The earlier sessions; may be empty.

    Returns:
        One of ``coaching.hints.wording.MODES``, and the reason in a sentence to the trainee.
    """
    wording = hint_wording()
    done = sum(mastered(step, practised, wording) for step in STEPS)
    mode = OFF if done == len(STEPS) else ON_REQUEST if done * 2 > len(STEPS) else LIVE
    return mode, wording.modes[mode if practised else NEW]
