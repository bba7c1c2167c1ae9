"""Finding what a sentence talks about by cue words, compared as word stems; needs no language model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from nltk.stem.snowball import EnglishStemmer

_WORD = re.compile(r"[^\W_]+")
_stemmer = EnglishStemmer()


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The Snowball stems of the words of a text ("redelivered" and "redelivery" share no stem: give both as cues)."""
    return frozenset(_stemmer.stem(word) for word in _WORD.findall(text.lower().replace("’", "'").replace("'", "")))


def hits(sentence: str, cues: Iterable[str]) -> int:
    """How well the sentence meets the cues: the number of words of the cues met, 0 for none.

    A cue of several words is met where all of them occur, in any order; so a longer cue, met, says more.
    """
    said = stems(sentence)
    return sum(len(stems(cue)) for cue in cues if stems(cue) <= said)


def says(sentence: str, phrases: Iterable[str]) -> bool:
    """Whether the sentence says one of the phrases word for word, whatever its case."""
    said = f" {same_sentence(sentence)} "
    return any(f" {same_sentence(phrase)} " in said for phrase in phrases)


def same_sentence(one: str) -> str:
    """A sentence without case, spaces and punctuation, to see that it was said before."""
    return " ".join(_WORD.findall(one.lower()))
