"""Values as cells of a table that any spreadsheet opens without running anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

Cell = str | int | float | bool | None
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_767
"""Characters that a spreadsheet's cell holds."""


def plain(value: object) -> Cell:
    """A value as a cell: times in ISO 8601, lists and counts as words, everything else as it is."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {value[name]}" for name in sorted(value))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(str(one) for one in value)
    return str(value)


def disarmed(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it.

    Source: OWASP, CSV Injection. Spaces and line breaks before the sign change nothing, as some programs drop them.
    """
    first = text.lstrip(" \n\u00a0\ufeff")[:1]
    return f"'{text}" if text[:1] in _STARTS_A_FORMULA or first in _STARTS_A_FORMULA else text


def fitting(text: str) -> str:
    """A text without what no XML holds, no longer than a cell of a spreadsheet."""
    whole = "".join(one for one in text if one in "\t\n\r" or (one >= " " and one not in "\ufffe\uffff"))
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1] + "…"
