"""Wording with places for facts."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from coaching.channels import CHANNELS
from coaching.errors import DataError
from coaching.moves import STEPS
from coaching.understanding import CALM, EMOTIONS, FACTS
from coaching.yamlfile import Node, read

TEMPLATES_FILE = Path(__file__).with_name("templates.yml")


@dataclass(frozen=True)
class Template:
    """A text with ``{fact}`` places.

    Attributes:
        id: Its name in answers.
        text: The text.
        places: The facts that it needs, in order.
        needs: A fact that must be known though the text does not say it.
        unless: A fact that makes it unfit where it is known: nobody who has told it should be asked to tell it.
        channels: Where it suits.
        emotions: The feelings of the customer that it suits.
    """

    id: str
    text: str
    places: tuple[str, ...]
    unless: str | None = None
    needs: str | None = None
    channels: tuple[str, ...] = CHANNELS
    emotions: tuple[str, ...] = tuple(EMOTIONS)

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

    def fits(self, facts: Mapping[str, str], channel: str, emotion: str) -> bool:
        """Whether its facts are known, none of them says another one again, and it suits channel and customer."""
        if self.unless in facts or channel not in self.channels or emotion not in self.emotions:
            return False
        if any(fact not in facts for fact in (*self.places, *([self.needs] if self.needs else ()))):
            return False
        said = [facts[place].lower() for place in self.places]
        return not any(one in other for one in said for other in said if one is not other)

    def fill(self, facts: Mapping[str, str]) -> str:
        """The text with its facts."""
        return self.text.format_map(facts)


@dataclass(frozen=True)
class StepWording:
    """What may be said for one step, and why it is worth saying.

    Attributes:
        why: Why the step is worth taking.
        takes_up: What is added to that where facts are said, with a place for them.
        say: The choice of wording.
    """

    why: str
    takes_up: str
    say: tuple[Template, ...]

    def because(self, said: Sequence[str]) -> str:
        """Why a wording is offered that says these facts of the customer's."""
        quoted = ", ".join(f"“{fact}”" for fact in said)
        return f"{self.why} {self.takes_up.format(said=quoted)}" if said else self.why


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
    root.only("note", "source", "lighter", "takes_up", "steps")
    for told in ("note", "source"):
        root.at(told).text()
    steps, takes_up = root.at("steps"), root.at("takes_up").text()
    steps.only(*STEPS)
    return {step: _read_step(steps.at(step), takes_up) for step in STEPS}


def _read_step(node: Node, takes_up: str) -> StepWording:
    node.only("why", "say")
    say = []
    for item in node.at("say").each():
        item.only("id", "text", "needs", "unless", "channels", "emotion")
        unless = item.get("unless")
        template = Template.read(item.at("id").text(), item.at("text"), unless=unless.one_of(FACTS) if unless else None)
        channels, emotions = _some(item.get("channels"), CHANNELS), _some(item.get("emotion"), tuple(EMOTIONS))
        needs = item.get("needs")
        say.append(
            replace(template, needs=needs.one_of(FACTS) if needs else None, channels=channels, emotions=emotions)
        )
    for channel in CHANNELS:
        if not any(one.fits({}, channel, CALM) for one in say):
            raise node.error(f"a text for {channel} that needs no fact, for a message that tells nothing")
    return StepWording(node.at("why").text(), takes_up, tuple(say))


def _some(node: Node | None, all_of_them: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item.one_of(all_of_them) for item in node.each()) if node else all_of_them
