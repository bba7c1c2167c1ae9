"""The draft check: everything that the assistant says of one reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from coaching.channels import CHAT
from coaching.customer.foresight import Reaction, foresee
from coaching.recognition import RecognisedSentence, Recogniser, Row
from coaching.recognition.language_of import spoken_language
from coaching.reply import Reply, WeakWording
from coaching.rubric import DRAFT, Rubric
from coaching.scorecard import TranscriptTurn, called_for, score
from coaching.suggestions.advice import advise
from coaching.suggestions.blanks import hold_back
from coaching.suggestions.findings import find
from coaching.suggestions.matching.quotes import quoted
from coaching.suggestions.matching.when import Situation
from coaching.suggestions.reading import Reader, Recognises
from coaching.suggestions.report import DraftReport, Finding
from coaching.suggestions.ruleset import Ruleset, active_rules
from coaching.suggestions.steps import body, missing_steps
from coaching.suggestions.vetting import Vetting
from coaching.suggestions.writer import Writer
from coaching.tone import channel_fit, sentiment, tone_profile
from coaching.understanding import FRUSTRATED, understand


class DraftChecker:
    """Checks drafts with one recogniser and the draft rubric; may be shared between threads."""

    def __init__(self, recogniser: Recognises, rules: Ruleset | None = None) -> None:
        """Take the recogniser; the rubric is read when the first draft comes.

        Args:
            recogniser: Reads the moves.
            rules: What to check by; None for the rules in force.
        """
        self._rules = rules or active_rules()
        self._reader = Reader(recogniser, self._rules.rules)
        self._vetting = Vetting(self._reader)

    @classmethod
    def load(cls) -> DraftChecker:
        """A checker with the trained recogniser and the rules in force.

        Raises:
            MissingResourceError: There is no trained recogniser; names the command that makes it.
            CoachError: A pack of rules is not as it should be.
        """
        return cls(Recogniser.load())

    def check(self, draft: str, customer: str = "", channel: str = CHAT, most: int | None = None) -> DraftReport:
        """Check a reply before it is sent. Same draft, message, channel and versions, same report.

        A draft that is surely not English is not judged: the report tells its language and what the customer wrote.

        Args:
            draft: The reply. A greeting alone, or nothing, gets a sentence offered for every step.
            customer: The message that it answers. Without one, suggestions have blanks in place of its facts.
            channel: Where it is to be sent; one of ``CHANNELS``.
            most: How many pieces of advice to give, the weightiest first; None for all.
        """
        report = DraftReport(
            language=spoken_language(draft),
            channel=channel,
            recogniser=self._reader.version,
            rules=self._rules.version,
            understanding=understand(customer) if customer.strip() else None,
        )
        return self._judged(report, draft, customer, most) if report.language.judged else report

    def _judged(self, report: DraftReport, draft: str, customer: str, most: int | None) -> DraftReport:
        understanding, channel = report.understanding, report.channel
        read = self._reader.recognise(draft, customer)
        sentences, waiting = hold_back(read, lambda texts: self._reader.label([Row(one, customer) for one in texts]))
        facts = understanding.facts.known() if understanding else {}
        emotion = understanding.emotion.name if understanding else FRUSTRATED
        writer = Writer(facts, draft, customer, self._vetting.of(customer), channel, emotion)
        findings, replacements = find(_situation(draft, sentences, report), writer, self._rules)
        called = called_for(understanding, _rubric())
        suggestions = replacements + missing_steps(draft, read, writer, called)
        fit = channel_fit(draft, sentences, channel)
        wordings = [
            WeakWording(one.rule, one.severity, one.start, one.end, one.text) for one in findings if not one.label
        ]
        asked = (TranscriptTurn("customer", customer),) if understanding else ()
        reply = Reply(understanding, wordings, fit, self._rules.version)
        reaction = foresee(customer, understanding, sentences) if understanding else None
        return replace(
            report,
            sentences=sentences,
            waiting=waiting,
            findings=findings,
            suggestions=suggestions,
            sentiment=sentiment(draft),
            scorecard=score((*asked, TranscriptTurn("agent", draft, sentences)), _rubric(), reply=reply),
            tone=tone_profile(draft, sentences, understanding, customer),
            fit=fit,
            reaction=reaction,
            advice=advise(findings, suggestions, understanding, most, _costs(findings, sentences, reaction)),
        )


def _costs(
    findings: Sequence[Finding], sentences: Sequence[RecognisedSentence], reaction: Reaction | None
) -> dict[str, float]:
    """By the id of a mistake, what its sentence costs."""
    costs = reaction.costs if reaction else {}
    return {
        finding.id: costs[one.text]
        for one in sentences
        if one.text in costs
        for finding in findings
        if finding.label and one.start <= finding.start < one.end
    }


def _situation(draft: str, sentences: tuple[RecognisedSentence, ...], report: DraftReport) -> Situation:
    theirs = quoted(draft, [(one.start, one.end) for one in sentences])
    emotion = report.understanding.emotion.name if report.understanding else None
    facts = report.understanding.facts.known() if report.understanding else {}
    return Situation(sentences, body(sentences), report.channel, emotion, theirs, facts)


@lru_cache(maxsize=1)
def _rubric() -> Rubric:
    return Rubric.load(DRAFT)
