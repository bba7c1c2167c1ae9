"""How well the recogniser does on sentences that it was not taught: ``python -m benchmarks.recognition``.

Prints, for ``training_data/held_out.jsonl`` or another file of the same shape, precision, recall and F1 of each label
with macro-F1, false alarms on sentences without a label, calibration, and what each label is confused with.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

from coaching.cli.jsonl import read_labels, read_rows
from coaching.errors import CoachError, DataError
from coaching.moves import LABELS, STEPS
from coaching.paths import training_data
from coaching.recognition import Recogniser, Row

Truth = npt.NDArray[np.bool_]
_FEWEST = 5
"""Labels with fewer sentences are left out of the means, as in the project's evaluation."""
_BINS = 10


def main() -> int:
    """Measure and print.

    Returns:
        The exit status: 0 done, 2 for a file that is not as it should be (the message says how).
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recognition", description=__doc__)
    parser.add_argument(
        "file",
        nargs="?",
        default=str(training_data() / "held_out.jsonl"),
        help="labelled sentences; - reads standard input",
    )
    parser.add_argument(
        "--examples", type=int, default=0, help="wrong answers to print for each of the five worst labels"
    )
    arguments = parser.parse_args()
    try:
        _measure(arguments.file, arguments.examples)
    except CoachError as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2
    return 0


def _measure(file: str, examples: int) -> None:
    sentences, labels = _read(file)
    truth = np.array([[label in one for label in LABELS] for one in labels])
    recogniser = Recogniser.load()
    said = recogniser.label(sentences)
    given = np.array([[label in one.labels for label in LABELS] for one in said])
    chance = np.array([[one.confidence[label] for label in LABELS] for one in said])
    print(f"{len(sentences):,} sentences of {Path(file).name}, recogniser {recogniser.version}")
    scores = f1_by_label(truth, given)
    _print_table(truth, given, chance, scores)
    counted = [index for index in range(len(LABELS)) if truth[:, index].sum() >= _FEWEST]
    for index in sorted(counted, key=lambda index: scores[index])[: 5 if examples else 0]:
        _print_confusions(index, truth, given, [row.text for row in sentences], examples)


def _read(file: str) -> tuple[list[Row], list[tuple[str, ...]]]:
    """The sentences and their true labels."""
    sentences, labels = [], []
    for line, row in read_rows(file, ("text",), ("customer",)):
        sentences.append(Row(row["text"], row.get("customer", "")))
        labels.append(read_labels(file, line, row, "labels"))
    if not sentences:
        raise DataError(file, None, "no row", "one labelled sentence a line")
    return sentences, labels


def f1_by_label(truth: Truth, given: Truth) -> npt.NDArray[np.float64]:
    """F1 of each label, shape (labels,), 0 to 1; 1 where a label neither stands nor is given."""
    both, either = (truth & given).sum(0), truth.sum(0) + given.sum(0)
    return np.where(either > 0, 2 * both / np.maximum(either, 1), 1.0)


def calibration_error(chance: npt.NDArray[np.float64], truth: Truth) -> float:
    """Expected calibration error in ten bins of equal width (Guo et al. 2017), 0 to 1; all labels' answers together."""
    bins = np.minimum((chance * _BINS).astype(int), _BINS - 1)
    total = 0.0
    for number in range(_BINS):
        inside = bins == number
        if inside.any():
            total += inside.mean() * abs(chance[inside].mean() - truth[inside].mean())
    return float(total)


def _print_table(truth: Truth, given: Truth, chance: npt.NDArray[np.float64], scores: npt.NDArray[np.float64]) -> None:
    print(f"{'label':14s} {'n':>5s} {'P':>6s} {'R':>6s} {'F1':>6s} {'ECE':>6s}")
    for index, label in enumerate(LABELS):
        right = (truth[:, index] & given[:, index]).sum()
        precision, recall = right / max(1, given[:, index].sum()), right / max(1, truth[:, index].sum())
        ece = calibration_error(chance[:, index], truth[:, index])
        count = truth[:, index].sum()
        print(f"{label:14s} {count:5d} {precision:6.3f} {recall:6.3f} {scores[index]:6.3f} {ece:6.3f}")
    counted = truth.sum(0) >= _FEWEST
    steps = np.array([label in STEPS for label in LABELS])
    bare = ~truth.any(1)
    print(f"macro-F1 {scores[counted].mean():.3f}, five steps {scores[counted & steps].mean():.3f}")
    print(f"false alarms {given[bare].any(1).mean():.3f} of {bare.sum()} sentences without a label")
    print(f"expected calibration error {calibration_error(chance, truth):.4f}")


def _print_confusions(index: int, truth: Truth, given: Truth, texts: list[str], most: int) -> None:
    missed, wrong = truth[:, index] & ~given[:, index], given[:, index] & ~truth[:, index]
    print(f"\n{LABELS[index]}: missed {missed.sum()}, given wrongly {wrong.sum()}")
    for name, rows, others in (("missed, said instead", missed, given), ("wrongly, in truth", wrong, truth)):
        counts = others[rows].sum(0)
        ranked = sorted(range(len(LABELS)), key=lambda other: -counts[other])[:4]
        kinds = [f"{LABELS[other]} {counts[other]}" for other in ranked if counts[other] and other != index]
        print(f"  {name}: {', '.join([*kinds, f'nothing {(~others[rows].any(1)).sum()}'])}")
    for row in [*np.flatnonzero(missed)[: most // 2], *np.flatnonzero(wrong)[: most - most // 2]]:
        print(f"  {'missed ' if missed[row] else 'wrongly'} | {texts[row]}")


if __name__ == "__main__":
    sys.exit(main())
