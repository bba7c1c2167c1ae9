"""What each HEARD step earns, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from coaching.customer.matching import same_sentence
from coaching.moves import (
    APOLOGIZE,
    COURTESY,
    DIAGNOSE,
    EMPATHIZE,
    HEAR,
    INQUIRE,
    MISTAKES,
    RESOLVE,
    STEPS,
    THANK,
    WEAK_APOLOGY,
    move,
)
from coaching.rubric import Rubric
from coaching.scoring.account import Evidence, Point, Said
from coaching.scoring.worth import Worth
from coaching.tone.measures import words_of

_NO_ANSWER = {HEAR, EMPATHIZE, APOLOGIZE, COURTESY, THANK, INQUIRE}
_DEEDS = (RESOLVE, DIAGNOSE)
_NAMED = 4
"""Words of the customer's that a reason names."""


@dataclass(frozen=True)
class StepResult:
    """One HEARD step: whether it was done, its points out of how many, and every sentence that did it."""

    done: bool
    points: float
    of: float
    evidence: tuple[Evidence, ...]


@dataclass
class Steps:
    """Grades the steps of one conversation, one after the other.

    Attributes:
        said: The agent's sentences.
        worth: What the steps are worth.
        rubric: The weights.
    """

    said: Sequence[Said]
    worth: Worth
    rubric: Rubric
    _counted: Counter[str] = field(default_factory=Counter)

    def grade(self) -> dict[str, tuple[StepResult, Point]]:
        """Each step's result with its line of the account."""
        return {step: self._grade(step) for step in STEPS}

    def _grade(self, step: str) -> tuple[StepResult, Point]:
        of, rule = self.worth.steps[step], f"step.{step}"
        doing = [one for one in self.said if self._does(step, one)]
        proof = tuple(one.as_evidence(rule) for one in doing)
        if not of:
            return StepResult(bool(doing), 0.0, 0.0, proof), Point(
                rule, 0.0, f"{move(step).title}: not called for by this message."
            )
        if not doing:
            reason = f"{move(step).title}: no sentence {move(step).meaning}."
            return StepResult(False, 0.0, of, ()), Point(rule, 0.0, reason)
        free = [one for one in doing if self._has_room(one)]
        if not free:
            reason = f"{move(step).title} (of {of:g}): {doing[0].quoted} counts for other steps already."
            return StepResult(True, 0.0, of, proof), Point(rule, 0.0, reason)
        kept, why = self._untimely(step, doing[0])
        best = max(free, key=lambda one: share_of(step, one, self.worth, self.rubric))
        self._counted[same_sentence(best.sentence.text)] += 1
        points = round(of * share_of(step, best, self.worth, self.rubric) * kept, 2)
        reason = f"{move(step).title} (of {of:g}): {best.quoted} {_how(step, best, self.rubric)}{why}."
        return StepResult(True, points, of, proof), Point(rule, points, reason)

    def _has_room(self, one: Said) -> bool:
        """Whether a sentence may count for one more step; said again, it is the same sentence."""
        most = self.rubric.session.steps_a_sentence if self.rubric.session else len(STEPS)
        return self._counted[same_sentence(one.sentence.text)] < most

    def _does(self, step: str, one: Said) -> bool:
        """Whether a sentence does a step; to one who only asks, a plain word on what they asked is the answer."""
        labels = set(one.sentence.labels)
        if step in labels:
            return counts(step, one)
        answers = one.specific > 0 and not labels & {*MISTAKES, *_NO_ANSWER}
        return step == RESOLVE and self.worth.only_asks and (DIAGNOSE in labels or answers)

    def _untimely(self, step: str, first: Said) -> tuple[float, str]:
        """The share of its points that a step keeps for the time at which it is first done, and why."""
        session, reply = self.rubric.session, self.rubric.reply
        if session and step in session.late.steps and first.turn > session.late.after:
            return session.late.share, f", and comes after turn {session.late.after}"
        if reply and step in reply.order.steps:
            remedy = next((one for one in self.said if RESOLVE in one.sentence.labels), first)
            if remedy.sentence.start < first.sentence.start:
                return reply.order.share, f", and comes only after “{remedy.sentence.text}”"
        return 1.0, ""


def counts(step: str, one: Said) -> bool:
    """Whether a sentence counts for this step.

    Keywords and what hurts count for none, an echo for Hear alone; thanks for getting in touch are no listening, and a
    demand on the customer is no solution.
    """
    if one.listed or one.hurts or (step == HEAR and one.opens) or (step == RESOLVE and one.demands):
        return False
    return step == HEAR or not one.echoes


def share_of(step: str, one: Said, worth: Worth, rubric: Rubric) -> float:
    """The share (0-1) of a step's points that a sentence is good for, before its time is reckoned."""
    stock = rubric.reply.calm.stock if rubric.reply and worth.only_asks else rubric.steps[step].stock
    share = stock + (1 - stock) * min(1.0, _tied(step, one, rubric) / rubric.full)
    if rubric.reply and _endless(one, rubric):
        share *= rubric.reply.endless.share
    spoilt = step == APOLOGIZE and WEAK_APOLOGY in one.sentence.labels
    return share * rubric.spoilt if spoilt else share


def _endless(one: Said, rubric: Rubric) -> bool:
    return rubric.reply is not None and len(words_of(one.sentence.text)) > rubric.reply.endless.words


def _how(step: str, best: Said, rubric: Rubric) -> str:
    if step == APOLOGIZE and WEAK_APOLOGY in best.sentence.labels:
        return "is an apology that takes itself back or says nothing"
    if _endless(best, rubric):
        return "is a sentence too long to be taken in"
    tied = _tied(step, best, rubric)
    words = f" ({', '.join(best.takes_up[:_NAMED])})" if best.takes_up else ""
    if tied >= rubric.full:
        return f"takes up what this customer said{words}"
    return f"is partly tied to this customer's case{words}" if tied > 0 else "would fit any complaint"


def _tied(step: str, one: Said, rubric: Rubric) -> float:
    """How specific a sentence is to the case; in a draft, what is done may lean on all that was said before it."""
    return one.in_context if rubric.reply and step in _DEEDS else one.specific
