"""The five levels of difficulty: what makes the same customer harder, published so that a trainee knows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("levels.yml")
NUMBERS = (1, 2, 3, 4, 5)
METERS = ("figures", "band", "face", "hidden")
"""How much of the mood is shown: figures and curve, a word, a face, nothing."""
_FACTORS = ("patience", "forgiveness", "credit", "sting")
_SHARES = ("withheld", "provokes", "typos")


@dataclass(frozen=True)
class Level:
    """One level.

    Attributes:
        number: 1 (mild) to 5 (hard).
        title, description: For the trainee.
        patience, forgiveness: Factors on what the persona brings along.
        credit: Factor on what good moves earn.
        sting: Factor on what mistakes cost.
        facts: The most facts told in a turn.
        withheld: Interactional fairness, 0 to 1, from which trusted facts are told.
        interrupts: Words of one message after which an angry customer stops listening in chat and on the phone, twice
            as many in writing; None for never.
        provokes: Chance of a provocation in a turn while angry, 0 to 1.
        typos: Chance that a line has a typing error, 0 to 1; nobody mistypes on the phone.
        meter: One of ``METERS``.
    """

    number: int
    title: str
    description: str
    patience: float
    forgiveness: float
    credit: float
    sting: float
    facts: int
    withheld: float
    interrupts: int | None
    provokes: float
    typos: float
    meter: str

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)


def load_levels(path: Path = FILE) -> dict[int, Level]:
    """Read the levels, by number, the mildest first.

    Raises:
        CoachError: The file cannot be read.
        DataError: Something in it is not as expected; names the line.
    """
    root = read(path)
    root.only("note", "source", "levels")
    root.at("note").text()
    root.at("source").text()
    levels = root.at("levels")
    levels.only(*map(str, NUMBERS))
    return {number: _level(number, levels.at(str(number))) for number in NUMBERS}


def _level(number: int, node: Node) -> Level:
    node.only("title", "description", "values")
    values = node.at("values")
    values.only(*_FACTORS, *_SHARES, "facts", "interrupts", "meter")
    interrupts = values.at("interrupts")
    return Level(
        number=number,
        title=node.at("title").text(),
        description=node.at("description").text(),
        patience=values.at("patience").number(0, 3),
        forgiveness=values.at("forgiveness").number(0, 3),
        credit=values.at("credit").number(0, 3),
        sting=values.at("sting").number(0, 3),
        facts=int(values.at("facts").number(1, 3)),
        withheld=values.at("withheld").number(0, 1),
        interrupts=None if interrupts.value is None else int(interrupts.number(1, 1000)),
        provokes=values.at("provokes").number(0, 1),
        typos=values.at("typos").number(0, 1),
        meter=values.at("meter").one_of(METERS),
    )
