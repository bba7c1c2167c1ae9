"""The trained model as one file: the linear model, how it is blended with the network, the thresholds."""

from __future__ import annotations

import io
import os
from dataclasses import dataclass, fields
from pathlib import Path

import joblib
import numpy as np
import numpy.typing as npt
from scipy import sparse

from coaching.errors import CoachError, MissingResourceError
from coaching.recognition.features import Ngrams

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Model:
    """A linear model over n-grams and surface signs, and its blend with the fine-tuned network.

    Attributes:
        fingerprint: Of the data, settings and weights that it was taught with; its first digits are the version.
        weights: Version of the fine-tuned network that it was taught beside.
        ngrams: Fitted.
        sparse_weights: Shape (n-grams, labels).
        sign_weights: Shape (surface signs, labels).
        bias: Shape (labels,).
        blend: Weight of the network's logit and of the linear model's score, shape (2, labels).
        shift: Shape (labels,): probability = sigmoid(blend[0] * logit + blend[1] * score + shift).
        thresholds: Probability from which on a label is given, shape (labels,).
    """

    fingerprint: str
    weights: str
    ngrams: Ngrams
    sparse_weights: Matrix
    sign_weights: Matrix
    bias: Matrix
    blend: Matrix
    shift: Matrix
    thresholds: Matrix

    def scores(self, ngrams: sparse.csr_matrix, signs: Matrix) -> Matrix:
        """What the linear model alone says, as log-odds, shape (sentences, labels)."""
        found: Matrix = ngrams @ self.sparse_weights + signs @ self.sign_weights + self.bias
        return found

    def probabilities(self, scores: Matrix, logits: Matrix) -> Matrix:
        """Calibrated probabilities, shape (sentences, labels), from both models' log-odds."""
        odds = self.blend[0] * logits + self.blend[1] * scores + self.shift
        calibrated: Matrix = (1 / (1 + np.exp(-np.clip(odds, -30, 30)))).astype(np.float32)
        return calibrated

    def save(self, path: Path) -> None:
        """Write the file whole or not at all."""
        unfinished = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            joblib.dump(self, unfinished, compress=1)
            os.replace(unfinished, path)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise CoachError(f"cannot write {path}: {error.strerror}") from error


def load_model(path: Path) -> Model:
    """Read a model file.

    Raises:
        MissingResourceError: There is no such file, or it is of another version of this program.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise MissingResourceError(f"no trained recogniser at {path} ({error.strerror}); run `make train`") from error
    try:
        model = joblib.load(io.BytesIO(content))
    except Exception as error:  # joblib raises whatever the damaged pickle leads it to
        raise MissingResourceError(f"{path} is no recogniser that this version reads; run `make train`") from error
    if not isinstance(model, Model) or vars(model).keys() != {field.name for field in fields(Model)}:
        raise MissingResourceError(f"{path} is no recogniser that this version reads; run `make train`")
    return model
