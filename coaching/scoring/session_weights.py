"""The weights that only a session's score has: the section ``session`` of its rubric."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.moves import MISTAKES, STEPS, move
from coaching.recognition.sentence import RecognisedSentence
from coaching.yamlfile import Node

ORDER, OWNERSHIP, NEXT_STEP, REMEDY, CAUSE, CLOSING = QUALITIES = (
    "order",
    "ownership",
    "next_step",
    "remedy",
    "cause",
    "closing",
)
TOLD_BY_SCENARIO = (REMEDY, CAUSE)
"""Qualities of which only a scenario tells what would be good."""
_MOST = 100
_SECOND = 2


@dataclass(frozen=True)
class Late:
    """Steps that earn only a ``share`` (0-1) when first said later than the agent's turn ``after``."""

    steps: tuple[str, ...]
    after: int
    share: float


@dataclass(frozen=True)
class Quality:
    """A further line of the account.

    Attributes:
        title: What pages call it.
        points: What it earns in full.
        parts: Share (0-1) of the points by what is done for it.
        else_step: The step that has its points where there is no scenario to tell of it; None for none.
    """

    title: str
    points: float
    parts: Mapping[str, float]
    else_step: str | None = None


@dataclass(frozen=True)
class Repair:
    """A mistake that is put right within ``turns`` turns gets back a ``share`` (0-1) of what it cost.

    Attributes:
        turns: How many turns there are for it.
        share: What is earned back.
        by_deed: The mistakes that an own, timed or fitting deed puts right as well as an apology does.
    """

    turns: int
    share: float
    by_deed: tuple[str, ...]


@dataclass(frozen=True)
class Lone:
    """What a mistake costs that the recogniser sees alone, of its full share.

    Attributes:
        sure: The confidence (0-1) from which one mark is enough for all of it.
        only: The share (0-1) where it is the only marked sentence of a session.
        second: The same where there are two.
    """

    sure: float
    only: float
    second: float

    def share_of(self, sentence: RecognisedSentence, label: str, marked: int) -> float:
        """The share (0-1) of its cost that a mistake takes, where so many sentences are marked."""
        if label in sentence.raised or sentence.confidence.get(label, 1.0) >= self.sure or marked > _SECOND:
            return 1.0
        return self.second if marked == _SECOND else self.only


@dataclass(frozen=True)
class Cost:
    """What something costs each time, ``most`` in all."""

    points: float
    most: float


