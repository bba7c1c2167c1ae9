"""A conversation's scorecard: what each HEARD step and each mistake earned, with the words that made it.

A draft reply is scored the same way: as a conversation of the customer's message and one turn, by the draft's rubric.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from coaching.account import Account, Evidence, Point, Said
from coaching.case import specificity
from coaching.costs import charge_mistakes, charge_overdose, charge_repeats, charge_reply
from coaching.moves import (
    APOLOGIZE,
    COURTESY,
    DIAGNOSE,
    EMPATHIZE,
    HEAR,
    INQUIRE,
    MISTAKES,
    RESOLVE,
    STEPS,
    THANK,
    WEAK_APOLOGY,
    move,
)
from coaching.recognition.language_of import spoken_language
from coaching.recognition.sentence import RecognisedSentence
from coaching.reply import Reply
from coaching.rubric import Rubric
from coaching.tone.measures import words_of
from coaching.understanding import Understanding

Speaker = Literal["customer", "agent"]
Recognise = Callable[[str, str], Sequence[RecognisedSentence]]
NOT_JUDGED: Mapping[str, Any] = {"score": None, "steps": None, "mistakes": [], "points": [], "rubric": None}
"""What ``Scorecard.to_json`` would hold where no message of the agent is judged."""
_CONTENT = ("calm", "pleased")
_NO_ANSWER = {HEAR, EMPATHIZE, APOLOGIZE, COURTESY, THANK, INQUIRE}
_DEEDS = (RESOLVE, DIAGNOSE)


@dataclass(frozen=True)
class TranscriptTurn:
    """One row of a transcript; ``sentences`` are the moves of an agent's row, with offsets into ``text``."""

    speaker: Speaker
    text: str
    sentences: tuple[RecognisedSentence, ...] = ()


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


def score(
    transcript: Sequence[TranscriptTurn], rubric: Rubric, card: Sequence[str] = (), reply: Reply | None = None
) -> Scorecard:
    """Score a conversation. Same transcript, circumstances and rubric version, same result.

    Args:
        transcript: All rows in order; agent rows with their recognised sentences. No agent row gives a score of 0.
        rubric: The weights; ``rubric.formula`` tells in words what is done here.
        card: What the agent knows of the case from the start; naming it counts as specific, as the customer's words do.
        reply: A draft's circumstances; by default none is known. Read only with a draft's rubric.
    """
    reply = reply or Reply()
    said = tuple(_said(transcript, rubric, card))
    worth = _worth(rubric, called_for(reply.understanding, rubric))
    graded = {step: _grade(step, said, worth, rubric) for step in STEPS}
    account = Account([*_start(said, worth), *(point for _, point in graded.values())])
    charge_repeats(account, said, rubric)
    if rubric.reply:
        charge_reply(account, said, rubric, rubric.reply, reply)
    else:
        charge_overdose(account, said, rubric.apologies)
    mistakes = tuple(Mistake(label, proof, -cost) for label, proof, cost in charge_mistakes(account, said, rubric))
    steps = {step: result for step, (result, _) in graded.items()}
    if rubric.reply and reply.rules:
        rubric = replace(rubric, version=f"{rubric.version}-{reply.rules}")
    return Scorecard(round(min(100.0, account.left)), steps, mistakes, tuple(account.points), rubric)


def called_for(understanding: Understanding | None, rubric: Rubric) -> tuple[str, ...]:
    """The HEARD steps that a customer's message calls for, in order.

    All five for a complaint; RESOLVE, which is the answer, for one who only asks; none for one who is pleased and asks
    for nothing.

    Args:
        understanding: Of the message; None where there is none, or where it is not the message alone that counts.
        rubric: Says when a customer only asks; a session's rubric never does.
    """
    if understanding is None or rubric.reply is None:
        return STEPS
    calm, emotion = rubric.reply.calm, understanding.emotion
    wants = {want.kind for want in understanding.wants}
    upset = emotion.name not in _CONTENT and emotion.strength >= calm.below
    if upset or understanding.facts.problem or not wants <= set(calm.wants):
        return STEPS
    if wants:
        return (RESOLVE,)
    return () if emotion.name == "pleased" else STEPS


@dataclass(frozen=True)
class _Worth:
    """What this message makes a start and each step worth, in points; and whether a plain answer is a remedy."""

    start: float
    steps: Mapping[str, float]
    only_asks: bool


def _worth(rubric: Rubric, called: Sequence[str]) -> _Worth:
    steps = {step: worth.points if step in called else 0.0 for step, worth in rubric.steps.items()}
    spare = sum(worth.points for worth in rubric.steps.values()) - sum(steps.values())
    if RESOLVE in called:
        steps[RESOLVE] += spare
        return _Worth(rubric.start, steps, only_asks=spare > 0)
    return _Worth(rubric.start + spare, steps, only_asks=False)


