"""What a sentence offers of a scenario's remedies, with which amount, and whether the agent may promise it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.customer.matching import hits, stems
from coaching.customer.scenario import Remedy, Scenario
from coaching.yamlfile import read

FILE = Path(__file__).with_name("offers.yml")
_SIGNS = {"pounds": "£", "euros": "€", "dollars": "$"}
_FUNCTION_WORDS = {
    "for",
    "on",
    "the",
    "to",
    "in",
    "of",
    "by",
    "and",
    "up",
    "each",
    "everi",
    "with",
    "befor",
    "after",
    "that",
}
"""Stems of words in cues that stand beside any sum."""
_NEEDS_SUPERVISOR = "needs a supervisor"
# A comma inside a number stands before a digit.
_CLAUSE = re.compile(r"[,;:()–—](?!\d)|\bbut\b")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


@dataclass(frozen=True)
class Offer:
    """One remedy that a sentence offers.

    Attributes:
        remedy, title: The remedy's id and title.
        fit: How far it makes up for the loss, 0 to 1.
        amount: The sum of money named with it, in the scenario's currency; None for none.
        beyond: The limit in words ("up to £80", "needs a supervisor") that the promise goes beyond; None within it.
    """

    remedy: str
    title: str
    fit: float
    amount: float | None
    beyond: str | None


@dataclass(frozen=True)
class OfferWords:
    """All of ``offers.yml``.

    Attributes:
        supervisor: Cues that name somebody to ask.
        withheld: What a clause says that gives nothing: at their cost, conditional on others, refused.
        wrapping: What an offer is called and does not consist of.
        money: A sum of money.
    """

    supervisor: tuple[str, ...]
    withheld: re.Pattern[str]
    wrapping: re.Pattern[str]
    money: re.Pattern[str]


@lru_cache(maxsize=1)
def offer_words() -> OfferWords:
    """Read ``offers.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(FILE)
    root.only("note", "source", "supervisor", "withheld", "wrapping", *_SIGNS)
    words = "|".join(re.escape(word) for unit in _SIGNS for word in root.at(unit).texts())
    money = rf"(?:(?<!\w)(?:{words}) ?({_NUMBER}))|(?:({_NUMBER})[ -]?(?:{words})(?!\w))"
    withheld, wrapping = (
        re.compile(rf"\b(?:{'|'.join(root.at(name).texts())})\b", re.I) for name in ("withheld", "wrapping")
    )
    return OfferWords(root.at("supervisor").texts(), withheld, wrapping, re.compile(money, re.I))


def amounts(text: str) -> tuple[tuple[int, float], ...]:
    """The sums of money in a text ("£6.95", "80 pounds", "€1,200"), each with the place where it begins."""
    found = offer_words().money.finditer(text)
    return tuple((match.start(), float((match[1] or match[2]).replace(",", ""))) for match in found)


def offers(text: str, scenario: Scenario) -> tuple[Offer, ...]:
    """What a sentence that offers something offers of the scenario's remedies.

    A clause that withholds ("at your own cost", "if they can") offers nothing. Where a clause says more of a remedy
    that may be given than of one that needs a supervisor, in the same words, it offers the former. A sum belongs to
    the remedy whose words are nearest to it. "I will ask my supervisor for …" is within any limit.

    Args:
        text: One sentence; whether it offers or refuses is the caller's to know.
        scenario: The case.
    """
    asks = hits(text, offer_words().supervisor) > 0
    bare = offer_words().wrapping.sub(" ", text)
    met = _met(bare, scenario) or _met(text, scenario)
    sums = _assigned(text, met)
    return tuple(
        Offer(
            remedy.id,
            remedy.title,
            remedy.fit,
            sums.get(remedy.id),
            None if asks else _beyond(remedy, sums.get(remedy.id), scenario),
        )
        for remedy in met
    )


def meets(text: str, remedy: Remedy) -> int:
    """How well a sentence meets a remedy's cues: the words of those met, each within one clause; 0 for none."""
    return sum(hits(clause, remedy.cues) for clause in _CLAUSE.split(text))


def _met(text: str, scenario: Scenario) -> list[Remedy]:
    """The remedies that the clauses of a text offer."""
    found = set[str]()
    for clause in _clauses(text):
        weight = {remedy.id: hits(clause, remedy.cues) for remedy in scenario.remedies}
        found.update(
            remedy.id
            for remedy in scenario.remedies
            if weight[remedy.id] and not (remedy.needs_supervisor and _yields(remedy, clause, weight, scenario))
        )
    return [remedy for remedy in scenario.remedies if remedy.id in found]


def _clauses(text: str) -> list[str]:
    """The clauses that may offer something."""
    return [clause for clause in _CLAUSE.split(text) if not offer_words().withheld.search(clause.replace("’", "'"))]


def _yields(barred: Remedy, clause: str, weight: Mapping[str, int], scenario: Scenario) -> bool:
    """Whether a clause means something that may be given, of which it says more in the very same words."""
    words = _words_met(clause, barred)
    return any(
        not other.needs_supervisor and weight[other.id] > weight[barred.id] and words & _words_met(clause, other)
        for other in scenario.remedies
    )


def _words_met(text: str, remedy: Remedy) -> set[str]:
    """The stems of those cues of a remedy that a text meets."""
    said = stems(text)
    return {stem for cue in remedy.cues if stems(cue) <= said for stem in stems(cue)}


def _assigned(text: str, met: Sequence[Remedy]) -> dict[str, float]:
    """Remedy to the largest sum named nearest to its words."""
    found: dict[str, float] = {}
    for place, amount in amounts(text):
        nearest = min(met, key=lambda remedy: _distance(text, place, remedy), default=None)
        if nearest is not None:
            found[nearest.id] = max(amount, found.get(nearest.id, 0.0))
    return found


def _distance(text: str, place: int, remedy: Remedy) -> int:
    """Characters between a place and the nearest word of the remedy's cues; figures are no words here."""
    met = {stem for clause in _CLAUSE.split(text) for stem in _words_met(clause, remedy)}
    known = {stem for stem in met if not stem.isdigit()} - _FUNCTION_WORDS
    words = [match.start() for match in re.finditer(r"[^\W\d_]+", text) if stems(match.group()) & known]
    return min((abs(word - place) for word in words), default=len(text))


def _beyond(remedy: Remedy, amount: float | None, scenario: Scenario) -> str | None:
    if remedy.needs_supervisor:
        return _NEEDS_SUPERVISOR
    if remedy.most is None or amount is None or amount <= remedy.most:
        return None
    return f"up to {_sign(scenario)}{remedy.most:,.2f}".removesuffix(".00")


def _sign(scenario: Scenario) -> str:
    """The currency of the agent's card."""
    card = " ".join((*scenario.brief.may_offer, *scenario.brief.order, *scenario.brief.history))
    return next((sign for sign in card if sign in _SIGNS.values()), "£")
