"""A conversation's scorecard: what each HEARD step, each quality and each mistake earned, with the words that made it.

A draft reply is scored the same way: as a conversation of the customer's message and one turn, by the draft's rubric.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from coaching.moves import DEFLECT, move
from coaching.recognition.doubt import is_doubtful
from coaching.reply import Reply
from coaching.rubric import Rubric
from coaching.scoring.account import Account, Evidence, Point, Said
from coaching.scoring.costs import (
    charge_mistakes,
    charge_overdose,
    charge_repeats,
    charge_reply,
    charge_session,
)
from coaching.scoring.qualities import QualityResult, judge
from coaching.scoring.repair import repaired_by
from coaching.scoring.said import sentences_said
from coaching.scoring.steps import StepResult, Steps
from coaching.scoring.story import Story
from coaching.scoring.talk import Talk, passes_on
from coaching.scoring.transcript import Recognise, Speaker, TranscriptTurn, recognise_transcript
from coaching.scoring.worth import called_for, worth_of

__all__ = [
    "NOT_JUDGED",
    "Mistake",
    "Recognise",
    "Scorecard",
    "Speaker",
    "Story",
    "TranscriptTurn",
    "called_for",
    "recognise_transcript",
    "score",
]
NOT_JUDGED: Mapping[str, Any] = {"score": None, "steps": None, "mistakes": [], "points": [], "rubric": None}
"""What ``Scorecard.to_json`` would hold where no message of the agent is judged."""


@dataclass(frozen=True)
class Mistake:
    """One mistake: its label, where it stands, and what it costs (zero or negative points).

    Attributes:
        repaired: What put it right; None where nothing did, and in a draft.
    """

    label: str
    evidence: Evidence
    points: float
    repaired: Evidence | None = None

    def to_json(self) -> dict[str, Any]:
        """The mistake as plain JSON values, with the title that pages show."""
        told = {} if self.repaired is None else {"repaired": asdict(self.repaired)}
        return {
            "label": self.label,
            "title": move(self.label).title,
            **asdict(self.evidence),
            "points": self.points,
            **told,
        }


@dataclass(frozen=True)
class Scorecard:
    """A conversation's result.

    Attributes:
        score: 0 to 100; the points' sum, rounded.
        steps: Each HEARD step by label, in order.
        mistakes: In the order they were made.
        points: The account; its sum is the score before rounding.
        rubric: What it was scored by.
        qualities: How the steps were done, by id; empty for a draft.
    """

    score: int
    steps: Mapping[str, StepResult]
    mistakes: tuple[Mistake, ...]
    points: tuple[Point, ...]
    rubric: Rubric
    qualities: Mapping[str, QualityResult] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The scorecard as plain JSON values."""
        qualities = {"qualities": {name: one.to_json() for name, one in self.qualities.items()}}
        return {
            "score": self.score,
            "steps": {label: {**asdict(step), "evidence": _dicts(step.evidence)} for label, step in self.steps.items()},
            **(qualities if self.rubric.session else {}),
            "mistakes": [mistake.to_json() for mistake in self.mistakes],
            "points": _dicts(self.points),
            "rubric": self.rubric.to_json(),
        }


def score(
    transcript: Sequence[TranscriptTurn],
    rubric: Rubric,
    card: Sequence[str] = (),
    reply: Reply | None = None,
    story: Story | None = None,
) -> Scorecard:
    """Score a conversation. Same transcript, circumstances and rubric version, same result.

    Args:
        transcript: All rows in order; agent rows with their recognised sentences. No agent row gives a score of 0.
        rubric: The weights; ``rubric.formula`` tells in words what is done here.
        card: What the agent knows of the case from the start; naming it counts as specific, as the customer's words do.
        reply: A draft's circumstances; by default none is known. Read only with a draft's rubric.
        story: The scenario that was played; without one, what only it could tell is not judged. Read only with a
            session's rubric.
    """
    reply = reply or Reply()
    names = (story.scenario.brief.customer,) if story else ()
    said = tuple(sentences_said(transcript, rubric, card, names))
    worth = worth_of(rubric, called_for(reply.understanding, rubric), story=story is not None)
    graded = Steps(said, worth, rubric).grade()
    start = [Point("start", worth.start, f"An answer starts with {worth.start:g} points.")] if worth.start else []
    account = Account([*(start if said else ()), *(point for _, point in graded.values())])
    qualities: dict[str, QualityResult] = {}
    if rubric.session:
        talk = _talk(said, sum(row.speaker == "agent" for row in transcript), rubric, story)
        judged = judge(talk, rubric.session.qualities)
        qualities = {name: result for name, (result, _) in judged.items()}
        account.points += [point for _, point in judged.values()]
    charge_repeats(account, said, rubric)
    if rubric.reply:
        charge_reply(account, said, rubric, rubric.reply, reply)
    if rubric.session:
        charge_overdose(account, said, rubric, story)
        charge_session(account, said, rubric.session, story)
    mistakes = tuple(
        Mistake(label, proof, 0.0 - cost, mended)
        for label, proof, cost, mended in charge_mistakes(account, said, rubric, story)
    )
    steps = {step: result for step, (result, _) in graded.items()}
    if rubric.reply and reply.rules:
        rubric = replace(rubric, version=f"{rubric.version}-{reply.rules}")
    return Scorecard(round(min(100.0, account.left)), steps, mistakes, tuple(account.points), rubric, qualities)


def _talk(said: Sequence[Said], turns: int, rubric: Rubric, story: Story | None) -> Talk:
    assert rubric.session is not None
    passed_on = [
        one
        for one in said
        if passes_on(one)
        and not is_doubtful(one.sentence, DEFLECT)
        and repaired_by(one, DEFLECT, said, rubric.session.repair, story) is None
    ]
    return Talk(said, turns, rubric, rubric.session, story, passed_on)


def _dicts(items: Iterable[Evidence | Point]) -> list[dict[str, Any]]:
    return [asdict(item) for item in items]
