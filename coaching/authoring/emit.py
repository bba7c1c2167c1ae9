"""Writing YAML as an author would have: block style, short lists in one line, a comment where something is a guess."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_PLAIN = re.compile(r"[A-Za-z£€(][^\n]*")
_ODD = re.compile(r": |:$| #|^(?:true|false|null|yes|no|on|off|y|n|~)$|^[\w.+-]*$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z_]*")
_SAID_ELSEWHERE = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
_FLOW = set(",[]{}\"'&*!|>%@`?:")
_WIDE = 110


@dataclass(frozen=True)
class Noted:
    """A value with a comment behind it."""

    value: object
    note: str


def scalar(value: object, flow: bool = False) -> str:
    """One value as YAML.

    Args:
        value: Text, number or truth value.
        flow: Whether it stands within [] or {}, where more has to be quoted.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    text = " ".join(value.split())
    if _WORD.fullmatch(text) and text.lower() not in _SAID_ELSEWHERE:
        return text
    plain = _PLAIN.fullmatch(text) and not _ODD.search(text) and not (flow and _FLOW & set(text))
    # JSON's strings are YAML's double-quoted ones.
    return text if plain else json.dumps(text, ensure_ascii=False)


def emit(value: object, indent: int = 0) -> Iterator[str]:
    """The lines of a mapping or a list, indented by so many spaces."""
    room = " " * indent
    if isinstance(value, dict):
        for key, held in value.items():
            yield from _entry(f"{room}{key}:", held, indent + 2)
    elif isinstance(value, list):
        for held in value:
            if isinstance(held, dict) and not _short(held):
                first, *rest = emit(held, indent + 2)
                yield f"{room}- {first.strip()}"
                yield from rest
            else:
                yield from _entry(f"{room}-", held, indent + 2)


def _entry(head: str, held: object, indent: int) -> Iterator[str]:
    note = ""
    if isinstance(held, Noted):
        note, held = f"  # {held.note}", held.value
    if isinstance(held, (dict, list)) and not _short(held, head.strip(" -:")):
        yield head + note
        yield from emit(held, indent)
    else:
        yield f"{head} {_inline(held)}{note}"


def _short(held: object, key: str = "") -> bool:
    """Whether it goes into one line: a line with its mood, a list of cues, the size of a failure."""
    if isinstance(held, dict):
        return ("text" in held and "title" not in held and "cues" not in held) or "undesirable" in held
    if isinstance(held, list):
        return key == "cues" and len(_inline(held)) < _WIDE
    return True


def _inline(held: object) -> str:
    if isinstance(held, dict):
        return "{" + ", ".join(f"{key}: {scalar(one, flow=True)}" for key, one in held.items()) + "}"
    if isinstance(held, list):
        return "[" + ", ".join(scalar(one, flow=True) for one in held) + "]"
    return scalar(held)
