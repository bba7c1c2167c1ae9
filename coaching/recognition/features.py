"""What the classifier sees of a sentence: n-grams, surface signs and the encoder's vector."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from coaching.recognition.encoder import Encoder, Vectors
from coaching.recognition.settings import settings
from coaching.recognition.spans import encodable

_LINK = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
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
    plain = html.unescape(encodable(text)).lower().replace("’", "'")
    return _FIGURE.sub(" 0 ", _HANDLE.sub(" ", _LINK.sub(" linkx ", plain)))


def dense_features(rows: Sequence[Row], encoder: Encoder) -> Vectors:
    """The encoder's vector of each sentence beside its surface signs.

    The signs are what n-grams do not show: questions, persons, tense, length, words shared with the customer's message.

    Returns:
        Array of shape (len(rows), 384 + 19), scaled as ``recogniser.yml`` says.
    """
    customers = list(dict.fromkeys(row.customer for row in rows))
    place = {text: index for index, text in enumerate(customers)}
    sentences, heard = encoder.encode([row.text for row in rows]), encoder.encode(customers)
    near = (sentences * heard[[place[row.customer] for row in rows]]).sum(axis=1)
    signs = [_signs(row, float(value)) for row, value in zip(rows, near, strict=True)]
    scale = settings()
    return np.hstack([scale.vector_scale * sentences, scale.surface_scale * np.asarray(signs, dtype=np.float32)])


def _signs(row: Row, near: float) -> list[float]:
    text = normalise(row.text)
    words = _WORD.findall(text)
    first = words[0] if words else ""
    content, heard = set(_CONTENT.findall(text)), set(_CONTENT.findall(normalise(row.customer)))
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
        2 * near if row.customer else 0.0,
        float(not row.customer),
        float(text.rstrip().endswith((".", "!", "?"))),
    ]
