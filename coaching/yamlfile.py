"""Reading checked YAML: every error names the file, the line, what was found and what was expected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent
from ruamel.yaml.nodes import MappingNode, SequenceNode

from coaching.errors import CoachError, DataError

_DEEPEST = 20


class Mapping(dict[Any, Any]):
    """A mapping that knows the line of each key, counted from 1."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.lines: dict[Any, int] = {}


class Sequence(list[Any]):
    """A list that knows the line of each item, counted from 1."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.lines: list[int] = []


class Node:
    """A value of a YAML file that knows its place.

    Attributes:
        value: The plain value (str, int, float, bool, None), a ``Mapping`` or a ``Sequence``.
        file: The file it was read from.
        line: Its line, counted from 1.
        name: Its key, or position, as people would call it.
    """

    def __init__(self, value: Any, file: Path, line: int, name: str) -> None:  # noqa: ANN401 - YAML holds anything
        """Wrap a value with the place it came from."""
        self.value, self.file, self.line, self.name = value, file, line, name

    def error(self, expected: str) -> DataError:
        """An error that points here and says what was expected."""
        return DataError(self.file, self.line, f"{self.name}: {_describe(self.value)}", expected)

    def get(self, key: str) -> Node | None:
        """The node under a key of this mapping, or None where the key is absent."""
        mapping = self._mapping()
        if key not in mapping:
            return None
        return Node(mapping[key], self.file, mapping.lines[key], key)

    def at(self, key: str) -> Node:
        """The node under a key that has to be there."""
        node = self.get(key)
        if node is None:
            raise DataError(self.file, self.line, f"{self.name} without {key!r}", f"the key {key!r}")
        return node

    def items(self) -> Iterator[tuple[str, Node]]:
        """The mapping's keys, with their nodes."""
        for key in self._mapping():
            yield str(key), self.at(key)

    def each(self) -> Iterator[Node]:
        """The list's items."""
        if not isinstance(self.value, Sequence):
            raise self.error("a list")
        for index, value in enumerate(self.value):
            yield Node(value, self.file, self.value.lines[index], f"{self.name}[{index}]")

    def only(self, *keys: str) -> None:
        """Refuse keys that nothing reads, so that a misspelt one is told."""
        for key, node in self.items():
            if key not in keys:
                raise DataError(node.file, node.line, f"the key {key!r}", "one of " + ", ".join(sorted(keys)))

    def text(self) -> str:
        """This value as text that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.error("text")
        return str(self.value).strip()

    def flag(self) -> bool:
        """This value as true or false."""
        if not isinstance(self.value, bool):
            raise self.error("true or false")
        return self.value

    def number(self, low: float, high: float) -> float:
        """This value as a number from ``low`` to ``high``, both included."""
        if isinstance(self.value, bool) or not isinstance(self.value, (int, float)):
            raise self.error(f"a number from {low:g} to {high:g}")
        if not low <= self.value <= high:
            raise self.error(f"a number from {low:g} to {high:g}")
        return float(self.value)

    def whole(self, low: int, high: int) -> int:
        """This value as a whole number from ``low`` to ``high``, both included."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not low <= self.value <= high:
            raise self.error(f"a whole number from {low} to {high}")
        return self.value

    def noted(self, key: str, *keys: str) -> Node:
        """The mapping under a key, which has just these keys beside its note and its source."""
        part = self.at(key)
        part.only("note", "source", *keys)
        part.at("note").text()
        part.at("source").text()
        return part

    def one_of(self, choices: tuple[str, ...]) -> str:
        """This value as one of the choices."""
        if self.value not in choices:
            raise self.error("one of " + ", ".join(choices))
        return str(self.value)

    def texts(self) -> tuple[str, ...]:
        """This value as a list of texts."""
        return tuple(item.text() for item in self.each())

    def _mapping(self) -> Mapping:
        if not isinstance(self.value, Mapping):
            raise self.error("a mapping of keys to values")
        return self.value


