"""Blanks that the agent has yet to fill, and the steps that wait for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from coaching.moves import DIAGNOSE, RESOLVE, STEPS
from coaching.recognition.sentence import RecognisedSentence
from coaching.yamlfile import read

BLANKS_FILE = Path(__file__).with_name("blanks.yml")
_BLANK = re.compile(r"\[([^\][\n]*)\]")
"""The page's own pattern: square brackets in one line."""
_CLAUSES = re.compile(r"[,;:–—]\s+|\s+(?:and|so|but)\s+", re.IGNORECASE)
_DEEDS = frozenset((RESOLVE, DIAGNOSE))
"""Steps that are what is done or found: one blank anywhere in such a sentence, and nobody could act on it."""


class Drafted(NamedTuple):
    """A draft's sentences as they count, and what waits in them.

    Attributes:
        sentences: Without the steps that wait.
        waiting: For each HEARD step the sentences, as they were read, that do it once their blanks are filled in.
    """

    sentences: tuple[RecognisedSentence, ...]
    waiting: Mapping[str, tuple[RecognisedSentence, ...]]


def hold_back(
    sentences: Sequence[RecognisedSentence], label: Callable[[Sequence[str]], Sequence[RecognisedSentence]]
) -> Drafted:
    """Take from each sentence the steps of which a blank is the substance.

    A sentence that resolves or diagnoses holds nothing yet while one of its blanks is open. What it says besides, such
    as an apology, counts where the clauses without a blank say it alone.

    Args:
        sentences: Of the draft, as they were read.
        label: Reads texts, each as one sentence.
    """
    rests = {number: _without_blanks(one.text) for number, one in enumerate(sentences) if open_blanks(one.text)}
    said = [number for number, rest in rests.items() if rest and set(sentences[number].labels) & set(STEPS)]
    alone = dict(zip(said, label([rests[number] for number in said]), strict=True)) if said else {}
    counted = list(sentences)
    waiting: dict[str, list[RecognisedSentence]] = {step: [] for step in STEPS}
    for number in rests:
        one = sentences[number]
        rest = {*alone[number].labels, *alone[number].unsure} - _DEEDS if number in alone else set()
        for step in set(one.labels) & set(STEPS) - rest:
            waiting[step].append(one)
            labels = tuple(kept for kept in counted[number].labels if kept != step)
            counted[number] = replace(counted[number], labels=labels)
    return Drafted(tuple(counted), {step: tuple(those) for step, those in waiting.items()})


def open_blanks(text: str) -> tuple[str, ...]:
    """What stands in the blanks of a text; those for a name are left out, as nothing hangs on them."""
    return tuple(blank for blank in _BLANK.findall(text) if blank.strip().casefold() not in _names())


def _without_blanks(sentence: str) -> str:
    """The clauses with no open blank; empty where there is none."""
    kept = [clause.strip() for clause in _CLAUSES.split(sentence) if not open_blanks(clause)]
    return ", ".join(clause for clause in kept if any(map(str.isalpha, clause)))


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    root = read(BLANKS_FILE)
    root.only("note", "source", "names")
    return frozenset(name.casefold() for name in root.at("names").texts())
