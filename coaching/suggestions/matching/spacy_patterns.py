"""Checking spaCy's patterns when a pack is read, with errors that name the line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import spacy
from spacy.errors import MatchPatternError
from spacy.glossary import GLOSSARY
from spacy.matcher import Matcher
from spacy.vocab import Vocab

from coaching.errors import DataError
from coaching.yamlfile import Node

TokenPattern = list[dict[str, Any]]

_ATTRIBUTES = (
    "TEXT, LOWER, LEMMA, POS, TAG, DEP, MORPH, SHAPE, ENT_TYPE, OP, LENGTH, IS_ALPHA, IS_DIGIT, IS_LOWER, IS_UPPER, "
    "IS_TITLE, IS_PUNCT, IS_STOP, IS_SENT_START, LIKE_NUM, LIKE_URL, LIKE_EMAIL, SPACY"
)
_COMPARISONS = "IN, NOT_IN, REGEX, FUZZY, ==, >=, <=, >, <"
_SCHEMES = {
    "POS": "a part of speech such as VERB or NOUN",
    "TAG": "a tag such as VBN",
    "DEP": "a relation such as nsubj",
}
_UNEXPLAINED = {"ROOT", "predet"}
"""Values that spaCy's parser gives and its glossary leaves out."""
_COMPLAINT = re.compile(r"^- \[pattern -> \d+(?P<path>[^\]]*)\] (?P<what>.*)$", re.MULTILINE)


@lru_cache(maxsize=1)
def vocabulary() -> Vocab:
    """An empty vocabulary: patterns are checked without loading the pipeline."""
    empty: Vocab = spacy.blank("en").vocab
    return empty


def read_tokens_of(node: Node) -> TokenPattern:
    """Read one list of token descriptions.

    Raises:
        DataError: spaCy's Matcher does not take it; names the line of the token.
    """
    tokens = [read_token(token) for token in node.each()]
    if not tokens:
        raise node.error("at least one token, such as {LOWER: kindly}")
    return tokens


def read_token(node: Node) -> dict[str, Any]:
    """Read one token description, such as ``{LEMMA: be, OP: "?"}``.

    Raises:
        DataError: spaCy's Matcher does not take it.
    """
    token = bare(node)
    if not isinstance(token, dict):
        raise node.error("a token such as {LOWER: kindly}")
    try:
        Matcher(vocabulary(), validate=True).add("rule", [[token]])
    except MatchPatternError as error:
        raise _translated(node, str(error)) from error
    except (re.error, ValueError, TypeError) as error:
        raise DataError(node.file, node.line, f"{node.name}: {error}", "a token as spaCy's Matcher takes it") from error
    for key, explained in _SCHEMES.items():
        value = node.get(key)
        if value is not None:
            for text in _values(value.value):
                if text not in GLOSSARY and text not in _UNEXPLAINED:
                    raise DataError(value.file, value.line, f"{key}: {text!r}", explained)
    return token


def checked(node: Node, add: Callable[[], None]) -> None:
    """Let spaCy check a whole pattern, and turn its complaint into an error of this file."""
    try:
        add()
    except (ValueError, KeyError) as error:
        told = re.sub(r"^\[E\d+\] ", "", str(error)).split("\n")[0]
        raise DataError(node.file, node.line, f"{node.name}: {told}", "a pattern as spaCy takes it") from error


def bare(node: Node) -> Any:  # noqa: ANN401 - a pattern holds anything
    """The node's value in plain dicts and lists, as spaCy takes it."""
    return _bare(node.value)


def _bare(value: Any) -> Any:  # noqa: ANN401 - a pattern holds anything
    if isinstance(value, dict):
        return {str(key): _bare(one) for key, one in value.items()}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def _values(value: Any) -> Iterator[str]:  # noqa: ANN401 - a pattern holds anything
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key in ("IN", "NOT_IN", "INTERSECTS"):
            yield from value.get(key, ())


def _translated(node: Node, complaint: str) -> DataError:
    """The first thing that spaCy's schema says against a token."""
    for found in _COMPLAINT.finditer(complaint):
        path = [part for part in found["path"].split(" -> ") if part]
        key = path[0] if path else ""
        place = (node.get(key) if key else None) or node
        if "extra fields" in found["what"]:
            expected = (
                f"one of {_ATTRIBUTES}" if len(path) == 1 else "one of IN, NOT_IN, REGEX, FUZZY, ==, >=, <=, >, <"
            )
            return DataError(place.file, place.line, f"the token attribute {' -> '.join(path)!r}", expected)
    first = _COMPLAINT.search(complaint)
    told = first["what"] if first else complaint
    return DataError(node.file, node.line, f"the token {bare(node)}: {told}", "a token as spaCy's Matcher takes it")
