"""Reading ``hints.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.moves import STEPS
from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("hints.yml")
RULES = (
    "safety",
    *("repair", "hear", "hear_specific", "empathize", "empathize_specific", "apologize"),
    *("ask", "resolve", "better_remedy", "diagnose", "close"),
)
OFF, ON_REQUEST, LIVE = MODES = ("off", "on_request", "live")
NEW = "new"
"""Stands for ``LIVE`` with somebody who has not practised yet."""


@dataclass(frozen=True)
class HintRule:
    """One rule: the step it leads to, its texts, and sentences for where none can be made from the case."""

    step: str
    title: str
    why: str
    next_in_words: str
    say: tuple[str, ...]


@dataclass(frozen=True)
class CardWording:
    """How a line of the card is said: an offer, a deed, a question; and words of lines that are not to be offered."""

    offer: str
    deed: str
    ask: str
    skip: tuple[str, ...]


@dataclass(frozen=True)
class HintWording:
    """All of ``hints.yml``.

    Attributes:
        rules: By id.
        card: How the card's lines are said.
        share, sessions: A step is mastered where it earned this share of its points in so many sessions running.
        modes: Why each mode is suggested, and why to somebody ``NEW``.
    """

    rules: Mapping[str, HintRule]
    card: CardWording
    share: float
    sessions: int
    modes: Mapping[str, str]


@lru_cache(maxsize=1)
def hint_wording() -> HintWording:
    """Read the file, once a process.

    Raises:
        DataError: It is not as it should be; names the line.
    """
    root = read(FILE)
    root.only("note", "source", "fading", "rules", "card", "modes")
    for told in ("note", "source"):
        root.at(told).text()
    fading, rules, card, modes = (root.at(key) for key in ("fading", "rules", "card", "modes"))
    fading.only("share", "sessions")
    rules.only(*RULES)
    card.only("offer", "deed", "ask", "skip")
    modes.only(NEW, *MODES)
    return HintWording(
        rules={name: _rule(rules.at(name)) for name in RULES},
        card=CardWording(
            offer=_with(card.at("offer"), "{offer}"),
            deed=_with(card.at("deed"), "{offer}"),
            ask=_with(card.at("ask"), "{topic}"),
            skip=card.at("skip").texts(),
        ),
        share=fading.at("share").number(0, 1),
        sessions=int(fading.at("sessions").number(1, 20)),
        modes={mode: modes.at(mode).at("reason").text() for mode in (NEW, *MODES)},
    )


def _rule(node: Node) -> HintRule:
    node.only("step", "title", "why", "next_in_words", "say")
    return HintRule(
        node.at("step").one_of(STEPS),
        node.at("title").text(),
        node.at("why").text(),
        node.at("next_in_words").text(),
        node.at("say").texts(),
    )


def _with(node: Node, place: str) -> str:
    if place not in node.text():
        raise node.error(f"text with {place} in it")
    return node.text()
