"""Whether a reply suits its channel: its length, how easy it is to read, how often it says sorry."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from coaching.channels import Norms, channel_norms
from coaching.moves import APOLOGIZE
from coaching.recognition.sentence import RecognisedSentence
from coaching.tone.measures import ease_of, measured, words_of
from coaching.yamlfile import read

FIT_FILE = Path(__file__).with_name("fit.yml")
LENGTH, READING_EASE, APOLOGIES = FITS = ("length", "reading_ease", "apologies")
GOOD, LOW, HIGH = "good", "low", "high"
_MESSAGES = {
    LENGTH: (GOOD, LOW, HIGH),
    READING_EASE: (GOOD, LOW, "long", "few"),
    APOLOGIES: (GOOD, "none", HIGH),
}
_SORRY = re.compile(r"\b(?:sorry|apologi[sz]e|apolog(?:y|ies)|regret)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Fit:
    """One way in which a draft suits its channel or does not.

    Attributes:
        name: One of ``FITS``.
        title: What people call it.
        value: Words; Flesch reading ease, 0 to 100; how often sorry is said.
        low, high: What suits the channel, from and to; None where there is no such end.
        verdict: ``good``, ``low`` or ``high``.
        message: What the agent reads.
    """

    name: str
    title: str
    value: float
    low: float | None
    high: float | None
    verdict: str
    message: str

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return asdict(self)


@dataclass(frozen=True)
class _Wording:
    measurable: int
    titles: Mapping[str, str]
    messages: Mapping[str, Mapping[str, str]]


def channel_fit(draft: str, sentences: Sequence[RecognisedSentence], channel: str) -> tuple[Fit, ...]:
    """Judge a draft by the norms of its channel. Length in sentences is told with the reading ease.

    Args:
        draft: The draft.
        sentences: Its sentences with their moves. Those that name a feeling do not count for reading ease.
        channel: One of ``coaching.channels.CHANNELS``.

    Raises:
        KeyError: There is no such channel.
    """
    norms = channel_norms()[channel]
    return _length(draft, norms), _reading_ease(sentences, norms), _apologies(sentences, norms)


def said_sorry(sentences: Sequence[RecognisedSentence]) -> int:
    """How often sorry is said in sentences that apologise, at least once each."""
    return sum(max(1, len(_SORRY.findall(one.text))) for one in sentences if APOLOGIZE in one.labels)


def _length(draft: str, norms: Norms) -> Fit:
    words = len(words_of(draft))
    verdict = LOW if words < norms.words_low else HIGH if words > norms.words_high else GOOD
    return _fit(LENGTH, words, norms.words_low, norms.words_high, verdict, verdict, {"name": norms.name})


def _reading_ease(sentences: Sequence[RecognisedSentence], norms: Norms) -> Fit:
    ease = ease_of([one.text for one in measured(sentences)])
    value = round(ease.reading_ease)
    verdict, told = GOOD, GOOD
    if ease.words < _wording().measurable:
        told = "few"
    elif value < norms.reading_ease:
        verdict, told = LOW, "long" if ease.sentence_words > norms.sentence_words else LOW
    figures = {"name": norms.name, "words": round(ease.sentence_words), "most": round(norms.sentence_words)}
    return _fit(READING_EASE, value, norms.reading_ease, None, verdict, told, figures)


def _apologies(sentences: Sequence[RecognisedSentence], norms: Norms) -> Fit:
    count = said_sorry(sentences)
    verdict = HIGH if count > norms.apologies else GOOD
    return _fit(APOLOGIES, count, None, norms.apologies, verdict, verdict if count else "none", {"name": norms.name})


def _fit(
    name: str,
    value: float,
    low: float | None,
    high: float | None,
    verdict: str,
    told: str,
    figures: Mapping[str, object],
) -> Fit:
    ends = {end: round(number) for end, number in (("low", low), ("high", high)) if number is not None}
    message = _wording().messages[name][told].format_map({"value": value, **ends, **figures})
    return Fit(name, _wording().titles[name], value, low, high, verdict, message)


@lru_cache(maxsize=1)
def _wording() -> _Wording:
    root = read(FIT_FILE)
    root.only("note", "source", "measurable", "titles", "messages")
    messages = root.at("messages")
    messages.only(*FITS)
    for name, cases in _MESSAGES.items():
        messages.at(name).only(*cases)
    return _Wording(
        int(root.at("measurable").number(1, 100)),
        {name: root.at("titles").at(name).text() for name in FITS},
        {name: {case: messages.at(name).at(case).text() for case in cases} for name, cases in _MESSAGES.items()},
    )
