"""At most three things to do differently: those that cost most, each with better words for that very turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coaching.debrief.advice_words import AdviceWords, advice_words
from coaching.debrief.look import Look
from coaching.debrief.losses import Loss, losses
from coaching.debrief.report import Advice
from coaching.debrief.wording import Wording

if TYPE_CHECKING:
    from coaching.suggestions import DraftChecker

MOST_ADVICE = 3
"""More than three would be a flood; the rest waits for the next session."""


def differently(look: Look, checker: DraftChecker | None) -> tuple[Advice, ...]:
    """What to do differently, the weightiest first: one piece for each place, and each rule once."""
    words = advice_words()
    wording = Wording(look, words, checker)
    advice: list[Advice] = []
    taken: list[Loss] = []
    for loss in sorted(losses(look, words), key=lambda loss: (-weight(loss, words), loss.turn, loss.start)):
        if len(advice) == MOST_ADVICE or weight(loss, words) < words.least:
            break
        if any(_same_place(loss, other) or loss.rule == other.rule for other in taken):
            continue
        instead = wording.instead(loss, [one.instead for one in advice])
        if instead is None or any(instead == one.instead for one in advice):
            continue
        said = look.turn(loss.turn).text[loss.start : loss.end]
        rule = words.rules[loss.rule]
        advice.append(
            Advice(loss.turn, said, loss.start, loss.end, rule.what, wording.why(loss), instead, f"advice.{loss.rule}")
        )
        taken.append(loss)
    return tuple(advice)


def weight(loss: Loss, words: AdviceWords) -> float:
    """What a loss weighs among the others; what cost nothing weighs nothing.

    A mistake always weighs something: where no points and no calm are left, there is nothing more that it could cost.
    """
    weighs = loss.lost > 0 or loss.angered > 0 or loss.rule.startswith("mistake.")
    return loss.lost + words.rules[loss.rule].weight if weighs else 0.0


def _same_place(one: Loss, other: Loss) -> bool:
    """Whether two are about the same words; what was missing has no words of its own."""
    if one.turn != other.turn or one.start == one.end or other.start == other.end:
        return False
    return one.start < other.end and other.start < one.end
