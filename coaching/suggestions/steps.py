"""Sentences for the HEARD steps that a draft leaves out, each at its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import partial

from coaching.moves import COURTESY, DIAGNOSE, MISTAKES, RESOLVE, STEPS, THANK
from coaching.recognition.sentence import RecognisedSentence
from coaching.suggestions.report import Suggestion
from coaching.suggestions.templates import step_wording
from coaching.suggestions.writer import Writer
from coaching.understanding import MESSAGE

_POLITE = {COURTESY, THANK}
_DEEDS = {RESOLVE, DIAGNOSE}
_SALUTATION = re.compile(
    r"(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|greetings|mr|mrs|ms|dr)\b"
    r"|(?!(?:ok|okay|yes|yeah|no|sure|right|well|fine|thanks|thank|sorry|noted)\b)[^.!?\n]{1,40},$",
    re.IGNORECASE,
)
"""What a letter opens with: a greeting, or a name with a comma behind it; "ok" is none."""
_CLOSE = re.compile(r"(?:(?:kind|kindest|best|warm|many) )?(?:regards|wishes)\b|(?:yours )?sincerely\b", re.IGNORECASE)
_FRAGMENT = 3
"""Unlabelled sentences of no more words, such as a name under a letter, go with the greeting or the close."""


def missing_steps(
    draft: str, sentences: Sequence[RecognisedSentence], writer: Writer, called: Collection[str] = STEPS
) -> tuple[Suggestion, ...]:
    """Offer one sentence for every step that is called for and that no sentence of the draft does.

    Args:
        draft: The draft.
        sentences: Its sentences with their moves; may be none.
        writer: Words the suggestions.
        called: The steps that the customer's message calls for.

    Returns:
        Insertions in the order of HEARD, each at the place where the step belongs: behind the greeting and the steps
        that come before it, before the close.
    """
    said = {label for sentence in sentences for label in sentence.labels}
    missing = [step for step in STEPS if step in called and step not in said]
    writer.read_ahead(writer.likely([(step_wording()[step].say, step) for step in missing]))
    suggestions = []
    for step in missing:
        offered = step_wording()[step]
        wording = writer.choose(offered.say, step, partial(_faults, step, writer))
        if wording is not None:
            writer.use(wording)
            at, text = _placed(draft, sentences, step, wording.text)
            why = offered.because([fact for fact in wording.says if fact != MESSAGE])
            suggestions.append(Suggestion(f"{wording.rule}@{at}", "insert", at, at, text, step, why, wording.rule))
    return tuple(suggestions)


def _faults(step: str, writer: Writer, text: str) -> int:
    """How many mistakes the words would be taken for, and whether they miss their step."""
    found = writer.reads(text)
    return len(found & set(MISTAKES)) + (step not in found)


def _placed(draft: str, sentences: Sequence[RecognisedSentence], step: str, text: str) -> tuple[int, str]:
    """Where the text goes, and the text with the spaces it needs there."""
    first, last = body(sentences)
    place = _between(sentences[first:last], step) + first
    if place == first and place < last:
        return sentences[place].start, f"{text} "
    if place == 0:
        # Nothing but a close, or nothing at all: the text goes first.
        return (sentences[0].start, f"{text}\n\n") if sentences else (len(draft), text)
    before = sentences[place - 1]
    greeted = place == first and bool(_SALUTATION.match(before.text)) and not before.text.endswith((".", "!", "?"))
    if greeted:
        return before.end, f"\n\n{text}" if before.text.endswith(",") else f",\n\n{text}"
    return before.end, f" {text}" if not before.text[-1].isalnum() else f". {text}"


def _between(body: Sequence[RecognisedSentence], step: str) -> int:
    """How many sentences of the body come before the step: words come first, what is done comes last."""
    earlier = set(STEPS[: STEPS.index(step)])
    later = set(STEPS[STEPS.index(step) + 1 :])
    behind = max((number for number, one in enumerate(body, start=1) if earlier & set(one.labels)), default=0)
    if step not in _DEEDS:
        return behind
    return next((number for number, one in enumerate(body) if number >= behind and later & set(one.labels)), len(body))


def body(sentences: Sequence[RecognisedSentence]) -> tuple[int, int]:
    """Where the body is: the sentences from behind the greeting to before the close, as a half-open range."""
    first, last = 0, len(sentences)
    while first < last and _polite(sentences[first]) and not _CLOSE.match(sentences[first].text):
        first += 1
    while last > first and (_CLOSE.match(sentences[last - 1].text) or (last > 1 and _polite(sentences[last - 1]))):
        last -= 1
    return first, last


def _polite(sentence: RecognisedSentence) -> bool:
    labels = set(sentence.labels)
    return labels <= _POLITE if labels else len(sentence.text.split()) <= _FRAGMENT
