"""A session as its qualities are judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.moves import DEFLECT, MISTAKES, RESOLVE
from coaching.rubric import Rubric
from coaching.scoring.account import Said
from coaching.scoring.promises import is_deed
from coaching.scoring.session_weights import SessionWeights
from coaching.scoring.steps import counts
from coaching.scoring.story import Story


@dataclass(frozen=True)
class Judged:
    """What a quality is found to be worth (0-1), why, and by which sentences."""

    share: float
    reason: str
    proof: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Talk:
    """The agent's sentences with the rubric and, where there is one, the scenario.

    Attributes:
        said: All of them, in order.
        turns: How many messages the agent wrote.
        rubric: The weights.
        weights: Its section ``session``.
        story: The case; None without a scenario.
        passed_on: Sentences that sent the customer elsewhere, and were not put right.
    """

    said: Sequence[Said]
    turns: int
    rubric: Rubric
    weights: SessionWeights
    story: Story | None
    passed_on: Sequence[Said]

    def good(self) -> list[Said]:
        """The sentences that may earn anything beside a step: no mistake, no row of keywords, no echo."""
        return [one for one in self.said if is_good(one)]

    def deeds(self) -> list[Said]:
        """The sentences of these that do, offer or find something."""
        return [one for one in self.good() if is_deed(one.sentence) and not one.demands]

    def first_remedy(self) -> Said | None:
        """The first sentence that offers something, of the scenario's where it is known; a warning is no remedy."""
        return next((one for one in self.said if self._offers(one)), None)

    def _offers(self, one: Said) -> bool:
        if self.story is None:
            return RESOLVE in one.sentence.labels and counts(RESOLVE, one)
        return any(offer.fit >= self.weights.remedy_counts for offer in self.story.offers(one))


def is_good(one: Said) -> bool:
    """Whether a sentence may earn anything beside a step."""
    return not one.listed and not one.echoes and not set(one.sentence.labels) & set(MISTAKES)


def passes_on(one: Said) -> bool:
    """Whether a sentence sends the customer elsewhere."""
    return DEFLECT in one.sentence.labels


def place(one: Said) -> tuple[int, int]:
    """Where a sentence stands, to compare which came first."""
    return one.row, one.sentence.start
