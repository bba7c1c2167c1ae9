"""What the customer was after, and whether it was met."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import prod
from pathlib import Path

from coaching.customer.matching import hits, stems
from coaching.debrief.report import Want
from coaching.moves import APOLOGIZE, EMPATHIZE, HEAR
from coaching.played import PlayedSession
from coaching.scoring.sayings import plainly, sayings
from coaching.scoring.story import Story
from coaching.yamlfile import read

WANTS_FILE = Path(__file__).with_name("wants.yml")
_HEARD = {HEAR, EMPATHIZE, APOLOGIZE}


@dataclass(frozen=True)
class WantWords:
    """All of ``wants.yml``."""

    enough: float
    explanation: tuple[str, ...]
    somebody: tuple[str, ...]
    empty: frozenset[str]


def wants(played: PlayedSession, story: Story) -> tuple[Want, ...]:
    """Each want of the scenario, met or not, as ``wants.yml`` says."""
    return tuple(Want(text, _met(text, played, story)) for text in story.scenario.wants)


def _met(want: str, played: PlayedSession, story: Story) -> bool:
    words, taken = want_words(), _taken(played, story)
    remedies = story.scenario.remedies
    asked_for = [remedy for remedy in remedies if hits(want, remedy.cues)]
    if asked_for:
        return any(remedy.id in taken for remedy in asked_for)
    if hits(want, words.explanation):
        return any(act.names_cause for act in story.acts.values())
    if hits(want, words.somebody):
        return _cared_for(played)
    alike = any(remedy.id in taken and _shared(want, remedy.title, words) for remedy in remedies)
    return alike or 1.0 - prod(1.0 - fit for fit in taken.values()) >= words.enough


def _taken(played: PlayedSession, story: Story) -> dict[str, float]:
    """The remedies that were offered within the limits, with their fit."""
    return {
        offer.remedy: offer.fit
        for turn in played.turns
        for sentence in turn.sentences
        for offer in story.offered(turn.number, sentence)
        if offer.beyond is None
    }


def _shared(want: str, title: str, words: WantWords) -> bool:
    return bool((stems(want) & stems(title)) - words.empty)


def _cared_for(played: PlayedSession) -> bool:
    """Whether the customer was heard, and somebody took the case over."""
    said = [sentence for turn in played.turns for sentence in turn.sentences]
    heard = any(_HEARD & set(sentence.labels) for sentence in said)
    return heard and any(sayings().takes_over.search(plainly(sentence.text)) for sentence in said)


@lru_cache(maxsize=1)
def want_words() -> WantWords:
    """Read ``wants.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(WANTS_FILE)
    root.only("note", "source", *WantWords.__dataclass_fields__)
    for told in ("note", "source"):
        root.at(told).text()
    return WantWords(
        root.at("enough").number(0, 1),
        root.at("explanation").texts(),
        root.at("somebody").texts(),
        frozenset().union(*map(stems, root.at("empty").texts())),
    )
