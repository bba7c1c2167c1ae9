"""The shapes of the API's answers on calibration; those of the sample tell nothing of what the machine sees."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from assistant_api.shapes import Shape


class SentenceToRate(Shape):
    """A sentence, with what came before it."""

    session: str
    turn: int = Field(ge=1)
    sentence: int = Field(ge=0, description="Its place in the turn, from 0")
    text: str
    before: str = Field(description="What the agent said before it in the same turn; may be empty")
    customer: str = Field(description="What the customer said last")
    labels: list[str] | None = Field(description="What you said; null for not yet")


class LineToRate(Shape):
    """Something that was said."""

    by: str = Field(description="agent or customer")
    text: str


class SessionToRate(Shape):
    """A whole session."""

    session: str
    title: str
    customer: str
    level: int
    lines: list[LineToRate]
    score: int | None = Field(description="What you said, 0 to 100; null for not yet")


class CalibrationSample(Shape):
    """What is to be rated."""

    seed: int
    until: date = Field(description="The last day whose sessions it was drawn from")
    rare: int = Field(
        ge=0, description="So many of the sentences were drawn for a label that few carry, the others by lot"
    )
    sentences: list[SentenceToRate]
    sessions: list[SessionToRate]


class RatingAnswer(Shape):
    """What you said, as it is kept now."""

    session: str
    turn: int | None
    sentence: int | None
    labels: list[str] | None
    score: int | None


class KappaAnswer(Shape):
    """Agreement on a label beyond chance."""

    n: int = Field(ge=0, description="Sentences, each as often as two have read it")
    both: int = Field(ge=0)
    first: int = Field(ge=0, description="Only the first gave it: beside the machine, only the trainer")
    second: int = Field(ge=0)
    neither: int = Field(ge=0)
    kappa: float | None = Field(description="Cohen's kappa, -1 to 1; null where it is not defined")
    note: str = Field(description="Why it is not defined; empty where it is")


class LabelAgreement(Shape):
    """How far a label can be trusted."""

    label: str
    among: KappaAnswer
    machine: KappaAnswer
    f1: float = Field(description="The recogniser's F1 on sentences held out while it was taught")
    weak: bool = Field(description="Whether the recogniser is known to be weak at it")


class CorrelationAnswer(Shape):
    """How scores go together."""

    n: int = Field(ge=0)
    pearson: float | None
    spearman: float | None
    note: str = Field(description="Why it is not defined; empty where it is")


class Confused(Shape):
    """How often trainers said one thing where the machine said another, or the same."""

    trainer: str = Field(description="A label, or none")
    machine: str = Field(description="A label, or none")
    count: int = Field(ge=1)


class Differing(Shape):
    """A sentence in which you saw something else than the machine."""

    session: str
    turn: int
    sentence: int
    text: str
    title: str
    labels: list[str]
    machine: list[str]
    corrected: bool = Field(description="Whether its labels are overruled in a review, and so go to the training data")


class CalibrationAgreement(Shape):
    """Agreement over all ratings that you may see; rare labels are more frequent there than in what is written."""

    raters: int = Field(ge=0)
    sentences: int = Field(ge=0, description="Different sentences that were rated")
    sessions: int = Field(ge=0, description="Different sessions whose score was rated")
    labels: list[LabelAgreement]
    scores_among: CorrelationAnswer
    scores_machine: CorrelationAnswer
    confusion: list[Confused] = Field(description="The most frequent first")
    weak: list[str] = Field(description="Labels at which the recogniser is known to be weak, the weakest first")
    differing: list[Differing] = Field(description="Of your own ratings")
