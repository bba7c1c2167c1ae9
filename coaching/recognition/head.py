"""The fine-tuned network's answer: logits of the labels from the vectors of sentence and customer's message."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from coaching.recognition.encoder import CUSTOMER_PIECES, Encoder, readable
from coaching.recognition.weights import checked_bytes

Logits = npt.NDArray[np.float32]


class Head:
    """Encoder and linear layer together. Safe to share between threads."""

    def __init__(self, threads: int = 1) -> None:
        """Load both.

        Raises:
            MissingResourceError: Weights are missing, damaged, or made for other labels.
        """
        self._encoder = Encoder(threads)
        with np.load(io.BytesIO(checked_bytes("head.npz"))) as arrays:
            self._weight, self._bias = arrays["weight"], arrays["bias"]

    def logits(self, texts: Sequence[str], customers: Sequence[str]) -> Logits:
        """Logits of each text in the light of its customer's message, shape (len(texts), labels)."""
        sentence = self._encoder.encode(texts)
        place = {text: index for index, text in enumerate(dict.fromkeys(customers))}
        heard = self._encoder.encode(list(place), CUSTOMER_PIECES)[[place[text] for text in customers]]
        seen = np.hstack([sentence, heard, sentence * heard])
        found: Logits = seen @ self._weight + self._bias
        return found


def known_logits() -> dict[str, Logits]:
    """What is known of the sentences that the network was taught with, by ``key_of``.

    The shipped network answers the sentences that it has seen better than it will answer new ones. So while fine-tuning
    one part of them was kept apart from a first network, and its logits on that part are honest; the others have NaN.
    """
    with np.load(io.BytesIO(checked_bytes("kept_apart.npz"))) as arrays:
        logits = arrays["logits"].astype(np.float32)
        return {bytes(key).hex(): row for key, row in zip(arrays["keys"], logits, strict=True)}


def key_of(text: str, customer: str) -> str:
    """Name of a sentence with its customer's message: 16 hexadecimal digits that follow from their words."""
    return hashlib.sha256(f"{readable(text)}\0{readable(customer)}".encode()).hexdigest()[:16]
