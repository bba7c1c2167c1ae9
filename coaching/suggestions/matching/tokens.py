"""Rules that look for spaCy token patterns."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.suggestions.matching.spacy_patterns import TokenPattern, read_tokens_of
from coaching.yamlfile import Node


@dataclass(frozen=True)
class TokenPatterns:
    """Alternatives, each one list of tokens as spaCy's Matcher takes it; the words found are the offending ones."""

    patterns: tuple[TokenPattern, ...]
    places: tuple[str, ...] = ()


def read_tokens(node: Node) -> TokenPatterns:
    """Read a list of token patterns.

    Raises:
        DataError: One is not as spaCy's Matcher takes it; names the line.
    """
    patterns = tuple(read_tokens_of(pattern) for pattern in node.each())
    if not patterns:
        raise node.error("at least one list of tokens")
    return TokenPatterns(patterns)
