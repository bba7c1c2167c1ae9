"""What a draft check answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from coaching.moves import APOLOGIZE, STEPS, WEAK_APOLOGY
from coaching.recognition.language_of import Language
from coaching.recognition.sentence import RecognisedSentence
from coaching.scorecard import NOT_JUDGED, Scorecard
from coaching.tone import Fit, Scale, Sentiment
from coaching.understanding import Understanding

if TYPE_CHECKING:
    from coaching.customer.foresight import Reaction
    from coaching.suggestions.advice import Advice


@dataclass(frozen=True)
class Suggestion:
    """Wording offered; nothing is changed without the agent.

    Attributes:
        id: Unique in one report.
        kind: Whether ``text`` takes the place of ``start`` to ``end``, or goes in at ``start`` (then equal to ``end``).
        start: Offset in the draft, in characters.
        end: Offset behind the last character to be replaced.
        text: What to put there, with the spaces it needs. Square brackets are blanks for the agent.
        step: The HEARD step that it adds, if it is offered for one.
        why: Why it is better.
        rule: The wording rule it comes from.
    """

    id: str
    kind: Literal["replace", "insert"]
    start: int
    end: int
    text: str
    step: str | None
    why: str
    rule: str

    def apply(self, draft: str) -> str:
        """The draft with this suggestion in it."""
        return draft[: self.start] + self.text + draft[self.end :]


@dataclass(frozen=True)
class Finding:
    """A mistake or a weak wording in a draft, with the words it is about.

    Attributes:
        id: Unique in one report.
        rule: The rule's id.
        pack: The id of the rule's pack.
        label: The mistake of the codebook; None for a weak wording.
        title: What people call it.
        start: Offset of the offending words in the draft, in characters.
        end: Offset behind them.
        text: The words.
        severity: low, medium or high.
        message: What is wrong.
        why: Why that matters, with its source.
        suggestion: The id of the suggestion that mends it.
    """

    id: str
    rule: str
    pack: str
    label: str | None
    title: str
    start: int
    end: int
    text: str
    severity: str
    message: str
    why: str
    suggestion: str | None

    def to_json(self) -> dict[str, Any]:
        """The finding as plain JSON values."""
        return asdict(self)


@dataclass(frozen=True)
class DraftReport:
    """A checked draft; one in another language than English has nothing but that told of it.

    Attributes:
        language: What the draft is written in.
        channel: Where it is to be sent.
        recogniser: The recogniser's version.
        rules: The version of the rules in force.
        understanding: Of the customer's message; None where there is none.
        sentences: The draft's sentences with their moves: the recogniser's, and mistakes that a rule's words raise.
            A step whose substance is a blank that is still open is not among the moves.
        waiting: For each HEARD step the sentences that do it once their blanks are filled in.
        findings: In the order of the draft.
        suggestions: Replacements in the order of the draft, then insertions in the order of HEARD.
        sentiment: TextBlob's view, shown as it is and counted nowhere; None where the draft is not judged.
        scorecard: The draft's score with its account; None likewise.
        tone: How the draft sounds; None likewise.
        fit: How it suits its channel; None likewise.
        reaction: How the customer would probably take it; None likewise, and without a message.
        advice: What to mend, the weightiest first.
    """

    language: Language
    channel: str
    recogniser: str
    rules: str
    understanding: Understanding | None = None
    sentences: tuple[RecognisedSentence, ...] = ()
    waiting: Mapping[str, tuple[RecognisedSentence, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    sentiment: Sentiment | None = None
    scorecard: Scorecard | None = None
    tone: tuple[Scale, ...] | None = None
    fit: tuple[Fit, ...] | None = None
    reaction: Reaction | None = None
    advice: tuple[Advice, ...] = ()

    def covered(self) -> Mapping[str, tuple[RecognisedSentence, ...]]:
        """Each HEARD step with the sentences that do it; an apology that takes itself back is none."""
        doing = {step: tuple(one for one in self.sentences if step in one.labels) for step in STEPS}
        return doing | {APOLOGIZE: tuple(one for one in doing[APOLOGIZE] if WEAK_APOLOGY not in one.labels)}

    def to_json(self) -> dict[str, Any]:
        """The report as plain JSON values; not judged, all that judging gives is null."""
        account = self.scorecard.to_json() if self.scorecard else NOT_JUDGED
        steps = {
            step: {"covered": bool(doing), "spans": _spans(doing), "waiting": _spans(self.waiting.get(step, ()))}
            for step, doing in self.covered().items()
        }
        return {
            "language": self.language.to_json(),
            "channel": self.channel,
            "score": account["score"],
            "sentences": [sentence.to_json() for sentence in self.sentences],
            "understanding": self.understanding.to_json() if self.understanding else None,
            "findings": [finding.to_json() for finding in self.findings],
            "steps": steps if self.language.judged else None,
            "suggestions": [asdict(suggestion) for suggestion in self.suggestions],
            "advice": [advice.to_json() for advice in self.advice],
            "sentiment": self.sentiment.to_json() if self.sentiment else None,
            "tone": None if self.tone is None else [scale.to_json() for scale in self.tone],
            "fit": None if self.fit is None else [one.to_json() for one in self.fit],
            "reaction": self.reaction.to_json() if self.reaction else None,
            "points": account["points"],
            "rubric": account["rubric"],
            "recogniser": self.recogniser,
            "rules": self.rules,
        }


def _spans(sentences: Sequence[RecognisedSentence]) -> list[dict[str, int]]:
    return [{"start": one.start, "end": one.end} for one in sentences]
