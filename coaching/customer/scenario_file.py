"""Reading scenario files; every error names file, line, what was found and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from coaching.customer.appraisal import KINDS, Failure
from coaching.customer.mood import BANDS
from coaching.customer.scenario import (
    ASKED,
    BESIDE_REMEDIES,
    CHANNELS,
    ENDINGS,
    GIVEN,
    INQUIRIES,
    TOPICS,
    TOUCHPOINTS,
    Brief,
    Cause,
    Fact,
    Line,
    Opening,
    Remedy,
    Safety,
    Scenario,
    Service,
    Want,
)
from coaching.errors import CoachError
from coaching.paths import training_data
from coaching.yamlfile import Node, read

_MOST_MONEY = 1e9
_T = TypeVar("_T")


def load_scenarios(folder: Path | None = None) -> dict[str, Scenario]:
    """Read every ``*.yml`` of a folder (default: ``scenarios/`` in the training data), by id, in the order of the ids.

    Raises:
        CoachError: The folder holds no scenario, or a file cannot be read.
        DataError: Something in a file is not as expected; names the line.
    """
    folder = folder or training_data() / "scenarios"
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise CoachError(f"no scenario in {folder}; expected files named <id>.yml")
    return {path.stem: load_scenario(path) for path in files}


def load_scenario(path: Path) -> Scenario:
    """Read one scenario file; its name without the suffix is the scenario's id.

    Raises:
        CoachError: The file cannot be read.
        DataError: Something in it is not as expected; names the line.
    """
    return scenario_of(read(path), path.stem)


def scenario_of(root: Node, scenario_id: str) -> Scenario:
    """The scenario that a file's root holds.

    Raises:
        DataError: Something in it is not as expected; names the line.
    """
    root.only(
        *("title", "summary", "channel", "touchpoint", "inquiry", "goal", "service", "brief", "difficulty"),
        *("persona", "failure", "openings", "facts", "wants", "remedies", "root_cause", "lines", "endings", "draft"),
        "safety",
    )
    remedies = _named(root.at("remedies"), _remedy)
    return Scenario(
        id=scenario_id,
        title=root.at("title").text(),
        summary=root.at("summary").text(),
        channel=root.at("channel").one_of(CHANNELS),
        touchpoint=root.at("touchpoint").one_of(TOUCHPOINTS),
        inquiry=root.at("inquiry").one_of(INQUIRIES),
        goal=root.at("goal").text(),
        service=_service(root.at("service")),
        brief=_brief(root.at("brief")),
        difficulty=_level(root.at("difficulty")),
        persona=root.at("persona").text(),
        failure=_failure(root.at("failure")),
        openings=_some(root.at("openings"), _opening),
        facts=_named(root.at("facts"), _fact),
        wants=_wants(root.at("wants"), (*(remedy.id for remedy in remedies), *BESIDE_REMEDIES)),
        remedies=remedies,
        root_cause=_cause(root.at("root_cause")),
        lines=_lines(root.at("lines")),
        endings=_endings(root.at("endings")),
        draft=_flag(root, "draft"),
        safety=_safety(root.get("safety")),
    )


def spoken(node: Node) -> str:
    """A line for the customer's mouth: text without braces, since nothing fills placeholders."""
    text = node.text()
    if "{" in text or "}" in text:
        raise node.error("text without { and }: nothing would fill a placeholder")
    return text


def _some(node: Node, read_one: Callable[[Node], _T]) -> tuple[_T, ...]:
    found = tuple(read_one(item) for item in node.each())
    if not found:
        raise node.error("a list with at least one item")
    return found


def _named(node: Node, read_one: Callable[[str, Node], _T]) -> tuple[_T, ...]:
    return tuple(read_one(name, item) for name, item in node.items())


def _flag(node: Node, key: str) -> bool:
    there = node.get(key)
    return there is not None and there.flag()


def _service(node: Node) -> Service:
    node.only("hours", "promised", "today")
    return Service(node.at("hours").text(), node.at("promised").text(), node.at("today").text())


