"""A conversation's scorecard: what each HEARD step and each mistake earned, with the words that made it.

A draft reply is scored the same way: as a conversation of the customer's message and one turn, by the draft's rubric.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from coaching.case import specificity
from coaching.moves import APOLOGIZE, MISTAKES, STEPS, WEAK_APOLOGY, move
from coaching.recognition.language_of import spoken_language
from coaching.recognition.sentence import RecognisedSentence
from coaching.rubric import Rubric

Speaker = Literal["customer", "agent"]
Recognise = Callable[[str, str], Sequence[RecognisedSentence]]
_WORD = re.compile(r"[\w'’]+")
NOT_JUDGED: Mapping[str, Any] = {"score": None, "steps": None, "mistakes": [], "points": [], "rubric": None}
"""What ``Scorecard.to_json`` would hold where no message of the agent is judged."""
_SHORT = 4
"""Sentences of fewer words ("Thank you so much.") may come again."""


@dataclass(frozen=True)
class TranscriptTurn:
    """One row of a transcript; ``sentences`` are the moves of an agent's row, with offsets into ``text``."""

    speaker: Speaker
    text: str
    sentences: tuple[RecognisedSentence, ...] = ()


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
class StepResult:
    """One HEARD step: whether it was done, its points out of how many, and every sentence that did it."""

    done: bool
    points: float
    of: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Mistake:
    """One mistake: its label, where it stands, and what it costs (zero or negative points)."""

    label: str
    evidence: Evidence
    points: float

    def to_json(self) -> dict[str, Any]:
        """The mistake as plain JSON values, with the title that pages show."""
        return {"label": self.label, "title": move(self.label).title, **asdict(self.evidence), "points": self.points}


@dataclass(frozen=True)
class Point:
    """One line of the account: which rule, how many points (two decimals), why."""

    rule: str
    points: float
    reason: str


@dataclass(frozen=True)
class Scorecard:
    """A conversation's result.

    Attributes:
        score: 0 to 100; the points' sum, rounded.
        steps: Each HEARD step by label, in order.
        mistakes: In the order they were made.
        points: The account; its sum is the score before rounding.
        rubric: What it was scored by.
    """

    score: int
    steps: Mapping[str, StepResult]
    mistakes: tuple[Mistake, ...]
    points: tuple[Point, ...]
    rubric: Rubric

    def to_json(self) -> dict[str, Any]:
        """The scorecard as plain JSON values."""
        return {
            "score": self.score,
            "steps": {label: {**asdict(step), "evidence": _dicts(step.evidence)} for label, step in self.steps.items()},
            "mistakes": [mistake.to_json() for mistake in self.mistakes],
            "points": _dicts(self.points),
            "rubric": self.rubric.to_json(),
        }


@dataclass(frozen=True)
class _Said:
    """One agent sentence with what its score needs: how specific it is (0-1) to what the customer had said by then.

    ``quoted`` is the sentence as reasons name it, with its turn where there are several.
    """

    sentence: RecognisedSentence
    row: int
    turn: int
    specific: float
    quoted: str

    def as_evidence(self, rule: str) -> Evidence:
        said = self.sentence
        return Evidence(self.row, self.turn, said.text, said.start, said.end, rule)


def recognise_transcript(rows: Iterable[tuple[Speaker, str]], recognise: Recognise) -> tuple[TranscriptTurn, ...]:
    """Recognise the moves of every agent row in the light of the customer's last message.

    A row that is surely not English gets no sentences: nothing can be said of its moves.

    Args:
        rows: Speaker and text, in order.
        recognise: Gives the sentences of a message, from its text and the customer's last one.
    """
    transcript: list[TranscriptTurn] = []
    customer = ""
    for speaker, text in rows:
        if speaker == "customer":
            customer = text
            transcript.append(TranscriptTurn(speaker, text))
        else:
            sentences = recognise(text, customer) if spoken_language(text).judged else ()
            transcript.append(TranscriptTurn(speaker, text, tuple(sentences)))
    return tuple(transcript)


def score(transcript: Sequence[TranscriptTurn], rubric: Rubric, card: Sequence[str] = ()) -> Scorecard:
    """Score a conversation. Same transcript and rubric version, same result.

    Args:
        transcript: All rows in order; agent rows with their recognised sentences. No agent row gives a score of 0.
        rubric: The weights; ``rubric.formula`` tells in words what is done here.
        card: What the agent knows of the case from the start; naming it counts as specific, as the customer's words do.
    """
    said = tuple(_said(transcript, rubric, card))
    graded = {step: _grade(step, said, rubric) for step in STEPS}
    points = [
        *_start(said, rubric),
        *(point for _, point in graded.values()),
        *_repeats(said, rubric),
        *_overdose(said, rubric),
    ]
    mistakes: list[Mistake] = []
    for mistake, point in _mistakes(said, rubric, sum(point.points for point in points)):
        mistakes.append(mistake)
        points.append(point)
    total = sum(point.points for point in points)
    steps = {step: result for step, (result, _) in graded.items()}
    return Scorecard(round(min(100.0, max(0.0, total))), steps, tuple(mistakes), tuple(points), rubric)


