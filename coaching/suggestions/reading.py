"""The moves of a draft: what the recogniser finds, and the mistakes that a rule's words name beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from coaching.moves import in_codebook_order
from coaching.recognition.sentence import RecognisedSentence
from coaching.suggestions.matching.match import plain, unquoted
from coaching.suggestions.rules import Rule
from coaching.suggestions.ruleset import active_rules
from coaching.yamlfile import read

ALONE_FILE = Path(__file__).with_name("alone.yml")


def with_raised(sentences: Iterable[RecognisedSentence]) -> tuple[RecognisedSentence, ...]:
    """Add to each sentence the mistakes that its words raise, so that marks, findings and score agree.

    Args:
        sentences: What the recogniser says; confidences stay as they are. What is raised is no longer unsure.
    """
    return tuple(_with(one, [rule.label for rule in raising(one.text) if rule.label]) for one in sentences)


def _with(sentence: RecognisedSentence, raised: list[str]) -> RecognisedSentence:
    labels = in_codebook_order((*sentence.labels, *raised))
    return replace(sentence, labels=labels, unsure=tuple(one for one in sentence.unsure if one not in labels))


def raising(sentence: str) -> tuple[Rule, ...]:
    """The rules whose unmistakable words the sentence says as its own, one for each mistake."""
    own = unquoted(plain(sentence))
    found: dict[str, Rule] = {}
    for rule in active_rules().rules:
        if rule.label and rule.label not in found and rule.alone is not None and _said(rule.alone.pattern, own):
            found[rule.label] = rule
    return tuple(found.values())


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
