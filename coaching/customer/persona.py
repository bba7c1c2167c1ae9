"""Personas: how a customer is, whatever happened to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from coaching.customer.mood import BANDS
from coaching.customer.scenario import SUPERVISOR, WALKS_OFF
from coaching.customer.temper import Temper
from coaching.customer.typos_file import KINDS
from coaching.customer.voice import Voice
from coaching.errors import CoachError
from coaching.paths import training_data
from coaching.yamlfile import Node, read

_TEMPER = ("threshold", "inertia", "forgiveness", "patience", "trust")


@dataclass(frozen=True)
class Persona:
    """One persona.

    Attributes:
        id: Its name in the file.
        name, description: For the person who chooses.
        temper: How easily they flare up and calm down.
        leaves: What they do when they have had enough of nothing: ``walks_off`` or ``supervisor``.
        loudest: The worst band that their words show; what they feel may be worse.
        voice: How they write.
        asides: Chance, 0 to 1, that they stray from the matter in a turn.
        own_words: Whether they say nothing but lines written for them, in any topic that has some.
    """

    id: str
    name: str
    description: str
    temper: Temper
    leaves: str
    loudest: str
    voice: Voice
    asides: float
    own_words: bool

    def shown(self, band: str) -> str:
        """The band that their words show in this mood."""
        return max(band, self.loudest, key=BANDS.index)


def load_personas(path: Path | None = None) -> dict[str, Persona]:
    """Read the personas, by id, in the file's order (default: ``personas.yml`` in the training data).

    Raises:
        CoachError: The file cannot be read or holds no persona.
        DataError: Something in it is not as expected; names the line.
    """
    path = path or training_data() / "personas.yml"
    root = read(path)
    root.only("note", "source", "personas")
    found = {name: _persona(name, node) for name, node in root.at("personas").items()}
    if not found:
        raise CoachError(f"no persona in {path}")
    return found


def _persona(name: str, node: Node) -> Persona:
    node.only("name", "description", *_TEMPER, "leaves", "loudest", "voice", "asides", "own_words")
    # A threshold or an inertia of 1 would mean a customer who feels nothing, or never changes.
    numbers: Mapping[str, float] = {
        key: node.at(key).number(0, 0.95 if key in ("threshold", "inertia") else 1) for key in _TEMPER
    }
    asides, own_words = node.get("asides"), node.get("own_words")
    return Persona(
        id=name,
        name=node.at("name").text(),
        description=node.at("description").text(),
        temper=Temper(**numbers),
        leaves=node.at("leaves").one_of((WALKS_OFF, SUPERVISOR)),
        loudest=node.at("loudest").one_of(BANDS),
        voice=_voice(node.at("voice")),
        asides=0.0 if asides is None else asides.number(0, 1),
        own_words=own_words is not None and own_words.flag(),
    )


def _voice(node: Node) -> Voice:
    habits = [each.name for each in fields(Voice)]
    node.only(*habits)
    slips = tuple(kind.one_of(KINDS) for kind in node.at("mistypes").each())
    return Voice(**{habit: node.at(habit).flag() for habit in habits if habit != "mistypes"}, mistypes=slips)
