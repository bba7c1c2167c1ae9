"""The patterns and word lists by which values are found and compared, from ``values.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.errors import DataError
from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("values.yml")


@dataclass(frozen=True)
class Values:
    """The file's content.

    Attributes:
        kinds: What each kind looks like, in the order in which they are tried.
        counted: Number words with their figures.
        months: The months' names, long and short, with their numbers.
        currencies: Signs and names with their codes.
        limits: Words in front of a value with what they mean.
        limited: The kinds to which they can belong.
        limit: Finds such a word at the end of a text.
        not_names: Words with a capital letter that name nobody.
    """

    kinds: Mapping[str, re.Pattern[str]]
    counted: Mapping[str, str]
    months: Mapping[str, int]
    currencies: Mapping[str, str]
    limits: Mapping[str, str]
    limited: frozenset[str]
    limit: re.Pattern[str]
    not_names: frozenset[str]


@lru_cache(maxsize=1)
def value_words() -> Values:
    """Read ``values.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(FILE)
    root.only(
        *("note", "source", "counted", "not_counted", "months", "currencies", "limits", "parts", "kinds", "limited"),
        "not_names",
    )
    counted = {word: f"{node.number(0, 1000):g}" for word, node in root.at("counted").items()}
    months = {name: number for number, names in enumerate(root.at("months").each(), start=1) for name in names.texts()}
    limits = {word: node.text() for word, node in root.at("limits").items()}
    parts = {name: node.text() for name, node in root.at("parts").items()}
    parts["month"] = _any(months)
    parts["counted"] = _any({word: 0 for word in counted if word not in root.at("not_counted").texts()})
    return Values(
        kinds={kind: _pattern(node, parts) for kind, node in root.at("kinds").items()},
        counted=counted,
        months=months,
        currencies={name: node.text() for name, node in root.at("currencies").items()},
        limits=limits,
        limited=frozenset(root.at("limited").texts()),
        limit=re.compile(rf"(?:^|[\s(])({_any(limits)})\s+(?:the\s+|a\s+)?$", re.IGNORECASE),
        not_names=frozenset(root.at("not_names").texts()),
    )


def _any(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True)) + ")"


def _pattern(node: Node, parts: Mapping[str, str]) -> re.Pattern[str]:
    written = "|".join(f"(?:{text})" for text in node.texts())
    for part, meaning in parts.items():
        written = written.replace(f"<{part}>", meaning)
    try:
        return re.compile(written, re.IGNORECASE)
    except re.error as error:
        raise DataError(node.file, node.line, f"{node.name}: {error}", "regular expressions") from error
