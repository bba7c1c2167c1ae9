"""Vectors of texts from our fine-tuned MiniLM, run by onnxruntime from weights whose sha256 is checked.

The weights are made from ``training_data/nlu`` by ``make finetune`` and lie in ``weights/``; the vocabulary is the base
model's, vendored beside this module (``vendor/LICENCES.md``).
"""

from __future__ import annotations

import html
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import BertWordPieceTokenizer

from coaching.recognition.spans import encodable
from coaching.recognition.weights import checked_bytes

DIMENSIONS = 384
_VOCABULARY = Path(__file__).parent / "vendor" / "minilm_vocab.txt"
SENTENCE_PIECES, CUSTOMER_PIECES = 96, 48
"""Word pieces read of a text, as in fine-tuning; what is longer is cut for the encoder alone."""
_LETTERS = 40
"""Characters kept for each word piece that will be read; the longest word that is one piece has half as many."""
_REMEMBERED = 2048
"""Texts whose vectors are kept; with what is read of them at most 10 MB."""

Vectors = npt.NDArray[np.float32]


def readable(text: str) -> str:
    """The text as the encoder reads it: HTML entities as characters, one kind of apostrophe."""
    return html.unescape(encodable(text)).replace("’", "'")


class Encoder:
    """Texts to vectors. Safe to share between threads."""

    def __init__(self, threads: int = 1) -> None:
        """Check and load the weights (about 0.2 s, 60 MB).

        Args:
            threads: Cores that one text may use.

        Raises:
            MissingResourceError: The weights are not there or are not the ones that the manifest names.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        weights = checked_bytes("encoder.onnx")
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._tokenizer = BertWordPieceTokenizer(str(_VOCABULARY), lowercase=True)
        self._remembered: OrderedDict[tuple[str, int], Vectors] = OrderedDict()
        self._lock = Lock()

    def encode(self, texts: Sequence[str], longest: int = SENTENCE_PIECES) -> Vectors:
        """Mean of the vectors of each text's first ``longest`` word pieces.

        The latest texts are remembered: while a draft is typed, its other sentences and the customer's message stay.

        Returns:
            Array of shape (len(texts), 384). A text with no word gives the vector of the empty sentence.
        """
        wanted = [(text[: longest * _LETTERS], longest) for text in texts]
        with self._lock:
            known = {text: self._remembered[text] for text in wanted if text in self._remembered}
        for text in wanted:
            if text not in known:
                known[text] = self._encode(*text)
        with self._lock:
            for text in wanted:
                self._remembered[text] = known[text]
                self._remembered.move_to_end(text)
            while len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return np.array([known[text] for text in wanted], dtype=np.float32).reshape(-1, DIMENSIONS)

    def _encode(self, text: str, longest: int) -> Vectors:
        """One text alone: int8 scales follow what is read together, so a vector would depend on its neighbours."""
        ids = self._tokenizer.encode(readable(text)).ids
        ids = ids if len(ids) <= longest else [*ids[: longest - 1], ids[-1]]
        pieces = np.array([ids], dtype=np.int64)
        (vectors,) = self._session.run(None, {"ids": pieces, "mask": np.ones_like(pieces)})
        found: Vectors = vectors[0]
        return found
