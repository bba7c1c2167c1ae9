"""The channels on which an agent writes, and what suits each; the norms are in ``channels.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.yamlfile import Node, read

CHAT, EMAIL, SOCIAL, PHONE = CHANNELS = ("chat", "email", "social", "phone")
NORMS_FILE = Path(__file__).with_name("channels.yml")


@dataclass(frozen=True)
class Norms:
    """What suits a channel.

    Attributes:
        title: What people call the channel.
        name: The same within a sentence, with its article.
        words_low, words_high: Length of a reply, in words.
        reading_ease: Flesch reading ease, at the least; 100 is very easy, 0 very hard.
        sentence_words: Words in a sentence on average, at the most.
        apologies: How many sentences that say sorry are enough.
    """

    title: str
    name: str
    words_low: int
    words_high: int
    reading_ease: float
    sentence_words: float
    apologies: int


@lru_cache(maxsize=1)
def channel_norms() -> Mapping[str, Norms]:
    """The norms of every channel, in the order of ``CHANNELS``; read once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    return load_norms(NORMS_FILE)


def load_norms(path: Path) -> Mapping[str, Norms]:
    """Read a file of norms.

    Raises:
        CoachError: The file cannot be read.
        DataError: The file is not as it should be; names the line.
    """
    root = read(path)
    root.only("note", "source", "channels")
    for told in ("note", "source"):
        root.at(told).text()
    channels = root.at("channels")
    channels.only(*CHANNELS)
    return {channel: _norms(channels.at(channel)) for channel in CHANNELS}


def _norms(node: Node) -> Norms:
    node.only("title", "name", "note", "words", "reading_ease", "sentence", "apologies")
    node.at("note").text()
    words = node.at("words")
    words.only("low", "high")
    low = words.at("low").number(0, 10_000)
    return Norms(
        title=node.at("title").text(),
        name=node.at("name").text(),
        words_low=int(low),
        words_high=int(words.at("high").number(low + 1, 10_000)),
        reading_ease=node.at("reading_ease").number(0, 100),
        sentence_words=node.at("sentence").number(3, 100),
        apologies=int(node.at("apologies").number(1, 20)),
    )
