"""Facts of a draft: what the customer told at once, and what they answered when they were asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from coaching.authoring.draft_words import DraftWords
from coaching.authoring.heard import Heard, sentences_of
from coaching.authoring.masks import MASK
from coaching.customer.matching import hits
from coaching.customer.scenario import ASKED, OPENING
from coaching.moves import INQUIRE

_ON_CARD = {"order", "product", "amount"}
"""Details that a company's own screen shows."""
_WORD = re.compile(r"[a-z']+")
_MOST_WORDS = 3
_MOST_SAID = 2


def facts(heard: Sequence[Heard], words: DraftWords) -> dict[str, dict[str, Any]]:
    """Facts by name, the told ones first."""
    return {**_told(heard, words), **_asked(heard, words)}


def answers(found: dict[str, dict[str, Any]]) -> frozenset[str]:
    """The sentences that tell a fact."""
    lines = [line for fact in found.values() for line in fact["lines"]]
    return frozenset(one for line in lines for one in sentences_of(line))


def _told(heard: Sequence[Heard], words: DraftWords) -> dict[str, dict[str, Any]]:
    first = next(one for one in heard if one.meaning is not None)
    found: dict[str, dict[str, Any]] = {}
    assert first.meaning is not None
    for detail in first.meaning.details:
        line = next((text for text in first.sentences if detail.text in text), None)
        told = any(line in fact["lines"] for fact in found.values())
        if detail.kind in words.details and line is not None and not told and detail.kind not in found:
            found[detail.kind] = _fact(words, detail.kind, OPENING, line)
    return found


def _asked(heard: Sequence[Heard], words: DraftWords) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for agent, customer in pairwise(heard):
        if customer.meaning is None:
            continue
        questions, said = agent.did(INQUIRE), _answers(customer)
        if len(questions) == 1:
            # All of it answers the one question.
            said = (" ".join(said[:_MOST_SAID]),) if said else ()
        for question, line in zip(questions, said, strict=False):
            kind = max(words.details, key=lambda name: hits(question, words.details[name].cues))
            if hits(question, words.details[kind].cues):
                found.setdefault(kind, _fact(words, kind, ASKED, line))
                continue
            asked = [word for word in _WORD.findall(question.lower()) if word not in words.question_words]
            if asked:
                name = "_".join(re.sub(r"[^a-z]", "", word) for word in asked[:_MOST_WORDS])
                cues = [" ".join(asked[:2]), *asked[2:4]]
                found.setdefault(
                    name, {"topic": " ".join(asked[:_MOST_WORDS]), "cues": cues, "given": ASKED, "lines": [line]}
                )
    return found


def _answers(customer: Heard) -> tuple[str, ...]:
    """The sentences that tell something: no questions, nothing that was taken out."""
    return tuple(one for one in sentences_of(customer.text) if not one.endswith("?") and not MASK.search(one))


def _fact(words: DraftWords, kind: str, given: str, line: str) -> dict[str, Any]:
    known = words.details[kind]
    card = {"on_card": True} if kind in _ON_CARD else {}
    return {"topic": known.topic, "cues": list(known.cues), **card, "given": given, "lines": [line]}
