"""Sizes and wording of the advice, from ``checks.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.authoring.remark import WARNING, Remark
from coaching.customer.mood import BANDS
from coaching.customer.scenario import CHANNELS, TOPICS
from coaching.yamlfile import read

FILE = Path(__file__).with_name("checks.yml")


@dataclass(frozen=True)
class Checks:
    """What the advice goes by.

    Attributes:
        fit: The part of the loss, 0 to 1, that all remedies together should make up for.
        longest: Channel to the characters that a line may have.
        lines: Topic to band to how many lines should fit it.
        trusted: So many facts may be told in trust.
        messages: Rule to its wording.
    """

    fit: float
    longest: Mapping[str, int]
    lines: Mapping[str, Mapping[str, int]]
    trusted: int
    messages: Mapping[str, str]

    def say(self, rule: str, line: int, severity: str = WARNING, **values: object) -> Remark:
        """A remark in this rule's words."""
        return Remark(line, severity, rule, self.messages[rule].format(**values))


@lru_cache(maxsize=1)
def checks() -> Checks:
    """Read them; once a process.

    Raises:
        DataError: Something in the file is not as expected; names the line.
    """
    root = read(FILE)
    root.only("note", "source", "sizes", "messages")
    sizes = root.at("sizes")
    sizes.only("fit", "longest", "lines", "trusted")
    longest, lines = sizes.at("longest"), sizes.at("lines")
    longest.only(*CHANNELS)
    lines.only(*TOPICS)
    for _, topic in lines.items():
        topic.only(*BANDS)
    return Checks(
        fit=sizes.at("fit").number(0, 1),
        longest={channel: int(longest.at(channel).number(20, 5000)) for channel in CHANNELS},
        lines={name: {band: int(node.number(0, 50)) for band, node in topic.items()} for name, topic in lines.items()},
        trusted=int(sizes.at("trusted").number(0, 20)),
        messages={rule: node.text() for rule, node in root.at("messages").items()},
    )
