"""The weights that only a draft's score has: the section ``reply`` of its rubric."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.moves import RESOLVE, STEPS, move
from coaching.tone.fit import APOLOGIES, FITS
from coaching.understanding import WANTS
from coaching.yamlfile import Node

SEVERITIES = ("low", "medium", "high")


@dataclass(frozen=True)
class Order:
    """Steps that earn only a ``share`` (0-1) where a remedy comes before them."""

    steps: tuple[str, ...]
    share: float


@dataclass(frozen=True)
class Endless:
    """A step in a sentence of more than ``words`` words earns only a ``share`` (0-1): hardly anybody takes it in."""

    words: int
    share: float


@dataclass(frozen=True)
class Padding:
    """``steps`` said again in a phrase tied to the case less than ``below`` (0-1) cost ``points``, ``most`` in all."""

    steps: tuple[str, ...]
    below: float
    points: float
    most: float


@dataclass(frozen=True)
class Costs:
    """What something costs each time, ``most`` in all."""

    points: float
    most: float


@dataclass(frozen=True)
class Wordings:
    """What a weak wording costs by its severity, ``most`` in all."""

    by: Mapping[str, float]
    most: float


@dataclass(frozen=True)
class Misfit:
    """What being as far again from the channel's norm costs (twice as long, say), ``most`` in all.

    ``by`` has no apologies: their dose has a cost of its own.
    """

    by: Mapping[str, float]
    most: float


@dataclass(frozen=True)
class Calm:
    """When a customer only asks: feeling below ``below`` (0-1), no problem told, nothing wanted but ``wants``.

    An answer that would fit any such question earns ``stock`` (0-1) of its points; few answers repeat the question.
    """

    below: float
    wants: tuple[str, ...]
    stock: float


@dataclass(frozen=True)
class ReplyWeights:
    """What only a draft's score knows."""

    order: Order
    endless: Endless
    padding: Padding
    told: Costs
    wordings: Wordings
    channel: Misfit
    calm: Calm

    @classmethod
    def read(cls, node: Node) -> ReplyWeights:
        """Read the section.

        Raises:
            DataError: A key is missing, misspelt or out of range; names file and line.
        """
        node.only("order", "endless", "padding", "told", "wordings", "channel", "calm")
        order, padding, told = node.at("order"), node.at("padding"), node.at("told")
        order.only("steps", "share")
        endless = node.at("endless")
        endless.only("words", "share")
        padding.only("steps", "below", "points", "most")
        told.only("points", "most")
        wordings, channel, calm = node.at("wordings"), node.at("channel"), node.at("calm")
        wordings.only(*SEVERITIES, "most")
        fits = tuple(fit for fit in FITS if fit != APOLOGIES)
        channel.only(*fits, "most")
        calm.only("below", "wants", "stock")
        return cls(
            order=Order(_steps(order), order.at("share").number(0, 1)),
            endless=Endless(int(endless.at("words").number(10, 1000)), endless.at("share").number(0, 1)),
            padding=Padding(_steps(padding), padding.at("below").number(0, 1), _points(padding), _most(padding)),
            told=Costs(_points(told), _most(told)),
            wordings=Wordings({one: wordings.at(one).number(0, 100) for one in SEVERITIES}, _most(wordings)),
            channel=Misfit({fit: channel.at(fit).number(0, 100) for fit in fits}, _most(channel)),
            calm=Calm(
                calm.at("below").number(0, 1),
                tuple(want.one_of(tuple(WANTS)) for want in calm.at("wants").each()),
                calm.at("stock").number(0, 1),
            ),
        )

    def numbers(self) -> dict[str, str]:
        """What the formula's braces stand for."""
        return {
            "calm_stock": f"{self.calm.stock:g}",
            "order_steps": ", ".join(move(step).title for step in self.order.steps),
            "order_share": f"{self.order.share:g}",
            "endless_words": f"{self.endless.words}",
            "endless_share": f"{self.endless.share:g}",
            "padding_steps": " or ".join(move(step).title for step in self.padding.steps),
            "padding_below": f"{self.padding.below:g}",
            "padding_points": f"{self.padding.points:g}",
            "padding_most": f"{self.padding.most:g}",
            "told_points": f"{self.told.points:g}",
            "told_most": f"{self.told.most:g}",
            "wordings": ", ".join(f"{one} {points:g}" for one, points in self.wordings.by.items()),
            "wordings_most": f"{self.wordings.most:g}",
            "channel": ", ".join(f"{fit.replace('_', ' ')} {points:g}" for fit, points in self.channel.by.items()),
            "channel_most": f"{self.channel.most:g}",
            "calm_below": f"{self.calm.below:g}",
            "calm_wants": ", ".join(WANTS[want].lower() for want in self.calm.wants),
            "calm_steps": ", ".join(move(step).title for step in STEPS if step != RESOLVE),
        }


def _steps(node: Node) -> tuple[str, ...]:
    return tuple(step.one_of(STEPS) for step in node.at("steps").each())


def _points(node: Node) -> float:
    return node.at("points").number(0, 100)


def _most(node: Node) -> float:
    return node.at("most").number(0, 100)
