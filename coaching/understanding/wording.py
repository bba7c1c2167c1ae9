"""The word lists that read a customer's message, from ``facts.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.yamlfile import Node, read

WORDING_FILE = Path(__file__).with_name("facts.yml")
_LISTS = (
    *(
        "opening_words",
        "problem_words",
        "not_a_problem",
        "befell",
        "done_by_us",
        "reports",
        "private",
        "rude",
        "occasions",
        "missed",
        "people",
    ),
    *(
        "not_a_thing",
        "goods",
        "bought",
        "consequences",
        "waiting_for",
        "waiting_words",
        "not_waiting_words",
        "deadline_words",
    ),
)


@dataclass(frozen=True)
class Wording:
    """The lists, each under its name in the file; words in lower case."""

    spelling: Mapping[str, str]
    mended_before: Mapping[str, tuple[str, frozenset[str]]]
    you_for_i: Mapping[str, str]
    opening_words: frozenset[str]
    problem_words: frozenset[str]
    not_a_problem: frozenset[str]
    befell: frozenset[str]
    done_by_us: frozenset[str]
    reports: frozenset[str]
    private: frozenset[str]
    rude: frozenset[str]
    occasions: frozenset[str]
    missed: frozenset[str]
    people: frozenset[str]
    not_a_thing: frozenset[str]
    goods: frozenset[str]
    bought: frozenset[str]
    consequences: frozenset[str]
    waiting_for: frozenset[str]
    waiting_words: frozenset[str]
    not_waiting_words: frozenset[str]
    deadline_words: frozenset[str]


@lru_cache(maxsize=1)
def wording() -> Wording:
    """Read ``facts.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(WORDING_FILE)
    root.only("note", "source", "spelling", "mended_before", "you_for_i", *_LISTS)
    return Wording(
        spelling={word: node.text() for word, node in root.at("spelling").items()},
        mended_before={word: _before(node) for word, node in root.at("mended_before").items()},
        you_for_i={word: node.text() for word, node in root.at("you_for_i").items()},
        **{name: frozenset(root.at(name).texts()) for name in _LISTS},
    )


def _before(node: Node) -> tuple[str, frozenset[str]]:
    node.only("means", "before")
    return node.at("means").text(), frozenset(node.at("before").texts())
