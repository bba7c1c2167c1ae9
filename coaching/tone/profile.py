"""The tone of a reply on eight scales, each with the words that make it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from coaching.case import parse, specificity
from coaching.moves import APOLOGIZE, DIAGNOSE, EMPATHIZE, HEAR, MISTAKES
from coaching.recognition.sentence import RecognisedSentence
from coaching.tone.measures import ease_of, measured, pain_words, words_of
from coaching.tone.scales import ScaleRules, tone_rules
from coaching.tone.signs import PASSIVE, Sign, signs_in
from coaching.understanding import Understanding

_USUAL = 15
"""Words in a sentence of usual length."""
_HARD, _EASY = 20.0, 80.0
"""Reading ease that is as hard, or as easy, as the clarity scale tells apart (Flesch's "very difficult" and "easy")."""
_FACTUAL = {HEAR, EMPATHIZE, APOLOGIZE, DIAGNOSE}
"""Moves that say what happened to the customer; "you were charged twice" evades nothing there."""
_LEAST = 0.0005
"""What moves a scale by less is not shown."""


@dataclass(frozen=True)
class ToneWord:
    """Words that move a scale.

    Attributes:
        text: The words, as they stand in the draft.
        start: Offset of the first character in the draft, in code points.
        end: Offset behind the last one.
        by: How far they move the scale, signed.
        rule: The id of the rule, ``tone.<scale>.<name>``.
    """

    text: str
    start: int
    end: int
    by: float
    rule: str


@dataclass(frozen=True)
class Scale:
    """One scale of a draft's tone.

    Attributes:
        name: One of ``coaching.tone.scales.SCALES``.
        title: What people call it.
        value: 0 to 1; the scale's base and what its words move it by add up to it, but for rounding.
        words: What moved it, in the order of the draft.
        meaning: What the scale tells.
    """

    name: str
    title: str
    value: float
    words: tuple[ToneWord, ...]
    meaning: str

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values, three decimals."""
        words = [{**asdict(word), "by": round(word.by, 3)} for word in self.words]
        return {
            "name": self.name,
            "title": self.title,
            "value": round(self.value, 3),
            "meaning": self.meaning,
            "words": words,
        }


@dataclass(frozen=True)
class _Evidence:
    """Words that speak for (``up``) or against (``down``) a scale, each with a weight of 0 or more."""

    start: int
    end: int
    up: float
    down: float
    rule: str


_Weighed = tuple[int, int, float, str]
"""Place in the sentence, signed weight, name of the rule."""


def tone_profile(
    draft: str,
    sentences: Sequence[RecognisedSentence],
    understanding: Understanding | None = None,
    customer: str = "",
) -> tuple[Scale, ...]:
    """Read the tone of a draft. Same draft, sentences and message, same profile.

    Naming a customer's pain never lowers a scale: a sentence that empathises is evidence for, never against, and words
    of ``pain.yml`` are no evidence against anything anywhere.

    Args:
        draft: The draft.
        sentences: Its sentences with their moves.
        understanding: What was understood of the customer's message, where there is one; tells their name.
        customer: That message; a sentence that takes it up counts for more.
    """
    name = (understanding.facts.name or "") if understanding else ""
    found: dict[str, list[_Evidence]] = {scale.name: [] for scale in tone_rules().scales}
    for one in sentences:
        tied = specificity(one.text, [customer]) if customer.strip() else 0.0
        signs = signs_in(parse(one.text), name)
        for scale in tone_rules().scales:
            found[scale.name].extend(_evidence(scale, one, tied, signs))
    return tuple(_scale(scale, found[scale.name], draft) for scale in tone_rules().scales)


def _evidence(scale: ScaleRules, one: RecognisedSentence, tied: float, signs: Sequence[Sign]) -> Iterator[_Evidence]:
    """What one sentence is to one scale."""
    for start, end, weight, rule in (*_moved(scale, one, tied), *_worded(scale, one), *_signed(scale, one, signs)):
        yield _Evidence(one.start + start, one.start + end, max(0.0, weight), max(0.0, -weight), rule)
    if scale.reading and measured([one]):
        ease = ease_of([one.text])
        weight = scale.reading * min(2.0, ease.words / _USUAL)
        easy = min(1.0, max(0.0, (ease.reading_ease - _HARD) / (_EASY - _HARD)))
        rule = "easy_to_read" if easy >= scale.base else "hard_to_read"
        yield _Evidence(one.start, one.end, weight * easy, weight * (1.0 - easy), rule)


def _moved(scale: ScaleRules, one: RecognisedSentence, tied: float) -> Iterator[_Weighed]:
    for label in one.labels:
        weight = scale.moves.get(label, 0.0)
        if weight > 0:
            weight *= scale.stock + (1.0 - scale.stock) * tied
            # An apology that takes itself back, or a step beside blame, is no more than a stock phrase.
            weight *= scale.stock if set(one.labels) & set(MISTAKES) else 1.0
        if weight:
            yield 0, len(one.text), weight, label
    if scale.tied and tied:
        yield 0, len(one.text), scale.tied * tied, "tied_to_the_case"


def _worded(scale: ScaleRules, one: RecognisedSentence) -> Iterator[_Weighed]:
    for match in scale.pattern.finditer(one.text.replace("’", "'")):
        phrases = scale.phrases[match[0].lower()]
        spared = phrases.weight < 0 and not phrases.always and _names_pain(one, match[0])
        if not spared and not set(phrases.not_in) & set(one.labels):
            yield match.start(), match.end(), phrases.weight, phrases.id


def _signed(scale: ScaleRules, one: RecognisedSentence, signs: Sequence[Sign]) -> Iterator[_Weighed]:
    for sign in signs:
        weight = scale.signs.get(sign.kind, 0.0)
        told = sign.kind == PASSIVE and set(one.labels) & _FACTUAL
        spared = weight < 0 and _names_pain(one, one.text[sign.start : sign.end])
        if weight and not told and not spared:
            yield sign.start, sign.end, weight, sign.kind


def _names_pain(one: RecognisedSentence, words: str) -> bool:
    """Whether words are part of naming a pain: in a sentence that empathises, or by what they say."""
    empathises = EMPATHIZE in one.labels and not set(one.labels) & set(MISTAKES)
    return empathises or any(word.lower() in pain_words() for word in words_of(words))


def _scale(scale: ScaleRules, found: Sequence[_Evidence], draft: str) -> Scale:
    prior = tone_rules().prior
    total = prior + sum(one.up + one.down for one in found)
    value = (scale.base * prior + sum(one.up for one in found)) / total
    words = []
    for one in sorted(found, key=lambda one: (one.start, one.end, one.rule)):
        by = (one.up * (1.0 - scale.base) - one.down * scale.base) / total
        if abs(by) >= _LEAST:
            rule = f"tone.{scale.name}.{one.rule}"
            words.append(ToneWord(draft[one.start : one.end], one.start, one.end, by, rule))
    return Scale(scale.name, scale.title, value, tuple(words), scale.meaning)