def read(path: Path) -> Node:
    """Read one YAML file.

    Raises:
        CoachError: The file cannot be read.
        DataError: It is no YAML, holds a key twice, or is empty.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CoachError(f"cannot read {path}: {error}") from error
    return parse(text, path)


def parse(text: str, path: Path) -> Node:
    """Read YAML from a text, which errors call by the name of ``path``; deep nesting ends the process: see ``plain``.

    Raises:
        DataError: It is no YAML, holds a key twice, or is empty.
    """
    try:
        # ruamel's parser in C; the one that keeps comments takes twenty times as long.
        yaml = YAML(typ="safe")
        root = yaml.compose(text)
        value = None if root is None else _Values(yaml, path).of(root)
    except MarkedYAMLError as error:
        raise _no_yaml(error, path) from error
    except YAMLError as error:
        # A character that no YAML may hold; ruamel tells no line for it.
        raise DataError(path, None, " ".join(str(error).split()), "YAML") from error
    if value is None:
        raise DataError(path, None, "an empty file", "YAML")
    return Node(value, path, 1, path.name)


def plain(text: str, path: Path) -> None:
    """Refuse YAML that somebody may have made to choke whoever reads it; call it before ``parse`` on a text of theirs.

    Raises:
        DataError: It nests more than ``_DEEPEST`` deep, refers to another place, or is no YAML; names the line.
    """
    deep = 0
    try:
        for event in YAML(typ="safe").parse(text):
            if getattr(event, "anchor", None) is not None:
                expected = "each value written out, without & and *"
                raise DataError(path, _line(event), f"a reference ({event.anchor!r})", expected)
            deep += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if deep > _DEEPEST:
                raise DataError(path, _line(event), "lists in lists in lists", f"at most {_DEEPEST} in each other")
    except MarkedYAMLError as error:
        raise _no_yaml(error, path) from error
    except YAMLError as error:
        raise DataError(path, None, " ".join(str(error).split()), "YAML") from error


def _no_yaml(error: MarkedYAMLError, path: Path) -> DataError:
    line = error.problem_mark.line + 1 if error.problem_mark else None
    return DataError(path, line, f"no YAML ({error.problem})", "YAML")


class _Values:
    """Makes values of ruamel's nodes, each once, so that what is referred to often takes no more room."""

    def __init__(self, yaml: YAML, file: Path) -> None:
        self._yaml, self._file = yaml, file
        self._made: dict[int, Any] = {}
        self._open: set[int] = set()

    def of(self, node: Any) -> Any:  # noqa: ANN401 - ruamel publishes no types
        """The value of a node."""
        if id(node) in self._open:
            raise DataError(self._file, _line(node), "a value that holds itself", "YAML")
        if id(node) not in self._made:
            self._open.add(id(node))
            self._made[id(node)] = self._make(node)
            self._open.remove(id(node))
        return self._made[id(node)]

    def _make(self, node: Any) -> Any:  # noqa: ANN401 - ruamel publishes no types
        if isinstance(node, SequenceNode):
            items = Sequence()
            for one in node.value:
                items.append(self.of(one))
                items.lines.append(_line(one))
            return items
        if not isinstance(node, MappingNode):
            try:
                return self._yaml.constructor.construct_object(node)
            except ValueError as error:
                raise DataError(self._file, _line(node), f"{node.value[:60]!r} ({error})", "YAML") from error
        mapping = Mapping()
        for name, one in node.value:
            key = self.of(name)
            if isinstance(key, (Mapping, Sequence)):
                raise DataError(self._file, _line(name), f"{_describe(key)} as a key", "text")
            if key in mapping:
                raise DataError(self._file, _line(name), f"the key {key!r} again", "each key once")
            mapping[key] = self.of(one)
            mapping.lines[key] = _line(name)
        return mapping


def _line(node: Any) -> int:  # noqa: ANN401 - ruamel publishes no types
    return int(node.start_mark.line) + 1


def _describe(value: Any) -> str:  # noqa: ANN401 - YAML holds anything
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, Sequence):
        return "a list"
    return repr(value)[:60]
