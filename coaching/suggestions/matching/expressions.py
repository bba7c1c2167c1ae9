"""Rules that look for phrases or for a regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coaching.errors import DataError
from coaching.suggestions.matching.match import Match, plain
from coaching.yamlfile import Node

MARK = "mark"
"""The named group of an expression that is the offending words; without it the whole match is."""


@dataclass(frozen=True)
class Expression:
    """A regular expression over a sentence with straight apostrophes.

    Attributes:
        regex: Ignores case.
        needles: Texts in lower case of which one has to be there, so that most sentences cost no search; none if empty.
    """

    regex: re.Pattern[str]
    needles: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The places that a replacement may use."""
        return tuple(name for name in self.regex.groupindex if name != MARK)

    def find(self, sentence: str, searched: str, squeezed: str) -> Iterator[Match]:
        """Find all matches.

        Args:
            sentence: The sentence as written.
            searched: The same with straight apostrophes and quotations blotted out; as long as ``sentence``.
            squeezed: ``searched`` in lower case, each run of white space as one space.
        """
        if self.needles and not any(needle in squeezed for needle in self.needles):
            return
        for found in self.regex.finditer(searched):
            group = MARK if MARK in self.regex.groupindex and found[MARK] is not None else 0
            start, end = found.span(group)
            if start < end:
                texts = {name: sentence[slice(*found.span(name))] for name in self.places if found[name]}
                yield Match(start, end, texts)


def read_pattern(node: Node) -> Expression:
    """Read a regular expression.

    Raises:
        DataError: It is none.
    """
    try:
        return Expression(re.compile(node.text(), re.IGNORECASE))
    except re.error as error:
        raise DataError(node.file, node.line, f"{node.name}: {error}", "a regular expression") from error


def read_words(node: Node) -> Expression:
    """Read a list of phrases, which are found as whole words, in any case, over any white space."""
    phrases = tuple(" ".join(plain(text).lower().split()) for text in node.texts())
    if not phrases:
        raise node.error("at least one phrase")
    longest_first = sorted(phrases, key=len, reverse=True)
    written = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    return Expression(re.compile(rf"(?<!\w)(?:{written})(?!\w)", re.IGNORECASE), phrases)
