"""The draft check: everything that the assistant says of one reply."""

from __future__ import annotations

from functools import lru_cache

from coaching.channels import CHAT
from coaching.recognition.language_of import spoken_language
from coaching.rubric import DRAFT, Rubric
from coaching.scorecard import TranscriptTurn, score
from coaching.suggestions.findings import find
from coaching.suggestions.matching.quotes import quoted
from coaching.suggestions.matching.when import Situation
from coaching.suggestions.reading import Reader, Recognises
from coaching.suggestions.report import DraftReport
from coaching.suggestions.ruleset import Ruleset, active_rules
from coaching.suggestions.steps import body, missing_steps
from coaching.suggestions.writer import Writer
from coaching.tone import sentiment
from coaching.understanding import read_facts, understand

_REMEMBERED = 2048
"""Wordings whose moves are kept, some hundred bytes each."""


class DraftChecker:
    """Checks drafts with one recogniser and the draft rubric; may be shared between threads."""

    def __init__(self, recogniser: Recognises, rules: Ruleset | None = None) -> None:
        """Take the recogniser; the rubric is read when the first draft comes.

        Args:
            recogniser: Reads the moves.
            rules: What to check by; None for the rules in force.
        """
        self._rules = rules or active_rules()
        self._reader = Reader(recogniser)
        # Wording for a case stays the same while its draft is typed, so each is read once.
        self._moves = lru_cache(maxsize=_REMEMBERED)(self._read_moves)

    def check(self, draft: str, customer: str = "", channel: str = CHAT) -> DraftReport:
        """Check a reply before it is sent. Same draft, message and versions, same report.

        A draft that is surely not English is not judged: the report tells its language alone.

        Args:
            draft: The reply. A greeting alone, or nothing, gets a sentence offered for every step.
            customer: The message that it answers. Without one, suggestions have blanks in place of its facts.
            channel: Where it is written; one of ``CHANNELS``.
        """
        language = spoken_language(draft)
        if not language.judged:
            return DraftReport(language, (), (), (), None, None, self._reader.version)
        sentences = self._reader.recognise(draft, customer)
        facts = read_facts(customer).known()
        emotion = understand(customer).emotion.name if customer.strip() else None
        writer = Writer(facts, draft, customer, lambda text: self._moves(text, customer))
        theirs = quoted(draft, [(one.start, one.end) for one in sentences])
        situation = Situation(sentences, body(sentences), channel, emotion, theirs)
        findings, replacements = find(situation, writer, self._rules)
        insertions = missing_steps(draft, sentences, writer)
        asked = (TranscriptTurn("customer", customer),) if customer.strip() else ()
        return DraftReport(
            language=language,
            sentences=sentences,
            findings=findings,
            suggestions=replacements + insertions,
            sentiment=sentiment(draft),
            scorecard=score((*asked, TranscriptTurn("agent", draft, sentences)), _rubric()),
            recogniser=self._reader.version,
        )

    def _read_moves(self, text: str, customer: str) -> frozenset[str]:
        sentences = self._reader.recognise(text, customer)
        return frozenset(label for one in sentences for label in one.labels)


@lru_cache(maxsize=1)
def _rubric() -> Rubric:
    return Rubric.load(DRAFT)
