"""A scenario cut down to what anybody would write, so that comparing each part with each stays quick."""

from __future__ import annotations

from dataclasses import replace

from coaching.customer.scenario import Scenario

_PARTS, _CUES, _LINES = 60, 40, 60
"""Far more than any scenario has of facts or remedies, of cues in one, and of lines in one."""


def trimmed(scenario: Scenario) -> Scenario:
    """The scenario without what goes beyond; a usual one stays as it is."""
    brief, cause = scenario.brief, scenario.root_cause
    return replace(
        scenario,
        facts=tuple(
            replace(fact, cues=fact.cues[:_CUES], lines=fact.lines[:_LINES]) for fact in scenario.facts[:_PARTS]
        ),
        remedies=tuple(replace(remedy, cues=remedy.cues[:_CUES]) for remedy in scenario.remedies[:_PARTS]),
        root_cause=replace(cause, cues=cause.cues[:_CUES]),
        openings=scenario.openings[:_LINES],
        brief=replace(
            brief,
            order=brief.order[:_LINES],
            history=brief.history[:_LINES],
            may_offer=brief.may_offer[:_LINES],
        ),
    )