def _start(said: Sequence[Said], worth: _Worth) -> Iterator[Point]:
    if said:
        yield Point("start", worth.start, f"An answer starts with {worth.start:g} points.")


def _said(transcript: Sequence[TranscriptTurn], rubric: Rubric, card: Sequence[str]) -> Iterator[Said]:
    case = list(card)
    turn = 0
    several = sum(entry.speaker == "agent" for entry in transcript) > 1
    for row, entry in enumerate(transcript):
        if entry.speaker == "customer":
            case.append(entry.text)
            continue
        turn += 1
        previous = best = 0.0
        for sentence in entry.sentences:
            own = specificity(sentence.text, case) if case else rubric.unknown
            quoted = f"turn {turn}, “{sentence.text}”" if several else f"“{sentence.text}”"
            leaning, in_context = max(own, previous * rubric.before), max(own, best * rubric.before)
            yield Said(sentence, row, turn, leaning, in_context, quoted)
            previous, best = own, max(best, own)


def _grade(step: str, said: Sequence[Said], worth: _Worth, rubric: Rubric) -> tuple[StepResult, Point]:
    of, rule = worth.steps[step], f"step.{step}"
    doing = [one for one in said if _does(step, one, worth)]
    if not of:
        reason = f"{move(step).title}: not called for by this message."
        return StepResult(bool(doing), 0.0, 0.0, tuple(one.as_evidence(rule) for one in doing)), Point(
            rule, 0.0, reason
        )
    if not doing:
        reason = f"{move(step).title}: no sentence {move(step).meaning}."
        return StepResult(False, 0.0, of, ()), Point(rule, 0.0, reason)
    kept, why = _untimely(step, said, doing[0], rubric)
    best = max(doing, key=lambda one: _share(step, one, worth, rubric))
    points = round(of * _share(step, best, worth, rubric) * kept, 2)
    result = StepResult(True, points, of, tuple(one.as_evidence(rule) for one in doing))
    return result, Point(
        rule, points, f"{move(step).title} (of {of:g}): {best.quoted} {_how(step, best, rubric)}{why}."
    )


def _does(step: str, one: Said, worth: _Worth) -> bool:
    """Whether a sentence does a step; to one who only asks, a plain word on what they asked is the answer."""
    labels = set(one.sentence.labels)
    if step in labels:
        return True
    answers = one.specific > 0 and not labels & {*MISTAKES, *_NO_ANSWER}
    return step == RESOLVE and worth.only_asks and (DIAGNOSE in labels or answers)


def _untimely(step: str, said: Sequence[Said], first: Said, rubric: Rubric) -> tuple[float, str]:
    """The share of its points that a step keeps for the time at which it is first done, and why."""
    if rubric.late and step in rubric.late.steps and first.turn > rubric.late.after:
        return rubric.late.share, f", and comes after turn {rubric.late.after}"
    if rubric.reply and step in rubric.reply.order.steps:
        remedy = next((one for one in said if RESOLVE in one.sentence.labels), first)
        if remedy.sentence.start < first.sentence.start:
            return rubric.reply.order.share, f", and comes only after “{remedy.sentence.text}”"
    return 1.0, ""


def _share(step: str, one: Said, worth: _Worth, rubric: Rubric) -> float:
    stock = rubric.reply.calm.stock if rubric.reply and worth.only_asks else rubric.steps[step].stock
    share = stock + (1 - stock) * min(1.0, _tied(step, one, rubric) / rubric.full)
    if rubric.reply and _endless(one, rubric):
        share *= rubric.reply.endless.share
    spoilt = step == APOLOGIZE and WEAK_APOLOGY in one.sentence.labels
    return share * rubric.spoilt if spoilt else share


def _endless(one: Said, rubric: Rubric) -> bool:
    return rubric.reply is not None and len(words_of(one.sentence.text)) > rubric.reply.endless.words


def _how(step: str, best: Said, rubric: Rubric) -> str:
    if step == APOLOGIZE and WEAK_APOLOGY in best.sentence.labels:
        return "is an apology that takes itself back"
    if _endless(best, rubric):
        return "is a sentence too long to be taken in"
    tied = _tied(step, best, rubric)
    if tied >= rubric.full:
        return "takes up what this customer said"
    return "is partly tied to this customer's case" if tied > 0 else "would fit any complaint"


def _tied(step: str, one: Said, rubric: Rubric) -> float:
    """How specific a sentence is to the case; in a draft, what is done may lean on all that was said before it."""
    return one.in_context if rubric.reply and step in _DEEDS else one.specific


def _dicts(items: Iterable[Evidence | Point]) -> list[dict[str, Any]]:
    return [asdict(item) for item in items]
