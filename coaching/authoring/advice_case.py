"""Advice on the case: whether it can end well, and whether the agent can know what they may do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coaching.authoring.checks import Checks
from coaching.authoring.places import is_open, line_of
from coaching.authoring.remark import Remark
from coaching.customer.offers import amounts
from coaching.customer.scenario import TRUSTED, Remedy, Scenario
from coaching.yamlfile import Node


def remedies(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Whether what may be offered makes up for enough of the loss."""
    line, least = line_of(root, "remedies"), checks.fit
    alone = [remedy for remedy in scenario.remedies if not remedy.needs_supervisor]
    if _together(scenario.remedies) < least:
        yield checks.say("remedies_too_small", line, sum=_figure(_together(scenario.remedies)), least=_figure(least))
    elif _together(alone) < least:
        yield checks.say("remedies_all_with_supervisor", line, sum=_figure(_together(alone)), least=_figure(least))


def limits(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Limits that the card does not tell."""
    card = scenario.brief.may_offer
    if any(map(is_open, card)):
        return
    told = {amount for line in card for _, amount in amounts(line)}
    asks = any("supervisor" in line.lower() for line in card)
    for remedy in scenario.remedies:
        if remedy.most is not None and remedy.most not in told:
            line = line_of(root, "remedies", remedy.id, "most")
            yield checks.say("limit_not_on_card", line, limit=f"{remedy.most:g}")
        if remedy.needs_supervisor and not asks:
            line = line_of(root, "remedies", remedy.id, "needs_supervisor")
            yield checks.say("limit_not_on_card", line, limit="“needs a supervisor”")


def secrets(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Facts held back, where there are too many of them."""
    trusted = [fact.id for fact in scenario.facts if fact.given == TRUSTED]
    if len(trusted) > checks.trusted:
        line = line_of(root, "facts", trusted[checks.trusted], "given")
        yield checks.say("many_trusted", line, count=len(trusted), most=checks.trusted)


def wants(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Whether the customer wants anything."""
    if not scenario.wants:
        yield checks.say("no_want_met", line_of(root, "wants"))


def _together(several: Iterable[Remedy]) -> float:
    """The part of the loss that they make up for, each taking its part of what the others leave."""
    left = 1.0
    for remedy in several:
        left *= 1.0 - remedy.fit
    return 1.0 - left


def _figure(part: float) -> str:
    return f"{part:.2f}"
