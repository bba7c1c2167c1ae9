"""How far a sentence is tied to one customer's case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

from nltk.stem.snowball import EnglishStemmer
from spacy.tokens import Doc, Token

from coaching.language import english
from coaching.yamlfile import read

WORDS_FILE = Path(__file__).with_name("case.yml")
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}
_NAMES = {"ORG", "GPE", "FAC", "PRODUCT", "LOC", "EVENT"}
_FIGURE = re.compile(r"\d")
_LEVEL = re.compile(r"[a-z]+\d")
"""What "L2" and "tier1" look like: jargon rather than a figure that was looked up for this customer."""
_TIMES_OF_DAY = {"morning", "afternoon", "evening", "day", "night"}
_stem = EnglishStemmer().stem


class _Kind(IntEnum):
    """What ties a word to a case; a word seen as two kinds keeps the stronger."""

    PERSON = 0
    WORD = 1
    FACT = 2
    FIGURE = 3


@dataclass(frozen=True)
class CaseWords:
    """The word lists and weights of ``case.yml``, words as stems.

    Attributes:
        fact, thing, common, added: What one shared (or, for ``added``, new) word of that kind weighs, 0 to 1.
        full: The summed weight that makes a sentence fully specific.
        common_words: Stems of the trade's words.
        stock_words: Stems that never count.
        same: A stem to the stem it stands for.
    """

    fact: float
    thing: float
    common: float
    added: float
    full: float
    common_words: frozenset[str]
    stock_words: frozenset[str]
    same: Mapping[str, str]


@lru_cache(maxsize=1)
def case_words() -> CaseWords:
    """Read ``case.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(WORDS_FILE)
    root.only("note", "source", "weights", "full", "common", "stock", "numbers", "same")
    weights = root.at("weights")
    weights.only("fact", "thing", "common", "added")
    same = {_stem(word): node.text() for word, node in root.at("numbers").items()}
    for group in root.at("same").each():
        words = group.texts()
        # A word that also stands for a number (twice) keeps the number's key, for its whole group.
        head = next((same[_stem(word)] for word in words if _stem(word) in same), _stem(words[0]))
        same.update({_stem(word): head for word in words})
    return CaseWords(
        fact=weights.at("fact").number(0, 1),
        thing=weights.at("thing").number(0, 1),
        common=weights.at("common").number(0, 1),
        added=weights.at("added").number(0, 1),
        full=root.at("full").number(0.1, 10),
        common_words=frozenset(same.get(_stem(word), _stem(word)) for word in root.at("common").texts()),
        stock_words=frozenset(_stem(word) for word in root.at("stock").texts()),
        same=same,
    )


@lru_cache(maxsize=512)
def parse(text: str) -> Doc:
    """Analyse a text with spaCy; the last 512 texts are kept, so a conversation's turns are parsed once each."""
    return english()(text)


def specificity(sentence: str, case: Sequence[str]) -> float:
    """How far a sentence is tied to what this customer wrote, from 0 (fits any complaint) to 1.

    Each different word that the sentence shares with the customer's messages is weighed: a figure, date, code, place
    or product most, a content word less, a word of the trade ("delivery", "refund") or a person's name little, stock
    words ("order", "frustrating", "inconvenience") nothing. Words are compared as Snowball stems of
    spaCy's lemmas, so "delayed" meets "delay" and "three" meets "3". A figure that the agent adds (an amount, a date)
    counts a little. The sum is divided by the weight at which a sentence is fully specific and cut at 1. Weights and
    lists: ``case.yml``.
    Deterministic.

    Args:
        sentence: One sentence of the agent; a whole message works as well.
        case: The customer's messages so far, in any order; may be empty.
    """
    words = case_words()
    known: set[str] = set()
    for message in case:
        known.update(_anchors(message))
    total = 0.0
    for anchor, kind in _anchors(sentence).items():
        if anchor not in known:
            total += words.added if kind is _Kind.FIGURE and not _LEVEL.fullmatch(anchor) else 0.0
        elif kind is _Kind.WORD:
            total += words.common if anchor in words.common_words else words.thing
        else:
            total += words.common if kind is _Kind.PERSON else words.fact
    return min(1.0, total / words.full)


def taken_up(sentence: str, case: Sequence[str]) -> tuple[str, ...]:
    """The words that tie a sentence to what this customer wrote, as they stand in it, each once; trade words do not.

    Args:
        sentence: One sentence of the agent.
        case: The customer's messages so far.
    """
    common = case_words().common_words
    known = {anchor for message in case for anchor in _anchors(message)}
    return tuple(
        dict.fromkeys(
            token.text
            for token, anchor, kind in _tying(sentence)
            if anchor in known and kind is not _Kind.PERSON and not (kind is _Kind.WORD and anchor in common)
        )
    )


@lru_cache(maxsize=2048)
def _anchors(text: str) -> Mapping[str, _Kind]:
    """The words of a text that can tie it to a case."""
    found: dict[str, _Kind] = {}
    for _, anchor, kind in _tying(text):
        found[anchor] = max(kind, found.get(anchor, kind))
    return found


def _tying(text: str) -> Iterator[tuple[Token, str, _Kind]]:
    words = case_words()
    for token in parse(text):
        stem = _stem(token.lemma_.lower().strip("#'’"))
        anchor = words.same.get(stem, stem)
        kind = None if _greets(token) else _kind(token, anchor)
        if kind is None or (kind is _Kind.WORD and (stem in words.stock_words or token.is_stop or len(anchor) < 3)):
            continue
        yield token, anchor, kind


def _greets(token: Token) -> bool:
    """Whether it is the "morning" of a "good morning", which is said to everybody."""
    return token.i > 0 and token.nbor(-1).lower_ == "good" and token.lower_ in _TIMES_OF_DAY


def _kind(token: Token, anchor: str) -> _Kind | None:
    if _FIGURE.search(token.text):
        return _Kind.FIGURE
    if token.ent_type_ == "PERSON":
        return _Kind.PERSON
    # "three weeks" is as much a figure as "3 weeks"; "one" as a pronoun, or "first of all", is none.
    if anchor.isdigit():
        return _Kind.FACT if token.dep_ == "nummod" or token.ent_type_ in {"DATE", "TIME", "MONEY"} else None
    if token.ent_type_ in _NAMES:
        return _Kind.FACT
    return _Kind.WORD if token.pos_ in _CONTENT and token.is_alpha else None
