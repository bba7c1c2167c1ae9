"""What a score is made of: weights and formula, read from ``coaching/rubrics/*.yml``."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from coaching.asking import ASKING_FILE
from coaching.case import WORDS_FILE
from coaching.channels import NORMS_FILE
from coaching.errors import DataError
from coaching.moves import MISTAKES, STEPS, move
from coaching.reply_weights import ReplyWeights
from coaching.tone.fit import FIT_FILE
from coaching.tone.measures import PAIN_FILE
from coaching.yamlfile import Node, read

RUBRICS = Path(__file__).with_name("rubrics")
SESSION = RUBRICS / "session.yml"
DRAFT = RUBRICS / "draft.yml"
_UNDERSTANDING = Path(__file__).with_name("understanding")


@dataclass(frozen=True)
class StepWorth:
    """What a HEARD step earns: ``points`` in full (0-100), of which a stock phrase gets the share ``stock`` (0-1)."""

    points: float
    stock: float


@dataclass(frozen=True)
class Late:
    """Steps that earn only a ``share`` (0-1) when first said later than the agent's turn ``after``."""

    steps: tuple[str, ...]
    after: int
    share: float

    def numbers(self) -> dict[str, str]:
        """What the formula's braces stand for."""
        steps = ", ".join(move(step).title for step in self.steps)
        return {"late_steps": steps, "late_after": f"{self.after}", "late_share": f"{self.share:g}"}


@dataclass(frozen=True)
class Repeats:
    """What saying the same again costs: from word overlap ``alike`` (0-1) on, ``points`` each, ``most`` in all."""

    alike: float
    points: float
    most: float


@dataclass(frozen=True)
class Dose:
    """Apologies beyond ``enough`` cost ``points`` each, ``most`` in all."""

    enough: int
    points: float
    most: float


