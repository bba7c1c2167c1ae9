"""With what feelings the writer of a message comes, and what a reply is to them: read from ``foresight.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from coaching.customer.temper import Temper
from coaching.moves import LABELS, MISTAKES
from coaching.understanding import DETAILS, EMOTIONS, WANTS
from coaching.yamlfile import Node, read

FORESIGHT_FILE = Path(__file__).with_name("foresight.yml")
_SECTIONS = ("note", "source", "temper", "emotions", "problem", "urgency", "amount", "process", "fit")
_TOLD = ("moods", "calm", "content", "moves", "remedies", "naming", "helps", "costs", "hurts", "no_remedy", "no_answer")
_GOOD = tuple(label for label in LABELS if label not in MISTAKES)
CONTENT = ("calm", "pleased")
"""Emotions of customers who are not upset."""
ANSWER = "answer"
"""The remedy of a customer who wanted nothing but to be told something."""
Ends = tuple[float, float]
Steps = tuple[tuple[float, str], ...]
"""Upper ends, rising, each with a text."""


@dataclass(frozen=True)
class Told:
    """The words in which the outcome is told; templates have their places in braces.

    Attributes:
        moods: By how far anger moves.
        calm: By how far satisfaction moves, of a customer who is not angry.
        content: Of a customer who is pleased.
        moves: What a sentence does, by its move.
        remedies: What a remedy is, by the kind of want; ``ANSWER`` where they wanted to be told something.
        naming, helps, hurts: Sentences about what helps and hurts most.
        costs: Beside a help, by what the worst sentence costs against it.
        no_remedy, no_answer, quiet: Where nothing is done, nothing is answered, nothing counts.
    """

    moods: Steps
    calm: Steps
    content: str
    moves: Mapping[str, str]
    remedies: Mapping[str, str]
    naming: str
    helps: str
    costs: Steps
    hurts: str
    no_remedy: str
    no_answer: str
    quiet: str


@dataclass(frozen=True)
class ForesightRules:
    """Everything in ``foresight.yml``; quantities are 0 to 1 unless said.

    Attributes:
        temper: Of a neutral customer.
        loss, blame: By emotion, for a faint and for a strong one.
        problem_loss, problem_blame: Added where a calm customer tells of a problem.
        urgency_loss: Added at full urgency.
        amount_full, amount_loss: Money (in any currency) that adds the most, and how much that is.
        process_details, process_wants: Kinds that speak of how it was handled.
        wanted, other, specific: How far a remedy makes up for the loss, and what being tied to the case adds.
        remedies: Cues by kind of want.
        answers: Wants that an answer meets.
        cause: Cues of a cause told.
        told: The words.
    """

    temper: Temper
    loss: Mapping[str, Ends]
    blame: Mapping[str, Ends]
    problem_loss: float
    problem_blame: float
    urgency_loss: float
    amount_full: float
    amount_loss: float
    process_details: frozenset[str]
    process_wants: frozenset[str]
    wanted: float
    other: float
    specific: float
    remedies: Mapping[str, tuple[str, ...]]
    answers: frozenset[str]
    cause: tuple[str, ...]
    told: Told


@lru_cache(maxsize=1)
def foresight_rules() -> ForesightRules:
    """The project's rules, read once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    return load_foresight(FORESIGHT_FILE)


def load_foresight(path: Path) -> ForesightRules:
    """Read a file of such rules.

    Raises:
        CoachError: The file cannot be read.
        DataError: The file is not as it should be; names the line.
    """
    root = read(path)
    root.only(*_SECTIONS, "remedies", "answers", "cause", "told")
    emotions, problem, amount = root.at("emotions"), root.at("problem"), root.at("amount")
    emotions.only(*EMOTIONS)
    problem.only("loss", "blame")
    amount.only("full", "loss")
    process, fit, remedies = root.at("process"), root.at("fit"), root.at("remedies")
    process.only("details", "wants")
    fit.only("wanted", "other", "specific")
    remedies.only(*WANTS)
    return ForesightRules(
        temper=_temper(root.at("temper")),
        loss={name: _ends(emotions.at(name), "loss") for name in EMOTIONS},
        blame={name: _ends(emotions.at(name), "blame") for name in EMOTIONS},
        problem_loss=problem.at("loss").number(0, 1),
        problem_blame=problem.at("blame").number(0, 1),
        urgency_loss=root.at("urgency").number(0, 1),
        amount_full=amount.at("full").number(1, 1e9),
        amount_loss=amount.at("loss").number(0, 1),
        process_details=_kinds(process.at("details"), DETAILS),
        process_wants=_kinds(process.at("wants"), WANTS),
        wanted=fit.at("wanted").number(0, 1),
        other=fit.at("other").number(0, 1),
        specific=fit.at("specific").number(0, 1),
        remedies={kind: node.texts() for kind, node in remedies.items()},
        answers=_kinds(root.at("answers"), WANTS),
        cause=root.at("cause").texts(),
        told=_told(root.at("told"), [kind for kind, _ in remedies.items()]),
    )


def _temper(node: Node) -> Temper:
    names = [each.name for each in fields(Temper) if each.name not in ("credit", "sting")]
    node.only(*names)
    return Temper(**{name: node.at(name).number(0, 0.95) for name in names})


def _ends(node: Node, key: str) -> Ends:
    node.only("loss", "blame")
    faint, *rest = (one.number(0, 1) for one in node.at(key).each())
    if len(rest) != 1:
        raise node.at(key).error("two numbers, for a faint feeling and for a strong one")
    return faint, rest[0]


def _kinds(node: Node, known: Mapping[str, str]) -> frozenset[str]:
    return frozenset(one.one_of(tuple(known)) for one in node.each())


def _told(node: Node, offered: Iterable[str]) -> Told:
    node.only(*_TOLD, "quiet")
    moves, remedies = node.at("moves"), node.at("remedies")
    moves.only(*_GOOD)
    remedies.only(*offered, ANSWER)
    return Told(
        moods=_steps(node.at("moods")),
        calm=_steps(node.at("calm")),
        content=node.at("content").text(),
        moves={move: moves.at(move).text() for move in _GOOD},
        remedies={kind: remedies.at(kind).text() for kind in (*offered, ANSWER)},
        naming=node.at("naming").text(),
        helps=node.at("helps").text(),
        costs=_steps(node.at("costs")),
        hurts=node.at("hurts").text(),
        no_remedy=node.at("no_remedy").text(),
        no_answer=node.at("no_answer").text(),
        quiet=node.at("quiet").text(),
    )


def _steps(node: Node) -> Steps:
    found = []
    for one in node.each():
        one.only("up_to", "text")
        found.append((one.at("up_to").number(-1000, 1000), one.at("text").text()))
    if not found or sorted(found) != found:
        raise node.error("a list of upper ends with texts, the lowest first")
    return tuple(found)
