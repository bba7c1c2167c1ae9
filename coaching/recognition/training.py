"""Teaching the recogniser: logistic regression a label; calibration and thresholds on conversations kept apart."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from coaching import paths
from coaching.errors import CoachError
from coaching.moves import LABELS, MOVES
from coaching.recognition.encoder import Encoder
from coaching.recognition.examples import TrainingRow
from coaching.recognition.features import Ngrams, Row, dense_features, normalise
from coaching.recognition.model import Matrix, Model
from coaching.recognition.settings import FORMAT, settings

Weight = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]
Progress = Callable[[str], None]


def fingerprint(rows: Sequence[TrainingRow]) -> str:
    """Hash of everything that a trained model depends on: the rows, the settings, the features' version."""
    content = [[row.id, row.text, row.labels, row.customer, row.before, row.conversation, row.batch] for row in rows]
    text = json.dumps([FORMAT, settings().digest, sorted(content)], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def train(rows: Sequence[TrainingRow], path: Path | None = None, progress: Progress = lambda _: None) -> Model:
    """Teach the recogniser and write its model file.

    Args:
        rows: Labelled sentences; their order does not matter.
        path: Where to write; None is ``coaching.paths.recogniser_model()``.
        progress: Told what is being done, in words.

    Raises:
        CoachError: A label has too few sentences, or the file cannot be written.
    """
    rows = sorted(rows, key=lambda row: row.id)
    truth = np.array([[label in row.labels for label in LABELS] for row in rows], dtype=bool).reshape(len(rows), -1)
    _check(rows, truth)
    progress(f"encoding {len(rows):,} sentences")
    texts = [normalise(row.text) for row in rows]
    dense = dense_features([Row(row.text, row.customer, row.before) for row in rows], Encoder())
    weight = np.array([settings().batches.get(row.batch, 1.0) for row in rows])
    scores = np.zeros(truth.shape, dtype=np.float32)
    for number, (teach, apart) in enumerate(_folds(rows), start=1):
        progress(f"measuring on conversations kept apart, {number} of {settings().folds}")
        ngrams, part = _fit(texts, dense, truth, weight, teach)
        kept = ngrams.transform([texts[index] for index in apart])
        scores[apart] = kept @ part[0] + dense[apart] @ part[1] + part[2]
    slope, shift, thresholds = _calibrate(scores, truth)
    progress("teaching with all of them")
    ngrams, (sparse_weights, dense_weights, bias) = _fit(texts, dense, truth, weight, np.arange(len(rows)))
    model = Model(fingerprint(rows), ngrams, sparse_weights, dense_weights, bias, slope, shift, thresholds)
    model.save(path or paths.recogniser_model())
    return model


def _check(rows: Sequence[TrainingRow], truth: Truth) -> None:
    conversations = len({_conversation(row) for row in rows})
    if conversations < settings().folds:
        raise CoachError(f"conversations in the data: {conversations}; teaching needs {settings().folds} or more")
    for label, count in zip(LABELS, truth.sum(axis=0), strict=True):
        if count < settings().folds * 2 or count == len(rows):
            raise CoachError(f"{count} of {len(rows)} sentences are labelled {label}; teaching needs at least "
                             f"{settings().folds * 2} that are and some that are not")  # fmt: skip


def _fit(
    texts: Sequence[str], dense: Matrix, truth: Truth, weight: Weight, teach: npt.NDArray[np.int_]
) -> tuple[Ngrams, tuple[Matrix, Matrix, Matrix]]:
    """N-grams and the weights of one logistic regression a label, fitted on the rows ``teach``."""
    ngrams = Ngrams(settings().words, settings().characters)
    chosen = [texts[index] for index in teach]
    ngrams.fit(chosen)
    counted = ngrams.transform(chosen)
    features = sparse.hstack([counted, sparse.csr_matrix(dense[teach])], format="csr")
    weights, bias = [], []
    for label in range(len(LABELS)):
        learner = LogisticRegression(C=settings().regularisation, solver="liblinear", random_state=0)
        learner.fit(features, truth[teach, label], sample_weight=weight[teach])
        weights.append(learner.coef_[0])
        bias.append(float(learner.intercept_[0]))
    together = np.asarray(weights, dtype=np.float32).T
    size = counted.shape[1]
    return ngrams, (together[:size], together[size:], np.asarray(bias, dtype=np.float32))


def _calibrate(scores: Matrix, truth: Truth) -> tuple[Matrix, Matrix, Matrix]:
    """Platt's slope and shift and the best threshold of each label.

    Sentences without the label count ``rarity`` times, so that both fit texts in which the move is that much rarer.
    """
    found = []
    for index, move in enumerate(MOVES):
        rarity = settings().rarity[move.kind]
        score, yes = scores[:, index], truth[:, index]
        weight = np.where(yes, 1.0, rarity)
        platt = LogisticRegression(C=1e6, solver="lbfgs").fit(score[:, None], yes, sample_weight=weight)
        probability = platt.predict_proba(score[:, None])[:, 1]
        found.append((platt.coef_[0, 0], platt.intercept_[0], _threshold(probability, yes, weight)))
    slope, shift, thresholds = np.asarray(found, dtype=np.float32).T
    return slope, shift, thresholds


def _threshold(probability: npt.NDArray[np.float64], yes: Truth, weight: Weight) -> float:
    """The threshold with the best weighted F1, in steps of 0.01 between the bounds."""
    best, chosen = -1.0, 0.5
    for threshold in np.arange(settings().lowest, settings().highest + 0.005, 0.01):
        given = probability >= threshold
        hits = float(weight[given & yes].sum())
        f1 = 2 * hits / (float(weight[given].sum()) + float(weight[yes].sum()))
        if f1 > best:
            best, chosen = f1, float(threshold)
    return chosen


def _folds(rows: Sequence[TrainingRow]) -> Iterator[tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]]:
    """Rows to teach with and rows kept apart; a conversation is never on both sides."""
    part = np.array([_part(_conversation(row)) for row in rows])
    for fold in range(settings().folds):
        yield np.flatnonzero(part != fold), np.flatnonzero(part == fold)


def _part(conversation: str) -> int:
    """A conversation's part follows from its name alone, so adding data moves no other conversation."""
    return int(hashlib.sha256(conversation.encode("utf-8", "surrogatepass")).hexdigest()[:8], 16) % settings().folds


def _conversation(row: TrainingRow) -> str:
    return row.conversation or row.id
