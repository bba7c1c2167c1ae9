"""A session as trainers correct it: their labels in place of the machine's, and their points in the account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant_api.store import Json, StoredSession
from assistant_api.store.review_overrules import LABEL, POINT, StoredOverrule

_BEST = 100


def relabelled(session: StoredSession, overrules: Iterable[StoredOverrule]) -> StoredSession:
    """The session with the trainers' labels; they are sure of them, and words raise nothing beside."""
    ours = {(one.turn, one.sentence): one.labels or [] for one in overrules if one.kind == LABEL}
    turns = tuple(
        replace(
            turn,
            sentences=[
                _sentence(sentence, ours.get((turn.number, place)))
                for place, sentence in enumerate(turn.sentences or [])
            ],
        )
        if any(number == turn.number for number, _ in ours)
        else turn
        for turn in session.turns
    )
    return replace(session, turns=turns)


def _sentence(sentence: Json, labels: list[str] | None) -> Json:
    if labels is None:
        return sentence
    sure = {label: float(label in labels) for label in sentence["confidence"]}
    return {**sentence, "labels": labels, "unsure": [], "raised": {}, "confidence": sure}


def recounted(card: Json, overrules: Iterable[StoredOverrule]) -> Json:
    """A scorecard with the trainers' points: in its account, and in the steps, qualities and mistakes they are for."""
    ours = {one.rule: one for one in overrules if one.kind == POINT}
    if not ours:
        return card
    points, told = [], set()
    for point in card["points"]:
        one = ours.get(point["rule"])
        if one is None:
            points.append(point)
        elif one.rule not in told:
            # A rule may have several lines; a trainer's points stand for all of them.
            told.add(one.rule)
            points.append({"rule": one.rule, "points": float(one.points or 0), "reason": one.reason})
    score = round(max(0.0, min(float(_BEST), sum(point["points"] for point in points))))
    steps = {
        label: _with_points(step, ours.get(f"step.{label}"), done=True) for label, step in (card["steps"] or {}).items()
    }
    qualities = {
        name: _with_points(quality, ours.get(f"quality.{name}")) for name, quality in card.get("qualities", {}).items()
    }
    changed = {"qualities": qualities} if "qualities" in card else {}
    return {**card, "score": score, "points": points, "steps": steps, **changed}


def _with_points(part: Json, one: StoredOverrule | None, *, done: bool = False) -> Json:
    if one is None:
        return part
    earned = min(float(part["of"]), max(0.0, float(one.points or 0)))
    return {**part, "points": earned, **({"done": earned > 0 or part["done"]} if done else {})}
