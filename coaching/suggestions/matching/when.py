"""The context in which a rule applies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coaching.moves import LABELS
from coaching.recognition.sentence import RecognisedSentence
from coaching.suggestions.matching.expressions import read_pattern
from coaching.suggestions.matching.match import plain
from coaching.understanding.facts import FACTS
from coaching.yamlfile import Node

PLACES = ("first", "last")
_QUESTION = re.compile(r"\?[\"”’')\]]*$")
_MOST = 50
"""More matches of one rule than any draft holds."""


@dataclass(frozen=True)
class Situation:
    """A draft as the rules see it.

    Attributes:
        sentences: Its sentences with their moves.
        body: The range of sentences between greeting and close, half-open.
        channel: Where it is written.
        emotion: What the customer feels; None where they wrote nothing.
        quoted: The sentences, counted from 0, that are somebody else's words.
        facts: What the customer told, by the names of the places in replacements.
    """

    sentences: Sequence[RecognisedSentence]
    body: tuple[int, int]
    channel: str
    emotion: str | None
    quoted: frozenset[int] = frozenset()
    facts: Mapping[str, str] = field(default_factory=dict)

    def labels(self) -> frozenset[str]:
        """All moves of the draft."""
        return frozenset(label for sentence in self.sentences for label in sentence.labels)

    def unsaid(self, fact: str) -> bool:
        """Whether the customer told a fact that no sentence of the draft takes up."""
        told = self.facts.get(fact)
        return told is not None and all(plain(told).lower() not in plain(one.text).lower() for one in self.sentences)


@dataclass(frozen=True)
class When:
    """Conditions, of which all that are given have to hold.

    Attributes:
        labels: Moves that the sentence makes.
        without: Moves that it does not make.
        draft_with: Moves that some sentence of the draft makes.
        draft_without: Moves that no sentence of the draft makes.
        place: The first or last sentence of the draft's body.
        at_least: How often the rule has to match in the draft; only the matches from that one on are findings.
        customer: What the customer feels, one of these.
        unsaid: Facts that the customer told and the draft does not take up.
        confident: The least confidence, 0 to 1, of the recogniser in the label of the rule's pack.
        question: Whether the sentence ends in a question mark.
        unless: An expression that the sentence must not hold.
    """

    labels: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    draft_with: frozenset[str] = frozenset()
    draft_without: frozenset[str] = frozenset()
    place: str | None = None
    at_least: int = 1
    customer: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()
    confident: float = 0.0
    question: bool | None = None
    unless: re.Pattern[str] | None = None

    def holds(self, number: int, situation: Situation) -> bool:
        """Whether a sentence is in this context, ``at_least`` and ``confident`` apart.

        Args:
            number: The sentence, counted from 0.
            situation: Its draft.
        """
        sentence = situation.sentences[number]
        labels, drafted = set(sentence.labels), situation.labels()
        first, behind = situation.body
        return (
            self.labels <= labels
            and not self.without & labels
            and self.draft_with <= drafted
            and not self.draft_without & drafted
            and (self.place is None or number == (first if self.place == "first" else behind - 1))
            and (not self.customer or situation.emotion in self.customer)
            and all(situation.unsaid(fact) for fact in self.unsaid)
            and (self.question is None or self.question == bool(_QUESTION.search(sentence.text)))
            and (self.unless is None or not self.unless.search(plain(sentence.text)))
        )


def read_when(node: Node, emotions: Sequence[str]) -> When:
    """Read the conditions of a rule.

    Args:
        node: The mapping.
        emotions: The names that ``customer`` may use.

    Raises:
        DataError: One is not as it should be; names the line.
    """
    node.only(*When.__dataclass_fields__)
    place, question, unless, least, sure = (
        node.get(key) for key in ("place", "question", "unless", "at_least", "confident")
    )
    return When(
        labels=_chosen(node, "labels", LABELS),
        without=_chosen(node, "without", LABELS),
        draft_with=_chosen(node, "draft_with", LABELS),
        draft_without=_chosen(node, "draft_without", LABELS),
        place=place.one_of(PLACES) if place else None,
        at_least=_whole(least) if least else 1,
        customer=_chosen(node, "customer", emotions),
        unsaid=_chosen(node, "unsaid", FACTS),
        confident=sure.number(0, 1) if sure else 0.0,
        question=question.flag() if question else None,
        unless=read_pattern(unless).regex if unless else None,
    )


def _chosen(node: Node, key: str, choices: Sequence[str]) -> frozenset[str]:
    listed = node.get(key)
    return frozenset(one.one_of(tuple(choices)) for one in listed.each()) if listed else frozenset()


def _whole(node: Node) -> int:
    number = node.number(1, _MOST)
    if number != int(number):
        raise node.error(f"a whole number from 1 to {_MOST}")
    return int(number)
