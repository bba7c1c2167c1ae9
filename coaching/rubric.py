"""What a score is made of: weights and formula, read from ``coaching/rubrics/*.yml``."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from coaching.asking import ASKING_FILE
from coaching.case import WORDS_FILE
from coaching.channels import NORMS_FILE
from coaching.customer.cues import CUES_FILE
from coaching.customer.offers import FILE as OFFERS_FILE
from coaching.errors import DataError
from coaching.moves import MISTAKES, STEPS, move
from coaching.recognition.doubt import DOUBT_FILE, sure_from
from coaching.reply_weights import ReplyWeights
from coaching.scoring.sayings import SAYINGS_FILE
from coaching.scoring.session_weights import SessionWeights
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
        mistakes: The share (0-1) of what is left that each mistake takes away.
        repeats: What repetition costs.
        apologies: What too many apologies cost.
        reply: What only a draft's score knows; None in a session's rubric.
        session: What only a session's score knows; None in a draft's rubric.
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
    mistakes: Mapping[str, float]
    repeats: Repeats
    apologies: Dose
    reply: ReplyWeights | None
    session: SessionWeights | None

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
            *("repeats", "apologies", "reply", "session"),
        )
        for told in ("note", "source"):
            root.at(told).text()
        specific = _section(root, "specificity", "full", "before", "unknown")
        reply, session = root.get("reply"), root.get("session")
        if (reply is None) == (session is None):
            raise (session or root).error("either a section reply or a section session")
        moving = _reply_files() if reply else _session_files()
        repeats = _section(root, "repeats", "alike", "points", "most")
        dose = _section(root, "apologies", "enough", "points", "most")
        rubric = cls(
            id=root.at("id").text(),
            version=f"{root.at('version').text()}-{_fingerprint(path, WORDS_FILE, DOUBT_FILE, *moving)}",
            formula=root.at("formula").text(),
            start=root.at("start").number(0, 100),
            steps=_steps(root.at("steps")),
            full=specific.at("full").number(0.1, 1),
            before=specific.at("before").number(0, 1),
            unknown=specific.at("unknown").number(0, 1),
            spoilt=root.at("spoilt").number(0, 1),
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
            session=SessionWeights.read(session) if session else None,
        )
        full_marks = rubric.start + sum(worth.points for worth in rubric.steps.values())
        full_marks += rubric.session.full if rubric.session else 0.0
        if abs(full_marks - 100) > 1e-6:
            steps, what = root.at("steps"), "start, steps and qualities" if session else "start and steps"
            raise DataError(path, steps.line, f"{what} that add up to {full_marks:g}", "100 in all")
        return rubric._with_numbers(root.at("formula"))

    def _with_numbers(self, formula: Node) -> Rubric:
        """Fill the formula's braces from the weights, so that words and weights cannot part."""
        numbers = {
            "steps": _listed({move(step).title: worth.points for step, worth in self.steps.items()}),
            "stock": _listed({move(step).title: worth.stock for step, worth in self.steps.items()}),
            "mistakes": _listed({move(label).title.lower(): cost for label, cost in self.mistakes.items()}),
            "sure": _listed({move(label).title.lower(): least for label, least in sure_from().items()}),
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
            **(self.reply.numbers() if self.reply else {}),
            **(self.session.numbers() if self.session else {}),
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


def _session_files() -> tuple[Path, ...]:
    """What moves a session's score beside its rubric and the scenario."""
    return (SAYINGS_FILE, OFFERS_FILE, CUES_FILE)


def _fingerprint(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
