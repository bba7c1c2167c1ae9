"""The commented file that a new scenario starts from."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from coaching.authoring.emit import scalar
from coaching.yamlfile import Node, parse

FILE = Path(__file__).with_name("starter.yml")


@lru_cache(maxsize=1)
def starter() -> Node:
    """The starting file as it is read: a scenario that the loader accepts, every text of it still to be written."""
    return parse(FILE.read_text(encoding="utf-8"), FILE)


def new_text(title: str | None = None) -> str:
    """The starting file's text.

    Args:
        title: What the scenario is to be called; None leaves the place open.
    """
    text = FILE.read_text(encoding="utf-8")
    if title is None:
        return text
    return "".join(
        f"title: {scalar(title)}\n" if line.startswith("title: ") else line for line in text.splitlines(keepends=True)
    )


@lru_cache(maxsize=1)
def hints() -> dict[str, str]:
    """The starting file's comments by the top-level key that they stand over; those at its head are under ``""``."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            waiting.append(line)
        elif not line.strip():
            if waiting:
                found.setdefault("", "\n".join(waiting))
            waiting = []
        elif line[0].isalpha():
            if waiting:
                found[line.split(":")[0]] = "\n".join(waiting)
            waiting = []
    return found
