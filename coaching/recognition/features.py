"""What the linear model sees of a sentence: n-grams and surface signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from coaching.recognition.encoder import readable
from coaching.recognition.settings import settings

Signs = npt.NDArray[np.float32]

_LINK = re.compile(r"https?://\S+|www\.\S+|(?<![^\s@])[^\s@]{1,64}@[^\s@]{1,255}\.\w+")
_HANDLE = re.compile(r"(?<!\w)[@^]\w+")
_FIGURE = re.compile(r"[#£$€]?[a-z]{0,3}\d[\w.,:/-]*")
_TOKEN = r"(?u)\b\w[\w']*|[?!]"
_WORD = re.compile(r"[^\W_][\w']*")
_CONTENT = re.compile(r"[^\W\d_]{4,}")

_WE = frozenset("i i'm i'll i've i'd we we're we'll we've we'd our my us me".split())
_ASKS = frozenset("can could may would do did does is are was have what which when where how who why".split())
_TELLS = frozenset("please pls just go try click tap open select send check press choose let".split())
_WILL = re.compile(r"\b(?:will|going to|gonna)\b|'ll\b")
_DONE = re.compile(r"'ve\b|\b(?:have|has|had)\b")
_CANNOT = re.compile(r"\b(?:can't|cannot|can not|won't|unable|not able|unfortunately|not possible)\b")
_HEDGE = re.compile(r"\b(?:but|if|any)\b")


@dataclass(frozen=True)
class Row:
    """A sentence to label, with what was said around it.

    Attributes:
        text: One sentence of an agent.
        customer: The customer's last message, where known.
        before: What the agent had said before it in the same message, where known.
    """

    text: str
    customer: str = ""
    before: str = ""


class Ngrams:
    """Weighted n-grams of words and characters."""

    def __init__(self, words: tuple[int, int, int], characters: tuple[int, int, int]) -> None:
        """Set the n-grams' shortest and longest length and the number of sentences that an n-gram must stand in."""
        self._parts = (
            TfidfVectorizer(ngram_range=words[:2], min_df=words[2], sublinear_tf=True, token_pattern=_TOKEN,
                            lowercase=False, dtype=np.float32),
            TfidfVectorizer(analyzer="char_wb", ngram_range=characters[:2], min_df=characters[2], sublinear_tf=True,
                            lowercase=False, dtype=np.float32),
        )  # fmt: skip

    def fit(self, texts: Sequence[str]) -> None:
        """Learn the vocabulary from normalised texts."""
        for part in self._parts:
            part.fit(texts)
            part.stop_words_ = None  # every n-gram that was left out: half the model file, and nobody reads it

    def transform(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """Normalised texts to an array of shape (len(texts), size of the vocabulary)."""
        return sparse.hstack([part.transform(texts) for part in self._parts], format="csr")


def normalise(text: str) -> str:
    """Lower case, entities read; links, handles and figures become signs, so that none stands for one company."""
    plain = readable(text).lower()
    return _FIGURE.sub(" 0 ", _HANDLE.sub(" ", _LINK.sub(" linkx ", plain)))


def surface_signs(rows: Sequence[Row]) -> Signs:
    """What n-grams do not show: questions, persons, tense, length, words shared with the customer's message.

    Returns:
        Array of shape (len(rows), 18), scaled as ``recogniser.yml`` says.
    """
    heard = {text: set(_CONTENT.findall(normalise(text))) for text in {row.customer for row in rows}}
    return settings().surface_scale * np.asarray([_signs(row, heard[row.customer]) for row in rows], dtype=np.float32)


def _signs(row: Row, heard: set[str]) -> list[float]:
    text = normalise(row.text)
    words = _WORD.findall(text)
    first = words[0] if words else ""
    content = set(_CONTENT.findall(text))
    return [
        float("?" in text),
        float(text.rstrip().endswith("?")),
        float("!" in text),
        min(len(words), 40) / 20,
        float(len(words) < 4),
        min(sum(word in _WE for word in words), 6) / 3,
        min(sum(word.startswith("you") for word in words), 6) / 3,
        float("0" in words),
        float("linkx" in words),
        float(bool(_WILL.search(text))),
        float(bool(_DONE.search(text))),
        float(bool(_CANNOT.search(text))),
        float(bool(_HEDGE.search(text))),
        float(first in _ASKS),
        float(first in _TELLS),
        len(content & heard) / max(1, len(content)),
        float(not row.customer),
        float(text.rstrip().endswith((".", "!", "?"))),
    ]
