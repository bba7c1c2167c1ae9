"""Words that clear a sentence of a mistake: ``clears.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.moves import MISTAKES
from coaching.suggestions.matching.match import plain
from coaching.yamlfile import Node, read

CLEARS_FILE = Path(__file__).with_name("clears.yml")


@dataclass(frozen=True)
class Clear:
    """One kind of words that means the opposite of a mistake.

    Attributes:
        id: Its name in the file.
        mistakes: What it clears a sentence of.
        words: Any of these does, wherever it stands in the sentence.
        unless: Words of which none may stand in the sentence.
        yes, no: Sentences that are cleared, and neighbours that are not; a test holds the rule to them.
    """

    id: str
    mistakes: tuple[str, ...]
    words: re.Pattern[str]
    unless: re.Pattern[str]
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def fits(self, sentence: str) -> bool:
        """Whether the sentence says its words."""
        said = plain(sentence)
        return bool(self.words.search(said)) and not self.unless.search(said)


@lru_cache(maxsize=1)
def clears() -> tuple[Clear, ...]:
    """Read ``clears.yml``, once a process.

    Raises:
        DataError: It is not as it should be; names the line.
    """
    root = read(CLEARS_FILE)
    root.only("note", "source", "clears")
    return tuple(_clear(name, node) for name, node in root.at("clears").items())


def cleared(sentence: str) -> frozenset[str]:
    """The mistakes that the sentence's words rule out."""
    return frozenset(mistake for one in clears() if one.fits(sentence) for mistake in one.mistakes)


def _clear(name: str, node: Node) -> Clear:
    node.only("mistakes", "words", "unless", "yes", "no")
    words = "|".join(_expression(word) for word in node.at("words").each())
    unless = "|".join(map(re.escape, node.at("unless").texts()))
    return Clear(
        id=name,
        mistakes=tuple(mistake.one_of(MISTAKES) for mistake in node.at("mistakes").each()),
        words=re.compile(words, re.IGNORECASE),
        unless=re.compile(rf"\b(?:{unless})\b", re.IGNORECASE),
        yes=node.at("yes").texts(),
        no=node.at("no").texts(),
    )


def _expression(node: Node) -> str:
    text = node.text()
    try:
        re.compile(text)
    except re.error as error:
        raise node.error(f"a regular expression ({error})") from error
    return rf"(?<!\w)(?:{text})"
