"""How far two readers agree: kappa for a label, correlations of scores, and which labels are taken for which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import sqrt

Pair = tuple[bool, bool]
Labels = tuple[Collection[str], Collection[str]]
FEWEST_SCORES = 3
"""A line through two points always fits."""


@dataclass(frozen=True)
class Kappa:
    """Agreement on one label beyond what chance would bring.

    Attributes:
        n: Sentences that both read.
        both, first, second, neither: How many of them both gave it, only one did, nobody did.
        kappa: -1 to 1; None where it is not defined.
        note: Why it is not defined; empty where it is.
    """

    n: int
    both: int
    first: int
    second: int
    neither: int
    kappa: float | None
    note: str


def kappa(pairs: Sequence[Pair]) -> Kappa:
    """Cohen's kappa (Cohen 1960) for a label that each of two readers gives to a sentence, or does not.

    Args:
        pairs: For each sentence whether the first gave it and whether the second did.
    """
    table = Counter((bool(one), bool(other)) for one, other in pairs)
    n = len(pairs)
    both, first, second, neither = (table[key] for key in ((True, True), (True, False), (False, True), (False, False)))
    counts = (n, both, first, second, neither)
    if not n:
        return Kappa(*counts, None, "nothing was read by both")
    one, other = (both + first) / n, (both + second) / n
    chance = one * other + (1 - one) * (1 - other)
    if chance == 1:
        return Kappa(*counts, None, "nobody gave it" if not both else "both gave it every time")
    return Kappa(*counts, ((both + neither) / n - chance) / (1 - chance), "")


def mean_kappa(each: Sequence[Kappa]) -> Kappa:
    """The mean of several readers' kappas, pair by pair of them, those with more sentences counting more.

    So that a pair whose kappa is not defined says nothing, rather than nought (Light 1971 takes the plain mean).
    """
    sums = (sum(getattr(one, name) for one in each) for name in ("n", "both", "first", "second", "neither"))
    n, both, first, second, neither = sums
    defined = [one for one in each if one.kappa is not None]
    weight = sum(one.n for one in defined)
    if not weight:
        return Kappa(n, both, first, second, neither, None, each[0].note if each else "nothing was read by both")
    mean = sum((one.kappa or 0) * one.n for one in defined) / weight
    return Kappa(n, both, first, second, neither, mean, "")


@dataclass(frozen=True)
class Correlation:
    """How two rows of scores go together; both are None where that is not defined, with a note why."""

    n: int
    pearson: float | None
    spearman: float | None
    note: str


def correlation(pairs: Sequence[tuple[float, float]]) -> Correlation:
    """Pearson's and Spearman's coefficients, -1 to 1; ties get the mean of their ranks."""
    n = len(pairs)
    if n < FEWEST_SCORES:
        return Correlation(n, None, None, f"it takes {FEWEST_SCORES} sessions at least")
    one, other = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    pearson = _pearson(one, other)
    if pearson is None:
        return Correlation(n, None, None, "one of the two gave every session the same score")
    return Correlation(n, pearson, _pearson(_ranks(one), _ranks(other)), "")


def confusion(pairs: Sequence[Labels], nothing: str) -> Counter[tuple[str, str]]:
    """How often one label of the first stood against which of the second.

    A label that both gave stands against itself. What only the first gave stands against each that only the second
    gave, or against ``nothing``; and the other way round.
    """
    counted: Counter[tuple[str, str]] = Counter()
    for first, second in pairs:
        same, only, others = set(first) & set(second), set(first) - set(second), set(second) - set(first)
        counted.update((label, label) for label in same)
        counted.update((label, other) for label in only or {nothing} for other in others or {nothing} if only or others)
    return counted


def _pearson(one: Sequence[float], other: Sequence[float]) -> float | None:
    mine, theirs = sum(one) / len(one), sum(other) / len(other)
    spread = sqrt(sum((x - mine) ** 2 for x in one) * sum((y - theirs) ** 2 for y in other))
    if spread == 0:
        return None
    together = sum((x - mine) * (y - theirs) for x, y in zip(one, other, strict=True)) / spread
    return max(-1.0, min(1.0, together))


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    count = Counter(values)
    first = {value: ordered.index(value) for value in count}
    return [first[value] + (count[value] - 1) / 2 for value in values]