@dataclass(frozen=True)
class SessionWeights:
    """What a session is judged by beside steps and mistakes.

    Attributes:
        late: Steps that lose points when they come late.
        steps_a_sentence: For how many steps one sentence may count.
        keywords: So many words of content in a row are no sentence to a person.
        trade_words: The specificity (0-1) that words of the trade ("refund", "delivery") can reach without any other.
        echo: Share (0-1) of a sentence's words that stand in one line of the customer's, from which it is an echo.
        remedy_counts: The fit (0-1) of a remedy from which it is one that feelings have to come before.
        remedy_full: How far (0-1) the remedies together must make up for the loss to earn all points.
        window: The last messages of the agent in which the closing is looked for.
        qualities: By id, in the order of ``QUALITIES``.
        repair: What putting a mistake right earns back.
        beyond: What a promise beyond the limits costs.
        asked_known: What asking for something known costs.
        lone: What one doubtful mark may cost.
        safety: What each message costs that leaves open whether somebody is in danger, the first apart.
    """

    late: Late
    steps_a_sentence: int
    keywords: int
    trade_words: float
    echo: float
    remedy_full: float
    remedy_counts: float
    window: int
    qualities: Mapping[str, Quality]
    repair: Repair
    beyond: Cost
    asked_known: Cost
    safety: Cost
    lone: Lone

    @classmethod
    def read(cls, node: Node) -> SessionWeights:
        """Read the section.

        Raises:
            DataError: Something in it is not as expected; names the line.
        """
        node.only(*cls.__dataclass_fields__)
        late, repair = _section(node, "late", "steps", "after", "share"), _section(node, "repair", *_REPAIR)
        qualities = node.at("qualities")
        qualities.only(*QUALITIES)
        return cls(
            late=Late(
                tuple(step.one_of(STEPS) for step in late.at("steps").each()),
                int(late.at("after").number(1, _MOST)),
                late.at("share").number(0, 1),
            ),
            steps_a_sentence=int(node.at("steps_a_sentence").number(1, len(STEPS))),
            keywords=int(node.at("keywords").number(2, _MOST)),
            trade_words=node.at("trade_words").number(0, 1),
            echo=node.at("echo").number(0.1, 1),
            remedy_full=node.at("remedy_full").number(0.05, 1),
            remedy_counts=node.at("remedy_counts").number(0, 1),
            window=int(node.at("window").number(1, _MOST)),
            qualities={name: _quality(name, qualities.at(name)) for name in QUALITIES},
            repair=Repair(
                int(repair.at("turns").number(0, _MOST)),
                repair.at("share").number(0, 1),
                tuple(label.one_of(MISTAKES) for label in repair.at("by_deed").each()),
            ),
            beyond=_cost(node, "beyond"),
            asked_known=_cost(node, "asked_known"),
            safety=_cost(node, "safety"),
            lone=_lone(_section(node, "lone", "sure", "only", "second")),
        )

    @property
    def full(self) -> float:
        """What all qualities earn together."""
        return sum(quality.points for quality in self.qualities.values())

    def numbers(self) -> dict[str, str]:
        """What the formula's braces stand for."""
        parts = {
            f"{name}_{part}": f"{share:.0%}"
            for name, one in self.qualities.items()
            for part, share in one.parts.items()
        }
        return {
            "late_steps": _titles(self.late.steps),
            "late_after": f"{self.late.after}",
            "late_share": f"{self.late.share:g}",
            "steps_a_sentence": f"{self.steps_a_sentence}",
            "keywords": f"{self.keywords}",
            "trade_words": f"{self.trade_words:g}",
            "echo": f"{self.echo:g}",
            "remedy_full": f"{self.remedy_full:g}",
            "remedy_counts": f"{self.remedy_counts:g}",
            "window": f"{self.window}",
            "qualities": ", ".join(f"{one.title} {one.points:g}" for one in self.qualities.values()),
            "repair_turns": f"{self.repair.turns}",
            "repair_share": f"{self.repair.share:g}",
            "repair_by_deed": _titles(self.repair.by_deed).lower(),
            "beyond_points": f"{self.beyond.points:g}",
            "beyond_most": f"{self.beyond.most:g}",
            "known_points": f"{self.asked_known.points:g}",
            "known_most": f"{self.asked_known.most:g}",
            "lone_sure": f"{self.lone.sure:.0%}",
            "lone_only": f"{self.lone.only:.0%}",
            "lone_second": f"{self.lone.second:.0%}",
            "safety_points": f"{self.safety.points:g}",
            "safety_most": f"{self.safety.most:g}",
            **parts,
        }


_REPAIR = ("turns", "share", "by_deed")
PARTS: Mapping[str, tuple[str, ...]] = {
    ORDER: (),
    OWNERSHIP: ("acts", "takes_over", "passed_on"),
    NEXT_STEP: ("who", "when"),
    REMEDY: (),
    CAUSE: (),
    CLOSING: ("settled", "next_step", "thanks", "farewell"),
}
"""What is done for each quality; ``passed_on`` is what is left of ownership where the customer is sent elsewhere."""


def _quality(name: str, node: Node) -> Quality:
    told = name in TOLD_BY_SCENARIO
    node.only("title", "points", *(("parts",) if PARTS[name] else ()), *(("else_step",) if told else ()))
    parts = node.at("parts") if PARTS[name] else None
    if parts:
        parts.only(*PARTS[name])
    return Quality(
        title=node.at("title").text(),
        points=node.at("points").number(0, _MOST),
        parts={part: parts.at(part).number(0, 1) for part in PARTS[name]} if parts else {},
        else_step=node.at("else_step").one_of(STEPS) if told else None,
    )


def _lone(node: Node) -> Lone:
    return Lone(*(node.at(name).number(0, 1) for name in ("sure", "only", "second")))


def _cost(node: Node, name: str) -> Cost:
    cost = _section(node, name, "points", "most")
    return Cost(cost.at("points").number(0, _MOST), cost.at("most").number(0, _MOST))


def _section(node: Node, name: str, *keys: str) -> Node:
    section = node.at(name)
    section.only(*keys)
    return section


def _titles(labels: tuple[str, ...]) -> str:
    return ", ".join(move(label).title for label in labels)