def _level(node: Node) -> int:
    value = node.number(1, 5)
    if value != int(value):
        raise node.error("a whole number from 1 to 5")
    return int(value)


def _brief(node: Node) -> Brief:
    node.only("customer", "company", "order", "history", "may_offer")
    return Brief(
        node.at("customer").text(),
        node.at("company").text(),
        node.at("order").texts(),
        node.at("history").texts(),
        node.at("may_offer").texts(),
    )


def _failure(node: Node) -> Failure:
    node.only("undesirable", "blame", "kind")
    kind = node.at("kind").one_of(KINDS)
    return Failure(node.at("undesirable").number(0, 1), node.at("blame").number(0, 1), kind)


def _opening(node: Node) -> Opening:
    node.only("persona", "lines")
    persona = node.get("persona")
    return Opening(_some(node.at("lines"), spoken), None if persona is None else persona.text())


def _line(node: Node) -> Line:
    """A line is plain text, or a mapping with the text and what it is for."""
    if isinstance(node.value, str):
        return Line(spoken(node))
    node.only("text", "mood", "persona", "channel", "swears")
    mood, persona = node.get("mood"), node.get("persona")
    return Line(
        spoken(node.at("text")),
        None if mood is None else mood.one_of(BANDS),
        None if persona is None else persona.text(),
        _channels(node.get("channel")),
        _flag(node, "swears"),
    )


def _channels(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if isinstance(node.value, str):
        return (node.one_of(CHANNELS),)
    return _some(node, lambda item: item.one_of(CHANNELS))


def _fact(name: str, node: Node) -> Fact:
    node.only("topic", "cues", "lines", "on_card", "given")
    given = node.get("given")
    return Fact(
        id=name,
        topic=node.at("topic").text(),
        cues=_some(node.at("cues"), Node.text),
        lines=_some(node.at("lines"), _line),
        on_card=_flag(node, "on_card"),
        given=ASKED if given is None else given.one_of(GIVEN),
    )


def _remedy(name: str, node: Node) -> Remedy:
    node.only("title", "fit", "cues", "most", "needs_supervisor")
    most = node.get("most")
    return Remedy(
        name,
        node.at("title").text(),
        node.at("fit").number(0, 1),
        _some(node.at("cues"), Node.text),
        None if most is None else most.number(0, _MOST_MONEY),
        _flag(node, "needs_supervisor"),
    )


def _wants(node: Node, ways: tuple[str, ...]) -> tuple[Want, ...]:
    return tuple(_want(item, ways) for item in node.each())


def _want(node: Node, ways: tuple[str, ...]) -> Want:
    """A want is plain text, or a mapping with the text and what meets it."""
    if isinstance(node.value, str):
        return Want(node.text())
    node.only("text", "by", "all")
    return Want(node.at("text").text(), _ways(node.get("by"), ways), _ways(node.get("all"), ways))


def _ways(node: Node | None, ways: tuple[str, ...]) -> tuple[str, ...]:
    return () if node is None else _some(node, lambda item: item.one_of(ways))


def _cause(node: Node) -> Cause:
    node.only("text", "cues")
    return Cause(node.at("text").text(), _some(node.at("cues"), Node.text))


def _safety(node: Node | None) -> Safety | None:
    if node is None:
        return None
    node.only("text", "cues", "say", "never", "never_cues")
    return Safety(
        node.at("text").text(),
        _some(node.at("cues"), Node.text),
        node.at("say").text(),
        node.at("never").text(),
        _some(node.at("never_cues"), Node.text),
    )


def _lines(node: Node) -> dict[str, tuple[Line, ...]]:
    node.only(*TOPICS)
    return {topic: _some(node.at(topic), _line) for topic in TOPICS}


def _endings(node: Node) -> dict[str, tuple[str, str]]:
    node.only(*ENDINGS)
    found = {}
    for kind in ENDINGS:
        ending = node.at(kind)
        ending.only("title", "text")
        found[kind] = (ending.at("title").text(), ending.at("text").text())
    return found
