"""Openings and lines of a draft, from what the customer said in the transcript."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from coaching.authoring.heard import Heard
from coaching.authoring.masks import MASK
from coaching.customer.scenario import TOPICS
from coaching.moves import DIAGNOSE, RESOLVE

_BEGINS = 3
"""So many sentences of the first message are the opening."""
_GLAD = ("calm", "pleased")


def opening(heard: Sequence[Heard]) -> list[str]:
    """How the customer began."""
    first = next(one for one in heard if one.meaning is not None)
    return list(first.sentences[:_BEGINS]) or [" ".join(first.text.split())]


def lines(heard: Sequence[Heard], answers: frozenset[str], begun: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """By topic: the customer's sentences with the mood that they were said in, none twice.

    Args:
        heard: The transcript.
        answers: What answers a question, which goes to the facts.
        begun: The opening.
    """
    found: dict[str, list[dict[str, Any]]] = {topic: [] for topic in TOPICS}
    used = {*answers, *begun}
    for before, one in zip((None, *heard), heard, strict=False):
        for topic, text in _topics(before, one):
            if text not in used:
                used.add(text)
                found[topic].append({"text": text, "mood": one.mood})
    return found


def _topics(before: Heard | None, one: Heard) -> Iterator[tuple[str, str]]:
    if one.meaning is None:
        return
    wanted = [want.text for want in one.meaning.wants]
    explained = bool(before and before.did(DIAGNOSE))
    offered = bool(before and before.did(RESOLVE))
    for text in one.sentences:
        if set(MASK.findall(text)) - {"name"}:
            # Little but what was taken out.
            continue
        if text.endswith("?") or any(want in text for want in wanted):
            yield "demand", text
        elif explained:
            explained = False
            yield "cause", text
        elif offered:
            yield ("relief" if one.mood in _GLAD else "not_enough"), text
        else:
            yield "restate", text
