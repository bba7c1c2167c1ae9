"""Reading ``advice.yml``: what each piece of advice is called, why it is given, and words to offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter

from coaching.customer.scenario import CHANNELS
from coaching.moves import MISTAKES
from coaching.yamlfile import Node, read

ADVICE_FILE = Path(__file__).with_name("advice.yml")
PLACES = (
    "offer",
    "clue",
    "cause",
    "topic",
    "remedy",
    "amount",
    "limit",
    "contact",
    "first",
    "never",
    "plainly",
    "told",
)
RULES = (
    *(f"mistake.{label}" for label in MISTAKES),
    *("breach.contradiction", "breach.broken_promise", "breach.passed_on_again", "beyond_limits", "asked_known"),
    *("safety_open", "safety_promise"),
    *("missing.hear", "missing.empathize", "missing.apologize", "stock.hear", "stock.empathize", "stock.apologize"),
    *("order", "remedy.none", "remedy.poor", "cause", "ownership", "next_step", "closing"),
)


@dataclass(frozen=True)
class AdviceRule:
    """One rule: its weight in points, a short title, the reason, and texts to offer, the first that can be filled."""

    weight: float
    what: str
    why: str
    say: tuple[str, ...]


@dataclass(frozen=True)
class AdviceWords:
    """All of ``advice.yml``.

    Attributes:
        anger: Points that a full swing of anger is worth.
        repaired: The share of its loss that a mistake still counts for once it was put right.
        least: Points below which nothing is told.
        contact: By channel, how the agent comes back to the customer.
        rules: By id.
    """

    anger: float
    repaired: float
    least: float
    contact: Mapping[str, str]
    rules: Mapping[str, AdviceRule]


@lru_cache(maxsize=1)
def advice_words() -> AdviceWords:
    """Read the file, once a process.

    Raises:
        DataError: It is not as it should be; names the line.
    """
    root = read(ADVICE_FILE)
    root.only("note", "source", *AdviceWords.__dataclass_fields__)
    for told in ("note", "source"):
        root.at(told).text()
    rules, contact = root.at("rules"), root.at("contact")
    rules.only(*RULES)
    contact.only(*CHANNELS)
    return AdviceWords(
        root.at("anger").number(0, 1000),
        root.at("repaired").number(0, 1),
        root.at("least").number(0, 100),
        {channel: contact.at(channel).text() for channel in CHANNELS},
        {name: _rule(rules.at(name)) for name in RULES},
    )


def fill(text: str, values: Mapping[str, str]) -> str | None:
    """The text with its places filled; None where one of them is not known."""
    places = [name for _, name, _, _ in Formatter().parse(text) if name]
    return text.format_map(values) if all(values.get(name) for name in places) else None


def _rule(node: Node) -> AdviceRule:
    node.only("weight", "what", "why", "say")
    say = node.at("say")
    for text in (node.at("why"), *say.each()):
        for _, name, _, _ in Formatter().parse(text.text()):
            if name is not None and name not in PLACES:
                raise text.error(f"braces around one of {', '.join(PLACES)}")
    return AdviceRule(node.at("weight").number(0, 100), node.at("what").text(), node.at("why").text(), say.texts())