@dataclass(frozen=True)
class Rubric:
    """The weights of one kind of score.

    Attributes:
        id: Which rubric.
        version: Its declared version and a hash of everything that moves the score, so that no edit goes unseen.
        formula: The formula in words, with the numbers of this file.
        start: The points of an answer before anything else.
        steps: What each HEARD step earns.
        full: The specificity (0-1) from which a sentence earns all of its points.
        before: The share of the previous sentence's specificity that a sentence may lean on.
        unknown: The specificity taken where the customer has written nothing.
        spoilt: The share that a weak apology keeps of what the apology would earn.
        late: Steps that lose points when they come late in a session; None in a draft's rubric.
        mistakes: The share (0-1) of what is left that each mistake takes away.
        repeats: What repetition costs.
        apologies: What too many apologies cost.
        reply: What only a draft's score knows; None in a session's rubric.
    """

    id: str
    version: str
    formula: str
    start: float
    steps: Mapping[str, StepWorth]
    full: float
    before: float
    unknown: float
    spoilt: float
    late: Late | None
    mistakes: Mapping[str, float]
    repeats: Repeats
    apologies: Dose
    reply: ReplyWeights | None

    @classmethod
    def load(cls, path: Path | None = None) -> Rubric:
        """Read a rubric; the session's by default.

        Raises:
            DataError: A key is missing, misspelt or out of range; names file and line.
        """
        path = path or SESSION
        root = read(path)
        root.only(
            *("id", "version", "note", "source", "formula", "start", "steps", "specificity", "spoilt", "mistakes"),
            *("repeats", "apologies", "late", "reply"),
        )
        for told in ("note", "source"):
            root.at(told).text()
        specific = _section(root, "specificity", "full", "before", "unknown")
        reply, late = root.get("reply"), root.get("late")
        if reply and late:
            raise late.error("nothing here: one reply cannot come late, and a session has no section reply")
        repeats = _section(root, "repeats", "alike", "points", "most")
        dose = _section(root, "apologies", "enough", "points", "most")
        rubric = cls(
            id=root.at("id").text(),
            version=f"{root.at('version').text()}-{_fingerprint(path, WORDS_FILE, *(_reply_files() if reply else ()))}",
            formula=root.at("formula").text(),
            start=root.at("start").number(0, 100),
            steps=_steps(root.at("steps")),
            full=specific.at("full").number(0.1, 1),
            before=specific.at("before").number(0, 1),
            unknown=specific.at("unknown").number(0, 1),
            spoilt=root.at("spoilt").number(0, 1),
            late=None if reply else _late(root),
            mistakes=_mistakes(root.at("mistakes")),
            repeats=Repeats(
                repeats.at("alike").number(0.1, 1),
                repeats.at("points").number(0, 100),
                repeats.at("most").number(0, 100),
            ),
            apologies=Dose(
                int(dose.at("enough").number(1, 100)), dose.at("points").number(0, 100), dose.at("most").number(0, 100)
            ),
            reply=ReplyWeights.read(reply) if reply else None,
        )
        full_marks = rubric.start + sum(worth.points for worth in rubric.steps.values())
        if abs(full_marks - 100) > 1e-6:
            steps = root.at("steps")
            raise DataError(path, steps.line, f"start and steps that add up to {full_marks:g}", "100 in all")
        return rubric._with_numbers(root.at("formula"))

    def _with_numbers(self, formula: Node) -> Rubric:
        """Fill the formula's braces from the weights, so that words and weights cannot part."""
        numbers = {
            "steps": _listed({move(step).title: worth.points for step, worth in self.steps.items()}),
            "stock": _listed({move(step).title: worth.stock for step, worth in self.steps.items()}),
            "mistakes": _listed({move(label).title.lower(): cost for label, cost in self.mistakes.items()}),
            "full": f"{self.full:g}",
            "before": f"{self.before:g}",
            "unknown": f"{self.unknown:g}",
            "spoilt": f"{self.spoilt:g}",
            "start": f"{self.start:g}",
            "alike": f"{self.repeats.alike:g}",
            "repeat_points": f"{self.repeats.points:g}",
            "repeat_most": f"{self.repeats.most:g}",
            "dose_enough": self.apologies.enough,
            "dose_points": f"{self.apologies.points:g}",
            "dose_most": f"{self.apologies.most:g}",
            **(self.late.numbers() if self.late else {}),
            **(self.reply.numbers() if self.reply else {}),
        }
        try:
            text = formula.text().format_map(numbers)
        except (KeyError, ValueError, IndexError) as error:
            expected = "braces around one of " + ", ".join(sorted(numbers))
            raise DataError(formula.file, formula.line, f"formula: {error}", expected) from error
        return replace(self, formula=text)

    def to_json(self) -> dict[str, str]:
        """What a score carries: which rubric, which version, the formula in words."""
        return {"id": self.id, "version": self.version, "formula": self.formula}


def _section(root: Node, name: str, *keys: str) -> Node:
    node = root.at(name)
    node.only(*keys)
    return node


def _late(root: Node) -> Late:
    late = _section(root, "late", "steps", "after", "share")
    steps = tuple(step.one_of(STEPS) for step in late.at("steps").each())
    return Late(steps, int(late.at("after").number(1, 100)), late.at("share").number(0, 1))


def _steps(node: Node) -> dict[str, StepWorth]:
    node.only(*STEPS)
    return {
        step: StepWorth(
            _section(node, step, "points", "stock").at("points").number(0, 100),
            node.at(step).at("stock").number(0, 1),
        )
        for step in STEPS
    }


def _mistakes(node: Node) -> dict[str, float]:
    node.only(*MISTAKES)
    return {label: node.at(label).number(0, 1) for label in MISTAKES}


def _listed(numbers: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:g}" for name, value in numbers.items())


def _reply_files() -> tuple[Path, ...]:
    """What moves a draft's score beside its rubric, but for the rules that find weak wordings (see ``Reply.rules``)."""
    return (ASKING_FILE, NORMS_FILE, FIT_FILE, PAIN_FILE, *sorted(_UNDERSTANDING.rglob("*.yml")))


def _fingerprint(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
