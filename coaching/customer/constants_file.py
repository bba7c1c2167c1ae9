"""Reading ``constants.yml``, where every section carries its note and its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from coaching.customer.acts import BREACHES
from coaching.customer.constants import (
    Appraisal,
    Bands,
    Constants,
    Deviation,
    Endings,
    Gain,
    Patience,
    Satisfaction,
    Sting,
    Words,
)
from coaching.moves import LABELS, MISTAKES
from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("constants.yml")
_GOOD = tuple(label for label in LABELS if label not in MISTAKES)
_T = TypeVar("_T")


def load_constants(path: Path = FILE) -> Constants:
    """Read the constants.

    Raises:
        CoachError: The file cannot be read.
        DataError: Something in it is not as expected; names the line.
    """
    root = read(path)
    root.only(*(each.name for each in fields(Constants)))
    return Constants(
        appraisal=_numbers(Appraisal, _values(root, "appraisal")),
        satisfaction=_numbers(Satisfaction, _values(root, "satisfaction")),
        words=_numbers(Words, _values(root, "words")),
        patience=_numbers(Patience, _values(root, "patience")),
        gains=_by(_GOOD, _values(root, "gains"), _gain),
        mistakes=_by(MISTAKES, _values(root, "mistakes"), _sting),
        breaches=_by(BREACHES, _values(root, "breaches"), _sting),
        deviation=_numbers(Deviation, _values(root, "deviation"), high=10),
        bands=_numbers(Bands, _values(root, "bands")),
        endings=_numbers(Endings, _values(root, "endings"), high=100),
    )


def _values(root: Node, section: str) -> Node:
    node = root.at(section)
    node.only("note", "source", "values")
    node.at("note").text()
    node.at("source").text()
    return node.at("values")


def _numbers(kind: Callable[..., _T], node: Node, high: float = 1.0) -> _T:
    """A dataclass of floats from a mapping with exactly its fields."""
    names = [each.name for each in fields(kind)]  # type: ignore[arg-type]
    node.only(*names)
    return kind(**{name: node.at(name).number(0, high) for name in names})


def _by(keys: tuple[str, ...], node: Node, read_one: Callable[[Node], _T]) -> Mapping[str, _T]:
    node.only(*keys)
    return {key: read_one(node.at(key)) for key in keys}


def _gain(node: Node) -> Gain:
    node.only("interactional", "procedural", "trust", "fade", "annoys_from")
    fade = tuple(item.number(0, 1) for item in node.at("fade").each())
    if not fade:
        raise node.at("fade").error("a list of at least one number")
    annoys = node.get("annoys_from")
    return Gain(
        interactional=node.at("interactional").number(0, 1),
        procedural=node.at("procedural").number(0, 1),
        trust=node.at("trust").number(0, 1),
        fade=fade,
        annoys_from=None if annoys is None else int(annoys.number(1, 100)),
    )


def _sting(node: Node) -> Sting:
    costs: dict[str, Any] = {each.name: 0.0 for each in fields(Sting) if each.name != "grave"}
    node.only(*costs, "grave")
    costs.update({name: node.at(name).number(0, 1) for name in costs})
    return Sting(**costs, grave=node.at("grave").flag())