def _start(said: Sequence[_Said], rubric: Rubric) -> Iterator[Point]:
    if said:
        yield Point("start", rubric.start, f"An answer starts with {rubric.start:g} points.")


def _said(transcript: Sequence[TranscriptTurn], rubric: Rubric, card: Sequence[str]) -> Iterator[_Said]:
    case = list(card)
    turn = 0
    several = sum(entry.speaker == "agent" for entry in transcript) > 1
    for row, entry in enumerate(transcript):
        if entry.speaker == "customer":
            case.append(entry.text)
            continue
        turn += 1
        previous = 0.0
        for sentence in entry.sentences:
            own = specificity(sentence.text, case) if case else rubric.unknown
            quoted = f"turn {turn}, “{sentence.text}”" if several else f"“{sentence.text}”"
            yield _Said(sentence, row, turn, max(own, previous * rubric.before), quoted)
            previous = own


def _grade(step: str, said: Sequence[_Said], rubric: Rubric) -> tuple[StepResult, Point]:
    worth = rubric.steps[step]
    rule = f"step.{step}"
    doing = [one for one in said if step in one.sentence.labels]
    if not doing:
        reason = f"{move(step).title}: no sentence {move(step).meaning}."
        return StepResult(False, 0.0, worth.points, ()), Point(rule, 0.0, reason)
    late = step in rubric.late.steps and doing[0].turn > rubric.late.after
    best = max(doing, key=lambda one: _share(step, one, rubric))
    points = round(worth.points * _share(step, best, rubric) * (rubric.late.share if late else 1.0), 2)
    result = StepResult(True, points, worth.points, tuple(one.as_evidence(rule) for one in doing))
    return result, Point(rule, points, _step_reason(step, best, late, worth.points, rubric))


def _share(step: str, one: _Said, rubric: Rubric) -> float:
    stock = rubric.steps[step].stock
    share = stock + (1 - stock) * min(1.0, one.specific / rubric.full)
    spoilt = step == APOLOGIZE and WEAK_APOLOGY in one.sentence.labels
    return share * rubric.spoilt if spoilt else share


def _step_reason(step: str, best: _Said, late: bool, of: float, rubric: Rubric) -> str:
    if step == APOLOGIZE and WEAK_APOLOGY in best.sentence.labels:
        how = "is an apology that takes itself back"
    elif best.specific >= rubric.full:
        how = "takes up what this customer said"
    elif best.specific > 0:
        how = "is partly tied to this customer's case"
    else:
        how = "would fit any complaint"
    after = f", and comes after turn {rubric.late.after}" if late else ""
    return f"{move(step).title} (of {of:g}): {best.quoted} {how}{after}."


def _mistakes(said: Sequence[_Said], rubric: Rubric, left: float) -> Iterator[tuple[Mistake, Point]]:
    """Charge each mistake a share of what is left, so that mending any one of many is seen in the score."""
    left = max(0.0, left)
    for one in said:
        for label in one.sentence.labels:
            if label not in MISTAKES:
                continue
            rule, kind, share = f"mistake.{label}", move(label), rubric.mistakes[label]
            cost = round(left * share, 2)
            reason = f"{kind.title}: {one.quoted} {kind.meaning}; takes {share:.0%} of {left:.1f}."
            left -= cost
            yield Mistake(label, one.as_evidence(rule), -cost), Point(rule, -cost, reason)


def _repeats(said: Sequence[_Said], rubric: Rubric) -> Iterator[Point]:
    """Charge sentences whose words (as a set, Jaccard index) are those of an earlier one."""
    earlier: list[frozenset[str]] = []
    left = rubric.repeats.most
    for one in said:
        words = frozenset(word.lower() for word in _WORD.findall(one.sentence.text))
        if len(words) < _SHORT:
            continue
        again = any(len(words & other) / len(words | other) >= rubric.repeats.alike for other in earlier)
        earlier.append(words)
        cost = min(rubric.repeats.points, left)
        if again and cost:
            left -= cost
            yield Point("repeat", -cost, f"Said again: {one.quoted}.")


def _overdose(said: Sequence[_Said], rubric: Rubric) -> Iterator[Point]:
    """Charge the apologies beyond the dose; after Packard's and Ashtar's finding that many apologies read as empty."""
    dose = rubric.apologies
    left = dose.most
    apologies = [one for one in said if APOLOGIZE in one.sentence.labels]
    for count, one in enumerate(apologies[dose.enough :], start=dose.enough + 1):
        cost = min(dose.points, left)
        if cost:
            left -= cost
            yield Point("apology_dose", -cost, f"Apology number {count}: {one.quoted}.")


def _dicts(items: Iterable[Evidence | Point]) -> list[dict[str, Any]]:
    return [asdict(item) for item in items]
