"""Lines of the agent's card, said to the customer: the card calls the agent "you" and the customer "she" or "he"."""

from __future__ import annotations

import re
from dataclasses import replace

from coaching.customer.scenario import Scenario

_OBJECT = r"(?=\s*(?:$|[,.;:()]|(?:today|tomorrow|now|then|here|there|until|at|to|from|without|by|on|in|and|or)\b))"
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (r"\byou\b", "me"),
        (r"\byour\b", "my"),
        (r"\b(?:s?he) has\b", "you have"),
        (r"\b(?:s?he) (no longer |really )?(want|give|write|choose|need|like|prefer)s?\b", r"you \1\2"),
        (rf"\bher\b{_OBJECT}", "you"),
        (r"\bhim\b", "you"),
        (r"\b(?:her|his)\b", "your"),
        (r"\bhers\b", "yours"),
    )
)


def addressed(scenario: Scenario) -> Scenario:
    """The scenario with what the agent may offer said to the customer; a pronoun that is somebody else's stays."""
    lines = tuple(_turned(line) for line in scenario.brief.may_offer)
    return replace(scenario, brief=replace(scenario.brief, may_offer=lines))


def _turned(line: str) -> str:
    for pattern, said in _TURNS:
        line = pattern.sub(said, line)
    return line
