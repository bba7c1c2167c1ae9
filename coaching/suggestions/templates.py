"""Wording with places for facts."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.errors import DataError
from coaching.moves import STEPS
from coaching.understanding.facts import FACTS
from coaching.yamlfile import Node, read

TEMPLATES_FILE = Path(__file__).with_name("templates.yml")


@dataclass(frozen=True)
class Template:
    """A text with ``{fact}`` places.

    Attributes:
        id: Its name in answers.
        text: The text.
        places: The facts that it needs, in order.
        unless: A fact that makes it unfit where it is known: nobody who has told it should be asked to tell it.
    """

    id: str
    text: str
    places: tuple[str, ...]
    unless: str | None = None

    @classmethod
    def read(cls, id: str, node: Node, also: Sequence[str] = (), unless: str | None = None) -> Template:
        """Check a template of a YAML file.

        Args:
            id: Its name in answers.
            node: The text.
            also: Places that are known besides the customer's facts (a rule's named groups).
            unless: See the attribute.

        Raises:
            DataError: A brace is left open or names no fact.
        """
        text = node.text()
        known = (*FACTS, *also)
        try:
            places = tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
        except ValueError as error:
            raise DataError(node.file, node.line, f"{node.name}: {error}", "closed braces") from error
        unknown = next((name for name in places if name not in known), None)
        if unknown is not None:
            raise DataError(node.file, node.line, f"the place {{{unknown}}}", "one of " + ", ".join(known))
        return cls(id, text, places, unless)

    def fill(self, facts: Mapping[str, str]) -> str:
        """The text with its facts."""
        return self.text.format_map(facts)


@dataclass(frozen=True)
class StepWording:
    """What may be said for one step, and why it is worth saying."""

    why: str
    say: tuple[Template, ...]


@lru_cache(maxsize=1)
def step_wording() -> Mapping[str, StepWording]:
    """Read ``templates.yml``, once a process; each step of HEARD has its wording."""
    return read_steps(TEMPLATES_FILE)


def read_steps(path: Path) -> dict[str, StepWording]:
    """Read a file of step wording.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(path)
    root.only("note", "source", "steps")
    for told in ("note", "source"):
        root.at(told).text()
    steps = root.at("steps")
    steps.only(*STEPS)
    return {step: _read_step(steps.at(step)) for step in STEPS}


def _read_step(node: Node) -> StepWording:
    node.only("why", "say")
    say = []
    for item in node.at("say").each():
        item.only("id", "text", "unless")
        unless = item.get("unless")
        known = unless.one_of(FACTS) if unless else None
        say.append(Template.read(item.at("id").text(), item.at("text"), unless=known))
    if all(template.places for template in say):
        raise node.error("at least one text without facts, for a message that tells nothing")
    return StepWording(node.at("why").text(), tuple(say))
