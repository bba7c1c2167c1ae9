"""The words and sizes of ``draft.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.customer.mood import BANDS
from coaching.customer.scenario import INQUIRIES, TOUCHPOINTS
from coaching.understanding import DETAILS, EMOTIONS
from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("draft.yml")


@dataclass(frozen=True)
class InquiryWords:
    """A kind of inquiry: when in the customer's journey it happens, and how it is known."""

    touchpoint: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class RemedyWords:
    """A kind of remedy: its title, a guess at its fit, cues for the scenario, and how it is known."""

    title: str
    fit: float
    cues: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class DetailWords:
    """A kind of detail as a fact: its topic and cues."""

    topic: str
    cues: tuple[str, ...]


@dataclass(frozen=True)
class FeelingWords:
    """What a feeling becomes: a mood, how bad the failure is, and a persona."""

    mood: str
    undesirable: float
    persona: str


@dataclass(frozen=True)
class DraftWords:
    """All of ``draft.yml``; ``furious_from`` is the strength from which anger is fury."""

    inquiries: Mapping[str, InquiryWords]
    remedies: Mapping[str, RemedyWords]
    details: Mapping[str, DetailWords]
    feelings: Mapping[str, FeelingWords]
    furious_from: float
    question_words: frozenset[str]


@lru_cache(maxsize=1)
def draft_words() -> DraftWords:
    """Read the file; once a process.

    Raises:
        DataError: It is not as it should be; names the line.
    """
    root = read(FILE)
    root.only(
        *("note", "source", "inquiries", "remedies", "details", "feelings", "furious_from", "question_words"),
    )
    inquiries, details, feelings = root.at("inquiries"), root.at("details"), root.at("feelings")
    inquiries.only(*INQUIRIES)
    details.only(*DETAILS)
    feelings.only(*EMOTIONS)
    return DraftWords(
        inquiries={
            name: InquiryWords(node.at("touchpoint").one_of(TOUCHPOINTS), node.at("words").texts())
            for name, node in inquiries.items()
        },
        remedies={name: _remedy(node) for name, node in root.at("remedies").items()},
        details={name: DetailWords(node.at("topic").text(), node.at("cues").texts()) for name, node in details.items()},
        feelings={name: _feeling(feelings.at(name)) for name in EMOTIONS},
        furious_from=root.at("furious_from").number(0, 1),
        question_words=frozenset(root.at("question_words").texts()),
    )


def met(text: str, words: Iterable[str]) -> int:
    """How often the words occur in a text, each at the start of a word."""
    said = " ".join(text.lower().replace("’", "'").split())
    return sum(len(re.findall(rf"\b{re.escape(word)}", said)) for word in words)


def _remedy(node: Node) -> RemedyWords:
    node.only("title", "fit", "cues", "words")
    return RemedyWords(
        node.at("title").text(), node.at("fit").number(0, 1), node.at("cues").texts(), node.at("words").texts()
    )


def _feeling(node: Node) -> FeelingWords:
    node.only("mood", "undesirable", "persona")
    return FeelingWords(node.at("mood").one_of(BANDS), node.at("undesirable").number(0, 1), node.at("persona").text())
