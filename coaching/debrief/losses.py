"""Where a session lost most: each mistake, each step or quality that fell short, at the turn where it was due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.debrief.advice_words import AdviceWords
from coaching.debrief.look import Look
from coaching.moves import APOLOGIZE, EMPATHIZE, HEAR, RESOLVE
from coaching.scoring.account import Said
from coaching.scoring.safety import left_open
from coaching.scoring.session_weights import CAUSE, CLOSING, NEXT_STEP, ORDER, OWNERSHIP, REMEDY
from coaching.scoring.talk import place

_FELT = (HEAR, EMPATHIZE, APOLOGIZE)
_BREACHES = ("contradiction", "broken_promise", "passed_on_again")
_STOCK = 0.6
"""Share of a step's points below which its best sentence was too general."""


@dataclass(frozen=True)
class Loss:
    """Something that could have been done better.

    Attributes:
        rule: Its id in ``advice.yml``.
        turn: The agent's turn, from 1.
        start, end: The words in its text; equal where something was missing.
        lost: How much it cost, in points.
        angered: How far it raised the customer's anger, 0 to 1.
    """

    rule: str
    turn: int
    start: int
    end: int
    lost: float
    angered: float = 0.0


def losses(look: Look, words: AdviceWords) -> list[Loss]:
    """All of them, in no order."""
    if not look.played.turns:
        return []
    return [
        *_mistakes(look, words),
        *_breaches(look, words),
        *_limits(look),
        *_safety(look),
        *_steps(look),
        *_qualities(look),
    ]


def _mistakes(look: Look, words: AdviceWords) -> Iterator[Loss]:
    for mistake in look.card.mistakes:
        proof, share = mistake.evidence, 1.0 if mistake.repaired is None else words.repaired
        angered = look.angered(proof.turn, proof.text)
        lost = share * (words.anger * angered - mistake.points)
        yield Loss(f"mistake.{mistake.label}", proof.turn, proof.start, proof.end, lost, angered)


def _breaches(look: Look, words: AdviceWords) -> Iterator[Loss]:
    for turn in look.played.turns:
        for change in turn.reply.changes:
            if change.rule in _BREACHES and change.on == "anger":
                start = turn.text.find(change.words) if change.words else 0
                end = start + len(change.words)
                yield Loss(f"breach.{change.rule}", turn.number, start, end, words.anger * change.by, change.by)


def _limits(look: Look) -> Iterator[Loss]:
    weights = look.weights
    for one in look.said:
        span = (one.turn, one.sentence.start, one.sentence.end)
        if look.story.forbidden(one):
            yield Loss("safety_promise", *span, weights.beyond.most)
        elif any(offer.beyond is not None for offer in look.story.offers(one)):
            yield Loss("beyond_limits", *span, weights.beyond.points)
        if look.story.act(one).asks_known:
            angered = look.angered(one.turn, one.sentence.text)
            yield Loss("asked_known", *span, weights.asked_known.points, angered)


def _safety(look: Look) -> Iterator[Loss]:
    """The safety question, where a message beyond the first left it open: due in the first."""
    safety, weights = look.story.scenario.safety, look.weights
    if safety is not None:
        open_for = left_open(look.said, len(look.played.turns), safety)
        if open_for:
            cost = min(weights.safety.most, weights.safety.points * open_for)
            yield Loss("safety_open", *look.opening_place(HEAR), cost)


def _steps(look: Look) -> Iterator[Loss]:
    for step in _FELT:
        result = look.card.steps[step]
        if not result.done:
            yield Loss(f"missing.{step}", *look.opening_place(step), result.of)
        elif result.points < _STOCK * result.of:
            first = result.evidence[0]
            yield Loss(f"stock.{step}", first.turn, first.start, first.end, result.of - result.points)


def _qualities(look: Look) -> Iterator[Loss]:
    short = {name: one.of - one.points for name, one in look.card.qualities.items()}
    remedy = look.first_remedy()
    late = remedy and any(place(one) > place(remedy) for one in look.said if set(_FELT) & set(one.sentence.labels))
    if (
        remedy
        and late
        and not any(place(one) <= place(remedy) for one in look.said if set(_FELT) & set(one.sentence.labels))
    ):
        yield Loss("order", remedy.turn, remedy.sentence.start, remedy.sentence.start, short[ORDER])
    if look.card.qualities[REMEDY].points:
        yield from _at("remedy.poor", look.last_deed(), short[REMEDY])
    else:
        yield Loss("remedy.none", *look.place_for(RESOLVE), short[REMEDY] + look.card.steps[RESOLVE].of)
    if not look.card.qualities[CAUSE].points:
        yield Loss("cause", *look.place_for("diagnose"), short[CAUSE])
    deed = look.last_deed()
    if deed:
        yield Loss("ownership", deed.turn, deed.sentence.end, deed.sentence.end, short[OWNERSHIP])
        yield Loss("next_step", deed.turn, deed.sentence.start, deed.sentence.end, short[NEXT_STEP])
        if look.closed_by_agent and look.card.qualities[REMEDY].points:
            end = look.played.turns[-1]
            yield Loss("closing", end.number, len(end.text), len(end.text), short[CLOSING])


def _at(rule: str, one: Said | None, lost: float) -> Iterator[Loss]:
    if one:
        yield Loss(rule, one.turn, one.sentence.start, one.sentence.end, lost)
