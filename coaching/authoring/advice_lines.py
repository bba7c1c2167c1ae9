"""Advice on what the customer says: enough of it, short enough, and a beginning for everybody."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from coaching.authoring.checks import Checks
from coaching.authoring.places import is_open, line_of
from coaching.authoring.remark import Remark
from coaching.customer.scenario import Line, Scenario
from coaching.yamlfile import Node


def too_few(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Topics with fewer lines for a mood, or for the persona that usually plays it, than ten sessions need."""
    for topic, lines in scenario.lines.items():
        if any(is_open(line.text) for line in lines):
            continue
        lacking = [
            f"{band} {there} of {least}"
            for band, least in checks.lines[topic].items()
            if (there := sum(_fits(line, band, scenario) for line in lines)) < least
        ]
        if not any(line.persona == scenario.persona for line in lines) and scenario.persona != "furious":
            lacking.append(f"{scenario.persona} (who plays it) 0 of its own")
        if lacking:
            yield checks.say("few_lines", line_of(root, "lines", topic), topic=topic, lacking=", ".join(lacking))


def too_long(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Lines that nobody would write at once on this channel."""
    most = checks.longest[scenario.channel]
    spoken: list[tuple[int, str]] = []
    for topic, lines in scenario.lines.items():
        spoken += [(line_of(root, "lines", topic, at), line.text) for at, line in enumerate(lines)]
    for fact in scenario.facts:
        spoken += [(line_of(root, "facts", fact.id, "lines", at), line.text) for at, line in enumerate(fact.lines)]
    for number, opening in enumerate(scenario.openings):
        spoken += [(line_of(root, "openings", number, "lines", at), text) for at, text in enumerate(opening.lines)]
    for line, text in spoken:
        if len(text) > most:
            yield checks.say("long_line", line, length=len(text), channel=scenario.channel, most=most)


def beginnings(root: Node, scenario: Scenario, checks: Checks, personas: Collection[str]) -> Iterator[Remark]:
    """Whether everybody has a beginning."""
    line = line_of(root, "openings")
    own = {opening.persona for opening in scenario.openings}
    if None not in own:
        yield checks.say("no_opening_for_anybody", line)
    without = [persona for persona in personas if persona not in own]
    if without and not any(is_open(text) for opening in scenario.openings for text in opening.lines):
        yield checks.say("personas_without_opening", line, who=", ".join(without))


def _fits(line: Line, band: str, scenario: Scenario) -> bool:
    return line.fits(band, scenario.persona, scenario.channel) and not line.swears
