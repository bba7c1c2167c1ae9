"""Where in a scenario file something stands."""

from __future__ import annotations

from collections.abc import Iterator

from coaching.yamlfile import Mapping, Node, Sequence

WRITE_HERE = "write here"
"""How the texts begin that an author still has to write."""
Path = tuple[str | int, ...]


def line_of(root: Node, *path: str | int) -> int:
    """The line of what a path of keys and positions leads to, or of the last part of it that is there."""
    value, line = root.value, root.line
    for step in path:
        if isinstance(value, Mapping) and step in value:
            value, line = value[step], value.lines[step]
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
            value, line = value[step], value.lines[step]
        else:
            break
    return line


def texts(root: Node) -> Iterator[tuple[Path, int, str]]:
    """Every text of a file with its path and its line."""
    return _texts(root.value, root.line, ())


def is_open(text: str) -> bool:
    """Whether a text still waits to be written."""
    return text.strip().lower().startswith(WRITE_HERE)


def _texts(value: object, line: int, path: Path) -> Iterator[tuple[Path, int, str]]:
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from _texts(held, value.lines[key], (*path, key))
    elif isinstance(value, Sequence):
        for number, held in enumerate(value):
            yield from _texts(held, value.lines[number], (*path, number))
    elif isinstance(value, str):
        yield path, line, value
