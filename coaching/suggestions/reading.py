"""The moves of an agent's words: what the recogniser finds, and the mistakes that a rule's words name beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from coaching.moves import MISTAKES, in_codebook_order
from coaching.recognition import RecognisedSentence, Recogniser, Row
from coaching.suggestions.clearing import cleared
from coaching.suggestions.matching.match import plain
from coaching.suggestions.matching.quotes import quoted, unquoted
from coaching.suggestions.rules import Rule
from coaching.suggestions.ruleset import active_rules
from coaching.yamlfile import read

_REMEMBERED = 4096
"""Sentences of which is kept what they raise, some hundred bytes each."""
ALONE_FILE = Path(__file__).with_name("alone.yml")


class Recognises(Protocol):
    """What reads moves in sentences: the recogniser."""

    @property
    def version(self) -> str:
        """Scores carry it."""

    def recognise(self, text: str, customer: str = "") -> Sequence[RecognisedSentence]:
        """Cut a message into sentences and label each."""

    def label(self, rows: Sequence[Row]) -> Sequence[RecognisedSentence]:
        """Label each row's text as one sentence."""


class Reader:
    """Reads an agent's words for whoever judges them: practice, scores, labels and Assist hear the same.

    Attributes:
        version: The recogniser's version.
    """

    def __init__(self, recogniser: Recognises, rules: Iterable[Rule] | None = None) -> None:
        """Take the recogniser; ``load`` is the usual way.

        Args:
            recogniser: Finds the moves.
            rules: Whose words raise mistakes; None for the rules in force.
        """
        self._recogniser, self.version = recogniser, recogniser.version
        self._rules = tuple(active_rules().rules if rules is None else rules)
        self._raising = lru_cache(maxsize=_REMEMBERED)(self._raised)

    @classmethod
    def load(cls, path: Path | None = None) -> Reader:
        """Load the trained recogniser (once a process).

        Raises:
            MissingResourceError: As ``Recogniser.load``.
        """
        return cls(Recogniser.load(path))

    def recognise(self, text: str, customer: str = "") -> tuple[RecognisedSentence, ...]:
        """Cut a message into sentences and tell the moves of each.

        Confidences are the recogniser's. A mistake that words raise is no longer unsure; one that words rule out is
        gone (``clearing``); one in a sentence of somebody else's, quoted in the message, is none of the agent's.

        Args:
            text: The agent's message or draft; any characters.
            customer: The customer's last message, where there is one.
        """
        sentences = self._recogniser.recognise(text, customer)
        theirs = quoted(text, [(one.start, one.end) for one in sentences])
        return tuple(
            _without(one, MISTAKES) if number in theirs else self._with_raised(one)
            for number, one in enumerate(sentences)
        )

    def label(self, rows: Sequence[Row]) -> tuple[RecognisedSentence, ...]:
        """Tell the moves of each row's text, taken as one sentence."""
        return tuple(self._with_raised(one) for one in self._recogniser.label(rows))

    def _with_raised(self, sentence: RecognisedSentence) -> RecognisedSentence:
        said = dict(self._raising(sentence.text))
        free = cleared(sentence.text).difference(said)
        sentence = _without(sentence, free) if free else sentence
        raised = {label: id for label, id in said.items() if label not in sentence.labels}
        labels = in_codebook_order((*sentence.labels, *raised))
        return replace(
            sentence, labels=labels, unsure=tuple(one for one in sentence.unsure if one not in labels), raised=raised
        )

    def _raised(self, sentence: str) -> tuple[tuple[str, str], ...]:
        """Each mistake that the sentence raises, with the id of the rule."""
        return tuple((rule.label, rule.id) for rule in raising(sentence, self._rules) if rule.label)


def raising(sentence: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules whose unmistakable words the sentence says as its own, one for each mistake."""
    own = unquoted(plain(sentence))
    found: dict[str, Rule] = {}
    for rule in rules:
        if rule.label and rule.label not in found and rule.alone is not None and _said(rule.alone.pattern, own):
            found[rule.label] = rule
    return tuple(found.values())


def _without(sentence: RecognisedSentence, mistakes: Collection[str]) -> RecognisedSentence:
    labels, unsure = (
        tuple(label for label in given if label not in mistakes) for given in (sentence.labels, sentence.unsure)
    )
    return replace(sentence, labels=labels, unsure=unsure)


def _said(words: re.Pattern[str], own: str) -> bool:
    starts, told = _guards()
    for start in starts.finditer(own):
        if words.match(own, start.end()) and not told.search(own, 0, start.end()):
            return True
    return False


@lru_cache(maxsize=1)
def _guards() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where a clause starts, and the words behind which it is somebody else's."""
    root = read(ALONE_FILE)
    root.only("note", "source", "clause_starts", "told")
    starts, told = ("|".join(map(re.escape, root.at(name).texts())) for name in ("clause_starts", "told"))
    return (
        re.compile(rf"^\W*|[,;:.!?()–—-]\s*|\b(?:{starts})\b,?\s+(?:that )?", re.IGNORECASE),
        re.compile(rf"\b(?:{told})\b", re.IGNORECASE),
    )
