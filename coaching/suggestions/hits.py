"""Where the rules fire in a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coaching.recognition.sentence import RecognisedSentence
from coaching.suggestions.matching.match import Match
from coaching.suggestions.matching.when import Situation
from coaching.suggestions.rules import Rule

Found = Sequence[Mapping[str, tuple[Match, ...]]]
"""What a search finds in each sentence of a draft, by rule."""


class Hit(NamedTuple):
    """A rule that fires on a sentence (counted from 0); without a match it means the whole sentence."""

    rule: Rule
    sentence: int
    match: Match | None


def label_hits(pack: Sequence[Rule], label: str, found: Found, situation: Situation) -> Iterator[Hit]:
    """For each sentence with a mistake, the first rule that fires on it.

    Args:
        pack: The mistake's rules, in the order of trial.
        label: The mistake.
        found: What the search finds.
        situation: The draft.
    """
    for number, sentence in enumerate(situation.sentences):
        if label in sentence.labels:
            tried = (_first(rule, number, found, situation) for rule in pack)
            hit = next((one for one in tried if one is not None), None)
            if hit is not None:
                yield hit


def wording_hits(rule: Rule, found: Found, situation: Situation) -> list[Hit]:
    """Every place where a rule about wording fires."""
    if situation.channel not in rule.channels:
        return []
    hits = [
        Hit(rule, number, match)
        for number, here in enumerate(found)
        if rule.id in here and number not in situation.quoted and rule.when.holds(number, situation)
        for match in here[rule.id]
    ]
    return hits[rule.when.at_least - 1 :]


def _confidence(sentence: RecognisedSentence, label: str | None) -> float:
    """How sure the recogniser is of a label; 1 where a rule's words raised it, or where nobody was asked."""
    return 1.0 if label is None or label in sentence.raised else sentence.confidence.get(label, 1.0)


def _first(rule: Rule, number: int, found: Found, situation: Situation) -> Hit | None:
    if situation.channel not in rule.channels or not rule.when.holds(number, situation):
        return None
    if _confidence(situation.sentences[number], rule.label) < rule.when.confident:
        return None
    if rule.look is None:
        return Hit(rule, number, None)
    matches = found[number].get(rule.id, ())
    return Hit(rule, number, matches[0]) if matches else None
