"""Time in a reply: how long they have waited, since when, and by when they need it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coaching.understanding.mended import Mended
from coaching.understanding.message import Detail, Urgency
from coaching.understanding.parsed import parsed
from coaching.understanding.wording import wording

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|christmas)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|before) (?!then\b|now\b)", re.IGNORECASE)
_SINCE = re.compile(r"since (?!then\b|(?:19|20)\d\d\b)", re.IGNORECASE)
_AHEAD = re.compile(r"(?:today|tonight|tomorrow)(?: (?:morning|afternoon|evening|night))?", re.IGNORECASE)
_NEEDED = re.compile(r"\b(?:need|needs|want|must|have to|has to)\b", re.IGNORECASE)
_HURRY = {"urgency.today", "urgency.tomorrow", "urgency.weekday", "urgency.date"}


def days_of(details: Sequence[Detail], mended: Mended) -> str | None:
    """The weekdays that they name, where they are no more than two."""
    words = " ".join(_dates(details, mended))
    days = list(dict.fromkeys(found[0].capitalize() for found in _WEEKDAY.finditer(words)))
    return " and ".join(days) if 0 < len(days) < 3 else None


def wait_of(details: Sequence[Detail], mended: Mended) -> str | None:
    """How long they have waited: a length of time with a word of waiting near it."""
    words, doc = wording(), parsed(mended.text)
    for one in details:
        start, end = mended.bounds(one.start, one.end)
        span = doc.char_span(start, end, alignment_mode="expand") if one.kind == "duration" else None
        if span is None or re.search(r"-|another", span.text):
            continue
        around = {token.lower_ for token in doc[max(0, span.start - 4) : span.end + 2]}
        sentence = {token.lower_ for token in span.sent}
        before = doc[span.start - 1].lower_ if span.start else ""
        waited = around & words.waiting_words or (before == "for" and sentence & words.waiting_for)
        if waited and before not in words.deadline_words and not sentence & words.not_waiting_words:
            return mended.text[start:end].lower()
    return None


def since_of(details: Sequence[Detail], mended: Mended) -> str | None:
    """Since when it has been so: "since Sunday"; not since when they have been a customer."""
    if wording().not_waiting_words & set(re.findall(r"\w+", mended.text.lower())):
        return None
    return next((_written(words) for words in _dates(details, mended) if _SINCE.match(words)), None)


def deadline_of(details: Sequence[Detail], urgency: Urgency, mended: Mended) -> str | None:
    """By when they need it: "by Friday", "before Thursday", "tomorrow"; only where that was read as a hurry."""
    for cue in urgency.cues:
        if cue.rule not in _HURRY:
            continue
        start, end = mended.bounds(cue.start, cue.end)
        dates = [one for one in details if one.kind == "date" and one.start < cue.end and cue.start < one.end]
        for words in _dates(dates, mended):
            # "The party is tonight" needs it before tonight, so only what they need tonight is named so.
            if _BY.match(words) or (_AHEAD.fullmatch(words) and _NEEDED.search(mended.text, start, end)):
                return _written(words)
    return None


def _dates(details: Sequence[Detail], mended: Mended) -> Iterator[str]:
    return (mended.words(one.start, one.end) for one in details if one.kind == "date")


def _written(words: str) -> str:
    """A date in small letters but for its names."""
    return _NAMED.sub(lambda found: found[0].capitalize(), words.lower())
