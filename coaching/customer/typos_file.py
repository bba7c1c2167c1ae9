"""What there is to mistype: the words, keys and channels of ``typos.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.customer.scenario import CHANNELS
from coaching.yamlfile import Node, read

FILE = Path(__file__).with_name("typos.yml")
KINDS = ("swapped", "dropped", "doubled", "beside", "apostrophe", "capital", "space", "confused")
"""Two letters swapped, one left out, one typed twice, the key beside it; no apostrophe, no capital at the beginning, no
space after a comma; a word for one that sounds alike."""


@dataclass(frozen=True)
class OnChannel:
    """How often (a factor, 0 to 1) and in which of ``KINDS`` one mistypes on a channel."""

    chance: float
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class TypingHabits:
    """All of ``typos.yml``.

    Attributes:
        channels: By channel.
        long: Characters from which a line may have two errors.
        words: Everyday words in whose letters one slips.
        short: Further everyday words, which at most lose their capital.
        contractions: Words that lose their apostrophe and stay readable.
        confused: Word to the one that sounds alike.
        beside: Letter to the letters on the keys beside it.
        never: What no slip may make of a word.
    """

    channels: Mapping[str, OnChannel]
    long: int
    words: frozenset[str]
    short: frozenset[str]
    contractions: frozenset[str]
    confused: Mapping[str, str]
    beside: Mapping[str, str]
    never: frozenset[str]

    @property
    def everyday(self) -> frozenset[str]:
        """All words of no particular case."""
        return self.words | self.short | self.contractions


@lru_cache(maxsize=1)
def typing_habits() -> TypingHabits:
    """Read ``typos.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(FILE)
    root.only("note", "source", "channels", "long", "words", "short", "contractions", "confused", "beside", "never")
    channels = root.at("channels")
    channels.only(*CHANNELS)
    return TypingHabits(
        channels={channel: _on(channels.at(channel)) for channel in CHANNELS},
        long=root.at("long").whole(1, 1000),
        words=frozenset(root.at("words").text().split()),
        short=frozenset(root.at("short").text().split()),
        contractions=frozenset(root.at("contractions").text().split()),
        confused={word: node.text() for word, node in root.at("confused").items()},
        beside={letter: node.text() for letter, node in root.at("beside").items()},
        never=frozenset(root.at("never").texts()),
    )


def _on(node: Node) -> OnChannel:
    node.only("chance", "kinds")
    return OnChannel(node.at("chance").number(0, 1), tuple(kind.one_of(KINDS) for kind in node.at("kinds").each()))
