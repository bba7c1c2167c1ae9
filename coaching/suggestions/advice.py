"""What to mend first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from coaching.moves import STEPS
from coaching.suggestions.report import Finding, Suggestion
from coaching.suggestions.rules import SEVERITIES
from coaching.understanding import EMOTIONS, Understanding
from coaching.yamlfile import Node, read

ADVICE_FILE = Path(__file__).with_name("advice.yml")
_HEAVIEST = 100.0


@dataclass(frozen=True)
class Advice:
    """One thing to mend.

    Attributes:
        finding: The id of a finding; None for a missing step.
        suggestion: The id of the suggestion that mends it; None where there is none.
        weight: How much it matters; more is weightier.
    """

    finding: str | None
    suggestion: str | None
    weight: float

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values, two decimals."""
        return {**asdict(self), "weight": round(self.weight, 2)}


@dataclass(frozen=True)
class Weights:
    """The figures of ``advice.yml``.

    By severity, by step, by what a sentence costs, and the factors of a feeling at its full strength.
    """

    mistake: Mapping[str, float]
    step: Mapping[str, float]
    wording: Mapping[str, float]
    replaced: float
    cost: float
    feeling: Mapping[str, Mapping[str, float]]


def advise(
    findings: Sequence[Finding],
    suggestions: Sequence[Suggestion],
    understanding: Understanding | None,
    most: int | None = None,
    costs: Mapping[str, float] | None = None,
) -> tuple[Advice, ...]:
    """Put findings and missing steps in the order of their weight; what weighs alike, in the order of the draft.

    The mistake that would hurt this customer most comes first, as foresight says so of the same draft.

    Findings that one suggestion mends are one piece of advice, under the weightiest of them.

    Args:
        findings: All of the draft.
        suggestions: All of the draft.
        understanding: Of the customer's message; None where there is none.
        most: How many pieces to give; None for all.
        costs: By a finding's id what its sentence would cost with this customer, 0 to 2; left out where nothing.
    """
    offered = {suggestion.id: suggestion for suggestion in suggestions}
    replaced = [offered[one.suggestion] for one in findings if one.label and one.suggestion]
    weighed = [
        *((one.start, Advice(one.id, one.suggestion, _finding(one, replaced, costs or {}))) for one in findings),
        *((one.start, Advice(None, one.id, _step(one, understanding))) for one in suggestions if one.step),
    ]
    in_order = [advice for _, advice in sorted(weighed, key=lambda one: (-one[1].weight, one[0]))]
    return tuple(_once(in_order))[:most]


def _once(advice: Sequence[Advice]) -> Iterator[Advice]:
    seen: set[str] = set()
    for one in advice:
        if one.suggestion is None or one.suggestion not in seen:
            yield one
        seen |= {one.suggestion} if one.suggestion else set()


def _finding(finding: Finding, replaced: Sequence[Suggestion], costs: Mapping[str, float]) -> float:
    if finding.label:
        cost = costs.get(finding.id, 0.0)
        worst = cost > 0 and cost == max(costs.values())
        return max(weights().mistake.values()) * worst + weights().mistake[finding.severity] + weights().cost * cost
    inside = any(one.start <= finding.start and finding.end <= one.end for one in replaced)
    return weights().wording[finding.severity] * (weights().replaced if inside else 1.0)


def _step(suggestion: Suggestion, understanding: Understanding | None) -> float:
    assert suggestion.step is not None
    weight = weights().step[suggestion.step]
    if understanding is None:
        return weight
    emotion = understanding.emotion
    factor = weights().feeling[emotion.name].get(suggestion.step, 1.0)
    return weight * (1.0 + (factor - 1.0) * emotion.strength)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read ``advice.yml``, once a process."""
    return read_weights(ADVICE_FILE)


def read_weights(path: Path) -> Weights:
    """Read a file of weights.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(path)
    root.only("note", "source", *Weights.__dataclass_fields__)
    for told in ("note", "source"):
        root.at(told).text()
    feeling = root.at("feeling")
    feeling.only(*EMOTIONS)
    return Weights(
        mistake=_figures(root.at("mistake"), SEVERITIES),
        step=_figures(root.at("step"), STEPS),
        wording=_figures(root.at("wording"), SEVERITIES),
        replaced=root.at("replaced").number(0, 1),
        cost=root.at("cost").number(0, _HEAVIEST),
        feeling={name: _factors(feeling.get(name)) for name in EMOTIONS},
    )


def _figures(node: Node, names: Sequence[str]) -> dict[str, float]:
    node.only(*names)
    return {name: node.at(name).number(0, _HEAVIEST) for name in names}


def _factors(node: Node | None) -> dict[str, float]:
    if node is None:
        return {}
    node.only(*STEPS)
    return {step: factor.number(0, _HEAVIEST) for step, factor in node.items()}
