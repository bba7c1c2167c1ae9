"""The shapes of scorecards and of the report on a draft, as ``coaching`` gives them."""

from __future__ import annotations

from pydantic import Field

from assistant_api.api.insights import Advice, Fit, Reaction, Scale, Span, Understanding
from assistant_api.shapes import Sentence, Shape


class RubricAnswer(Shape):
    """What a score was made by."""

    id: str
    version: str
    formula: str = Field(description="In words")


class Point(Shape):
    """One line of a score's account."""

    rule: str
    points: float
    reason: str


class Evidence(Shape):
    """The words that show a step."""

    row: int = Field(ge=0, description="Row of the transcript, from 0")
    turn: int = Field(ge=1, description="Turn of the agent")
    text: str
    start: int = Field(ge=0, description="Offset in the row's text, in Unicode code points")
    end: int = Field(ge=0)
    rule: str


class StepScore(Shape):
    """What one step earned."""

    done: bool
    points: float
    of: float
    evidence: list[Evidence]


class StepScores(Shape):
    """What each of the five steps earned."""

    hear: StepScore
    empathize: StepScore
    apologize: StepScore
    resolve: StepScore
    diagnose: StepScore


class MistakeScore(Evidence):
    """What one mistake cost."""

    label: str
    title: str
    points: float = Field(le=0)
    repaired: Evidence | None = Field(None, description="What put it right and earned a part back")


class QualityScore(Shape):
    """What one quality of the whole conversation earned."""

    title: str
    points: float
    of: float
    evidence: list[Evidence]


class Scorecard(Shape):
    """How a session scored; every point names its words."""

    score: int = Field(ge=0, le=100)
    steps: StepScores
    qualities: dict[str, QualityScore] = Field(
        {}, description="Order, ownership, cause and the like by id; none where an older rubric scored it"
    )
    mistakes: list[MistakeScore]
    points: list[Point] = Field(description="Their sum, cut to 0-100 and rounded, is the score")
    rubric: RubricAnswer


class Finding(Span):
    """Words in the draft that are better changed."""

    id: str
    rule: str
    pack: str = Field(description="The pack of rules that it belongs to")
    label: str | None = Field(description="The mistake of the codebook; null for a weak wording that is none")
    title: str
    text: str
    severity: str
    message: str
    why: str
    suggestion: str | None = Field(description="The id of a suggestion that mends it")


class Coverage(Shape):
    """Whether the draft covers a step, and where."""

    covered: bool
    spans: list[Span]
    waiting: list[Span] = Field(
        description="Sentences that cover it once their blanks, in square brackets, are filled in"
    )


class StepCoverage(Shape):
    """The five steps in the draft."""

    hear: Coverage
    empathize: Coverage
    apologize: Coverage
    resolve: Coverage
    diagnose: Coverage


class Suggestion(Span):
    """Wording to take over: put `text` in place of the span."""

    id: str
    kind: str = Field(description="replace or insert")
    text: str
    step: str | None = Field(description="The step that it adds")
    why: str
    rule: str


class Assessment(Shape):
    """Words that the lexicon knows."""

    words: str
    polarity: float = Field(ge=-1, le=1)
    subjectivity: float = Field(ge=0, le=1)


class Sentiment(Shape):
    """TextBlob's view, which a lexicon alone makes: to be shown, not to be scored by."""

    polarity: float = Field(ge=-1, le=1)
    subjectivity: float = Field(ge=0, le=1)
    assessments: list[Assessment]


class WeighedWord(Span):
    """A word that spoke for a label; offsets count from the sentence's start."""

    text: str
    weight: float = Field(ge=0, description="By how much the label's log-odds fall when it is left out")


class Explanation(Shape):
    """Why the recogniser sees a move in a sentence."""

    label: str
    confidence: float = Field(ge=0, le=1, description="The label's probability")
    words: list[WeighedWord] = Field(description="At most five, the weightiest first")
    recogniser: str = Field(description="The recogniser's version")


class Language(Shape):
    """What the draft is written in."""

    code: str | None = Field(description="ISO 639-1; `en` for all that is judged, null where there are no letters")
    name: str | None = Field(description="In English")
    confidence: float = Field(ge=0, le=1, description="The probability of that language")
    judged: bool = Field(description="False only where the draft is surely not English")


class DraftReport(Shape):
    """What the check found in a draft; one that is not judged has null for all that judging gives."""

    language: Language
    channel: str = Field(description="Where it is to be sent: chat, email, social or phone")
    score: int | None = Field(ge=0, le=100)
    sentences: list[Sentence]
    understanding: Understanding | None = Field(description="Null where no customer's message came with it")
    findings: list[Finding]
    steps: StepCoverage | None
    suggestions: list[Suggestion]
    advice: list[Advice] = Field(description="What to change, the weightiest first, at most as many as were asked for")
    sentiment: Sentiment | None
    tone: list[Scale] | None = Field(description="Each scale with its words")
    fit: list[Fit] | None = Field(description="How the draft suits the channel")
    reaction: Reaction | None = Field(description="How the customer would probably take it")
    points: list[Point]
    rubric: RubricAnswer | None
    recogniser: str = Field(description="The recogniser's version")
    rules: str = Field(description="The version of the rules in force")


class DraftReports(Shape):
    """What the checks found, in the order of the drafts."""

    reports: list[DraftReport]
