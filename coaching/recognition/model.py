"""The trained model as one file: n-grams, one weight vector a label, calibration and thresholds."""

from __future__ import annotations

import hashlib
import io
import os
from dataclasses import dataclass
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
    """A linear model over n-grams and dense features.

    Attributes:
        fingerprint: Of the data and settings that it was taught with.
        ngrams: Fitted.
        sparse_weights: Shape (n-grams, labels).
        dense_weights: Shape (surface signs + 384, labels).
        bias: Shape (labels,).
        slope, shift: Platt's calibration of each label, shape (labels,): probability = sigmoid(slope * score + shift).
        thresholds: Probability from which on a label is given, shape (labels,).
    """

    fingerprint: str
    ngrams: Ngrams
    sparse_weights: Matrix
    dense_weights: Matrix
    bias: Matrix
    slope: Matrix
    shift: Matrix
    thresholds: Matrix

    def probabilities(self, ngrams: sparse.csr_matrix, dense: Matrix) -> Matrix:
        """Calibrated probabilities, shape (sentences, labels)."""
        scores = ngrams @ self.sparse_weights + dense @ self.dense_weights + self.bias
        calibrated: Matrix = (1 / (1 + np.exp(-np.clip(self.slope * scores + self.shift, -30, 30)))).astype(np.float32)
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


def load_model(path: Path) -> tuple[Model, str]:
    """Read a model file.

    Returns:
        The model, and the first 12 hexadecimal digits of the file's sha256.

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
    if not isinstance(model, Model):
        raise MissingResourceError(f"{path} is no recogniser that this version reads; run `make train`")
    return model, hashlib.sha256(content).hexdigest()[:12]
