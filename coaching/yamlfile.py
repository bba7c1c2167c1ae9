"""Reading checked YAML: every error names the file, the line, what was found and what was expected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from coaching.errors import CoachError, DataError


class Node:
    """A value of a YAML file that knows its place.

    Attributes:
        value: The plain value (str, int, float, bool, None) or ruamel's mapping or sequence.
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
        return Node(mapping[key], self.file, _line(mapping.lc.key, key, self.line), key)

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
        if not isinstance(self.value, CommentedSeq):
            raise self.error("a list")
        for index, value in enumerate(self.value):
            yield Node(value, self.file, _line(self.value.lc.item, index, self.line), f"{self.name}[{index}]")

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

    def one_of(self, choices: tuple[str, ...]) -> str:
        """This value as one of the choices."""
        if self.value not in choices:
            raise self.error("one of " + ", ".join(choices))
        return str(self.value)

    def texts(self) -> tuple[str, ...]:
        """This value as a list of texts."""
        return tuple(item.text() for item in self.each())

    def _mapping(self) -> CommentedMap:
        if not isinstance(self.value, CommentedMap):
            raise self.error("a mapping of keys to values")
        return cast(CommentedMap, self.value)


def read(path: Path) -> Node:
    """Read one YAML file.

    Raises:
        CoachError: The file cannot be read.
        DataError: It is no YAML, holds a key twice, or is empty.
    """
    try:
        value = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CoachError(f"cannot read {path}: {error}") from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise DataError(path, line, str(error.problem), "YAML") from error
    except YAMLError as error:
        # A character that no YAML may hold; ruamel tells no line for it.
        raise DataError(path, None, " ".join(str(error).split()), "YAML") from error
    if value is None:
        raise DataError(path, None, "an empty file", "YAML")
    return Node(value, path, 1, path.name)


def _line(position: Any, key: Any, fallback: int) -> int:  # noqa: ANN401 - ruamel's line table is untyped
    try:
        return int(position(key)[0]) + 1
    except (KeyError, TypeError, AttributeError):
        return fallback


def _describe(value: Any) -> str:  # noqa: ANN401 - YAML holds anything
    if isinstance(value, CommentedMap):
        return "a mapping"
    if isinstance(value, CommentedSeq):
        return "a list"
    return repr(value)[:60]
