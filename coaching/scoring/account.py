"""The account of a score: its lines, and the sentences that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.recognition.sentence import RecognisedSentence


@dataclass(frozen=True)
class Evidence:
    """The words that show a step or a mistake.

    Attributes:
        row: Row of the transcript, counted from 0.
        turn: Turn of the agent, counted from 1.
        text: The sentence.
        start: Its first character in the row's text.
        end: The character behind its last.
        rule: The rubric's rule that it counts for, as ``step.hear`` or ``mistake.blame``.
    """

    row: int
    turn: int
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Point:
    """One line of the account: which rule, how many points (two decimals), why."""

    rule: str
    points: float
    reason: str


@dataclass(frozen=True)
class Said:
    """One agent sentence with what its score needs.

    Attributes:
        sentence: The sentence.
        row, turn: Its place, as in ``Evidence``.
        specific: How specific it is (0-1) to what the customer had said by then.
        in_context: The same, where it may lean on any sentence before it in its message.
        quoted: The sentence as reasons name it, with its turn where there are several.
        takes_up: The words in it that the customer's case knows; told of sessions only.
        listed: Whether it is a row of keywords rather than a sentence to a person; told of sessions only.
        echoes: Whether it gives the customer's own words back as they stood; told of sessions only.
        demands: Whether it wants something of the customer first, or sends them off; told of sessions only.
        opens: Whether it is the thank-you that heads any answer; told of sessions only.
        asked_sorry: Whether the customer had just asked for an apology, or a better one; told of sessions only.
        hurts: Whether it carries a mistake, a weak apology apart; told of sessions only.
    """

    sentence: RecognisedSentence
    row: int
    turn: int
    specific: float
    in_context: float
    quoted: str
    takes_up: tuple[str, ...] = ()
    listed: bool = False
    echoes: bool = False
    demands: bool = False
    opens: bool = False
    asked_sorry: bool = False
    hurts: bool = False

    def as_evidence(self, rule: str) -> Evidence:
        """The sentence as the proof of a rule."""
        said = self.sentence
        return Evidence(self.row, self.turn, said.text, said.start, said.end, rule)


class Account:
    """The lines so far. Costs never take more than there is, so that the lines always add up to the score.

    Attributes:
        points: The lines.
    """

    def __init__(self, earned: Iterable[Point]) -> None:
        """Begin with what was earned."""
        self.points = list(earned)

    @property
    def left(self) -> float:
        """What the lines add up to, 0 or more."""
        return sum(point.points for point in self.points)

    def charge(self, rule: str, cost: float, reason: str) -> float:
        """Write down a cost (0 or more points), or as much of it as is there; nothing is written for nothing.

        Returns:
            What was taken.
        """
        cost = round(min(cost, self.left), 2)
        if cost > 0:
            self.points.append(Point(rule, -cost, reason))
        return max(0.0, cost)

    def give_back(self, rule: str, points: float, reason: str) -> None:
        """Write down what is earned back; nothing is written for nothing."""
        points = round(points, 2)
        if points > 0:
            self.points.append(Point(rule, points, reason))
