"""Teaching the recogniser: a linear model over n-grams and surface signs, blended with the fine-tuned network.

One part of the conversations is kept apart from both; on it their blend is fitted and calibrated, and thresholds set.
The network itself is taught in ``finetuning``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from coaching import paths
from coaching.errors import CoachError
from coaching.moves import LABELS, MOVES
from coaching.recognition.examples import TrainingRow
from coaching.recognition.features import Ngrams, Row, normalise, surface_signs
from coaching.recognition.head import Head, key_of, known_logits
from coaching.recognition.model import Matrix, Model
from coaching.recognition.settings import FORMAT, settings
from coaching.recognition.weights import manifest, weights_version

Weight = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int_]
Progress = Callable[[str], None]


def fingerprint(rows: Sequence[TrainingRow]) -> str:
    """Hash of everything that a trained model depends on: rows, settings, weights, the features' version."""
    content = [[row.id, row.text, row.labels, row.customer, row.conversation] for row in rows]
    text = json.dumps([FORMAT, settings().digest, weights_version(), sorted(content)], ensure_ascii=False)
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
    teach, apart = _parts(rows)
    _check(truth[teach], "without the part that is kept apart")
    _check(truth[apart], "in the part that is kept apart")
    progress(f"reading {len(rows):,} sentences")
    texts, signs = [normalise(row.text) for row in rows], surface_signs([Row(row.text, row.customer) for row in rows])
    logits = _honest_logits([rows[index] for index in apart], progress)
    progress("teaching without the part that is kept apart")
    ngrams, weights = _fit(texts, signs, truth, teach)
    scores = ngrams.transform([texts[index] for index in apart]) @ weights[0] + signs[apart] @ weights[1] + weights[2]
    honest = ~np.isnan(logits).any(axis=1)
    _check(truth[apart[honest]], "that the network was not taught with (`make finetune` keeps more apart)")
    blend, shift, thresholds = _blend(logits[honest], scores[honest], truth[apart[honest]])
    progress("teaching with all of them")
    ngrams, weights = _fit(texts, signs, truth, np.arange(len(rows)))
    model = Model(fingerprint(rows), weights_version(), ngrams, *weights, blend, shift, thresholds)
    model.save(path or paths.recogniser_model())
    return model


def _parts(rows: Sequence[TrainingRow]) -> tuple[Places, Places]:
    """Rows to teach with and rows kept apart.

    A conversation's part follows from its name alone, so adding data moves no other conversation, and the network kept
    the same ones apart.
    """
    parts = manifest()["parts"]
    names = [row.conversation or row.id for row in rows]
    digests = [hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8] for name in names]
    apart = np.array([int(digest, 16) % parts == 0 for digest in digests], dtype=bool)
    return np.flatnonzero(~apart), np.flatnonzero(apart)


def _honest_logits(rows: Sequence[TrainingRow], progress: Progress) -> Matrix:
    """The logits of a network that was not taught with the row; NaN where there is none, shape (rows, labels)."""
    known = known_logits()
    found = np.full((len(rows), len(LABELS)), np.nan, dtype=np.float32)
    fresh = []
    for index, row in enumerate(rows):
        logits = known.get(key_of(row.text, row.customer))
        if logits is None:
            fresh.append(index)
        else:
            found[index] = logits
    if fresh:
        progress(f"reading {len(fresh):,} sentences that are new to the network")
        found[fresh] = Head().logits([rows[index].text for index in fresh], [rows[index].customer for index in fresh])
    return found


def _check(truth: Truth, where: str) -> None:
    for label, count in zip(LABELS, truth.sum(axis=0), strict=True):
        if count < settings().fewest or count == len(truth):
            raise CoachError(
                f"{count} of {len(truth)} sentences {where} are labelled {label}; teaching needs "
                f"{settings().fewest} or more, in conversations of their own, and some that are not"
            )


def _fit(
    texts: Sequence[str], signs: Matrix, truth: Truth, teach: Places
) -> tuple[Ngrams, tuple[Matrix, Matrix, Matrix]]:
    """N-grams and the weights of one logistic regression a label, fitted on the rows ``teach``."""
    ngrams = Ngrams(settings().words, settings().characters)
    chosen = [texts[index] for index in teach]
    ngrams.fit(chosen)
    counted = ngrams.transform(chosen)
    features = sparse.hstack([counted, sparse.csr_matrix(signs[teach])], format="csr")
    weights, bias = [], []
    for label in range(len(LABELS)):
        learner = LogisticRegression(C=settings().regularisation, solver="liblinear", random_state=0)
        learner.fit(features, truth[teach, label])
        weights.append(learner.coef_[0])
        bias.append(float(learner.intercept_[0]))
    together = np.asarray(weights, dtype=np.float32).T
    size = counted.shape[1]
    return ngrams, (together[:size], together[size:], np.asarray(bias, dtype=np.float32))


def _blend(logits: Matrix, scores: Matrix, truth: Truth) -> tuple[Matrix, Matrix, Matrix]:
    """For each label the weights of both models' log-odds, the shift, and the best threshold.

    Sentences without the label count ``rarity`` times: all of it then fits texts in which the move is that much rarer.
    """
    weights, shifts, thresholds = [], [], []
    for index, move in enumerate(MOVES):
        both, yes = np.column_stack([logits[:, index], scores[:, index]]), truth[:, index]
        weight = np.where(yes, 1.0, settings().rarity[move.kind])
        learner = LogisticRegression(C=1e6, solver="lbfgs").fit(both, yes, sample_weight=weight)
        probability = learner.predict_proba(both)[:, 1]
        weights.append(learner.coef_[0])
        shifts.append(learner.intercept_[0])
        thresholds.append(_threshold(probability, yes, weight))
    as_matrix = [np.asarray(values, dtype=np.float32) for values in (np.transpose(weights), shifts, thresholds)]
    return as_matrix[0], as_matrix[1], as_matrix[2]


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
