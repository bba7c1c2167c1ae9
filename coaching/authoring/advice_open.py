"""Advice on what is not written yet: places of the starting file, masks of personal data."""

from __future__ import annotations

from collections.abc import Iterator

from coaching.authoring.checks import Checks
from coaching.authoring.masks import MASK
from coaching.authoring.places import Path, is_open, texts
from coaching.authoring.remark import ERROR, WARNING, Remark
from coaching.customer.scenario import Scenario
from coaching.yamlfile import Node

_SHOWN = 60


def unwritten(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Each text that begins with "write here", and each that holds a mask; in a published scenario they are errors."""
    severity = WARNING if scenario.draft else ERROR
    for path, line, text in texts(root):
        if is_open(text):
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]} …"
            yield checks.say("placeholder", line, severity, what=_name(path), text=shown)
        masks = sorted(set(MASK.findall(text)))
        if masks:
            yield checks.say("masked", line, severity, what=_name(path), text=", ".join(f"[{kind}]" for kind in masks))


def _name(path: Path) -> str:
    """A path as people would say it: ``lines.restate[2]``, without the ``text`` of a line."""
    keys = path[:-1] if len(path) > 1 and path[-1] == "text" and isinstance(path[-2], int) else path
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")
