"""Sentences made from the agent's card: an offer that may be made, a question that leads to the cause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coaching.customer.cause import meaning
from coaching.customer.matching import hits
from coaching.customer.scenario import Fact, Scenario
from coaching.hints.wording import CardWording

_SHOWS = 2
"""Words of the cause, one alone being chance, from which a fact says something of it."""
_ASIDE = re.compile(r"\s*\([^)]*\)|;.*$")
_THIRD_PERSON = re.compile(r"\b(?:she|he|they|her|him|his|hers|their|them)\b", re.IGNORECASE)
_DEED = re.compile(r"^To (?=[a-z])")


def offers_on_card(scenario: Scenario, taken: frozenset[str], wording: CardWording) -> Iterator[str]:
    """What may be offered without asking, said to the customer, the best fitting first.

    Args:
        scenario: The case.
        taken: Ids of the remedies that are on the table already.
        wording: How a line is said.
    """
    lines = [line for line in scenario.brief.may_offer if not _barred(line, wording)]
    for line in sorted(lines, key=lambda line: -_worth(line, scenario, taken)):
        if _worth(line, scenario, taken) > 0:
            yield _said(line, wording)


def question_about_cause(scenario: Scenario, told: frozenset[str], wording: CardWording) -> str | None:
    """A question about the untold fact that says most of the cause; None where none of those says anything of it."""
    untold = [
        fact
        for fact in scenario.facts
        if fact.id not in told and not fact.on_card and not _THIRD_PERSON.search(fact.topic)
    ]
    untold = [fact for fact in untold if _tells(fact, scenario) >= _SHOWS]
    if not untold:
        return None
    return wording.ask.format(topic=max(untold, key=lambda fact: _tells(fact, scenario)).topic)


def _barred(line: str, wording: CardWording) -> bool:
    low = line.lower()
    # The card speaks of the customer; a line that does so by a pronoun would need more than a new beginning.
    return any(word in low for word in wording.skip) or bool(_THIRD_PERSON.search(_ASIDE.sub("", line)))


def _worth(line: str, scenario: Scenario, taken: frozenset[str]) -> float:
    open_ones = [each for each in scenario.remedies if each.id not in taken and not each.needs_supervisor]
    return max((each.fit for each in open_ones if hits(line, each.cues)), default=0.0)


def _said(line: str, wording: CardWording) -> str:
    plain = _ASIDE.sub("", line).rstrip(". ")
    deed = _DEED.match(plain)
    offer = plain[deed.end() :] if deed else plain
    if not deed and (len(offer) < 2 or not offer[1].isupper()):
        offer = offer[0].lower() + offer[1:]
    return (wording.deed if deed else wording.offer).format(offer=offer) + "."


def _tells(fact: Fact, scenario: Scenario) -> int:
    """How much a fact says of the cause: cues of it, and words of its explanation."""
    wanted = meaning(scenario.root_cause.text)
    return max(hits(line.text, scenario.root_cause.cues) + len(meaning(line.text) & wanted) for line in fact.lines)
