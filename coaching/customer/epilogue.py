"""What the debrief's first lines tell of the end: the scenario's words, as far as they are true of this session."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from coaching.customer.matching import stems
from coaching.customer.scenario import CONTENT, GRUDGING, Line, Scenario, Want
from coaching.customer.state import CustomerState, Ending
from coaching.yamlfile import read

FILE = Path(__file__).with_name("epilogue.yml")
_KINDS = (CONTENT, GRUDGING)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"“A-Z])")


def epilogue(
    scenario: Scenario,
    kind: str,
    state: CustomerState,
    left: Sequence[Want],
    phrasebook: Mapping[str, tuple[Line, ...]],
) -> Ending:
    """The ending with a text that neither tells what nobody said nor claims what was not done.

    Args:
        scenario: The case.
        kind: Of the ending.
        state: At the end, with everything that was said.
        left: What the customer came for and did not get.
        phrasebook: The general lines; what occurs there is everybody's word and gives nothing away.
    """
    title, text = scenario.endings[kind]
    general = _general()
    if kind == CONTENT and left:
        return Ending(kind, title, general["open"].format(wants="; ".join(_small(want.text) for want in left)))
    kept = [sentence for sentence in _SENTENCE.split(text) if not _secret(sentence, scenario, state, phrasebook)]
    return Ending(kind, title, " ".join(kept) or general.get(kind, text))


def _secret(
    sentence: str, scenario: Scenario, state: CustomerState, phrasebook: Mapping[str, tuple[Line, ...]]
) -> bool:
    """Whether a sentence speaks of something that only lines of the scenario know which were not said."""
    own = [*(fact.lines for fact in scenario.facts), *scenario.lines.values()]
    hidden = stems(" ".join(line.text for lines in own for line in lines))
    brief = scenario.brief
    wants = (want.text for want in scenario.wants)
    said = stems(" ".join((*state.said, *state.heard, *brief.order, *brief.history, *brief.may_offer, *wants)))
    return bool((stems(sentence) & hidden) - said - stems(brief.customer) - _everybodys(phrasebook))


def _everybodys(phrasebook: Mapping[str, tuple[Line, ...]]) -> frozenset[str]:
    return _vocabulary(tuple(line.text for lines in phrasebook.values() for line in lines))


@lru_cache(maxsize=4)
def _vocabulary(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for text in texts for stem in stems(text))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


@lru_cache(maxsize=1)
def _general() -> Mapping[str, str]:
    root = read(FILE)
    root.only("note", "source", "open", *_KINDS)
    return {key: root.at(key).text() for key in ("open", *_KINDS)}
