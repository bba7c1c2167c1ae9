"""Amounts, numbers, dates, times, durations, codes, links, addresses and names of a text, in a form that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lemminflect import getAllLemmas
from spacy.lang.en.stop_words import STOP_WORDS

from coaching.yamlfile import read

_UNITS = "second|minute|min|hour|hr|day|night|week|month|year|mile|kilometre|km|metre|cm|mm|kg|gram|litre|gb|mb"
_COUNTED = {
    word: str(number)
    for number, word in enumerate(
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
         "seventeen eighteen nineteen twenty").split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100", "dozen": "12"}
_NUMBER_WORD = "|".join(word for word in _COUNTED if word not in {"zero", "one"})
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAYS = "mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_CURRENCIES = {"£": "gbp", "€": "eur", "$": "usd", "pound": "gbp", "quid": "gbp", "euro": "eur", "dollar": "usd", "gbp": "gbp", "eur": "eur", "usd": "usd"}
_LIMITS = {
    **{word: word for word in ("within", "by", "before", "after", "over", "under", "up to", "at least", "from", "since")},
    **dict.fromkeys(("until", "till", "til"), "until"),
    **dict.fromkeys(("about", "around", "approximately", "roughly", "approx", "approx."), "about"),
    **dict.fromkeys(("more than", "longer than"), "over"),
    **dict.fromkeys(("less than", "fewer than"), "under"),
}
_LIMIT = re.compile(
    r"(?:^|[\s(])(" + "|".join(re.escape(one) for one in sorted(_LIMITS, key=len, reverse=True)) + r")\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
_FIGURE = r"\d+(?:[.,]\d+)*"

# Tried in this order; what one pattern has taken, the later ones do not see.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("email", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        ("link", r"(?:https?://|www\.)[^\s<>\"']+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|example|co|uk|eu|de|fr|io|gov|info|shop|app|ie|us|biz)\b(?:/[^\s<>\"']*)?|(?<![\w@])@\w+"),
        ("amount", rf"[£€$]\s?{_FIGURE}(?:\s?(?:k|m|million)\b)?|\b{_FIGURE}\s?(?:€|£|euros?|pounds?|dollars?|quid|gbp|eur|usd|p(?:ence)?)\b"),
        ("percent", rf"{_FIGURE}\s?(?:%|per ?cent\b)"),
        ("phone", r"(?:(?<![\w])\+\d{1,3}[\s-]?)?(?<!\w)\(?0\d{2,4}\)?(?:[\s-]?\d{3,8}){1,3}\b|(?<!\w)\+\d[\d\s-]{6,14}\d\b"),
        ("time", r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?!\w)|\b\d{1,2}:\d{2}\b|\b(?:noon|midday|midnight)\b"),
        ("date", rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b(?:,? \d{{4}}\b)?|\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b"),
        ("day", rf"\b(?:{_DAYS})\b|\b(?:today|tonight|tomorrow|yesterday)\b|\b\d{{1,2}}(?:st|nd|rd|th)\b"),
        ("duration", rf"\b(?:\d+(?:\.\d+)?(?:\s?(?:-|–|to)\s?\d+)?|{_NUMBER_WORD}|an?|half an|another)[\s-]+(?:(?:full|whole|more|working|business|calendar)\s+)*(?:{_UNITS})s?\b"),
        ("code", r"#\s?[A-Z]*\d[\w-]*|\b(?=[A-Z\d/-]*\d)(?=[\w/-]*[A-Z])[A-Z\d]+(?:[-/][A-Z\d]+)*\b|\b\d+(?:-\d+)+\b"),
        ("number", rf"(?<![\w.])[-−]?{_FIGURE}|\b(?:{_NUMBER_WORD})\b"),
    )
)  # fmt: skip
_LIMITED = {"amount", "percent", "time", "date", "day", "duration", "number"}
_TAKEN = "\N{CURRENCY SIGN}"
"""Stands where an earlier pattern has found something; no pattern asks for it."""
_MONTH_ALONE = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")
_OPENS = re.compile(r"(?:^|[.!?:;…–—•*>\n]|\d[.)])[\s\"'“‘(*_-]*$")
_NAME = re.compile(r"[^\W\d_][\w&]*(?:['’-][^\W\d_]\w*)*")


@dataclass(frozen=True)
class Value:
    """Something in a text that a rewrite has to repeat.

    Attributes:
        kind: ``amount``, ``date``, ``link``, ``name`` and so on.
        text: As it stands.
        key: Equal for what means the same ("£20" and "20 pounds").
        start: Offset of the first character.
        limit: The word that makes it a limit ("by", "within"), or an empty text.
    """

    kind: str
    text: str
    key: str
    start: int
    limit: str = ""


@lru_cache(maxsize=1024)
def values(text: str) -> tuple[Value, ...]:
    """Everything in a text that a rewrite has to repeat, in its order.

    Args:
        text: Any characters.
    """
    straight = text.replace("’", "'")
    masked = list(straight)
    found = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer("".join(masked)):
            start, written = match.start(), match[0].rstrip(".,;:!?)")
            if not written or (kind == "code" and not _is_code(written)):
                continue
            limit = _LIMIT.search(straight, 0, start)
            found.append(Value(kind, written, _key(kind, written), start, _LIMITS[limit[1].lower()] if limit and kind in _LIMITED else ""))
            masked[start : start + len(written)] = _TAKEN * len(written)
    rest = "".join(masked)
    found += [Value("date", one[0], f"month {_MONTHS[one[0].lower()]}", one.start()) for one in _MONTH_ALONE.finditer(rest)]
    found += _names(straight, rest)
    return tuple(sorted(found, key=lambda one: one.start))


def _is_code(text: str) -> bool:
    return text.startswith("#") or bool(re.search(r"\d", text))


def _key(kind: str, text: str) -> str:
    low = " ".join(text.lower().split())
    if kind == "amount":
        return _amount(low)
    if kind == "phone":
        return re.sub(r"\D", "", low)
    if kind in {"number", "percent"}:
        return _COUNTED.get(low, low.replace(",", "").replace("−", "-").replace(" ", "").replace("percent", "%"))
    if kind == "time":
        return _time(low)
    if kind == "date":
        return _date(low)
    if kind == "day":
        return low if low[0].isdigit() else (low[:3] if not low.startswith("to") else low)
    if kind == "duration":
        return _duration(low)
    return low.removeprefix("https://").removeprefix("http://").rstrip("/") if kind == "link" else low


def _amount(low: str) -> str:
    figure = re.search(r"\d[\d.,]*", low)
    assert figure is not None
    number = figure[0].rstrip(".,").replace(",", "")
    sign = next((code for name, code in _CURRENCIES.items() if name in low), "p")
    scale = re.search(r"\d\s?(k|million|m)\b", low)
    value = f"{float(number):.2f}" if number.count(".") < 2 else number
    return f"{sign} {value}{scale[1][0] if scale else ''}"


def _time(low: str) -> str:
    named = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
    if low in named:
        return named[low]
    figures = re.findall(r"\d+", low)
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    if "p" in low and hour < 12:
        hour += 12
    elif "a" in low and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"


def _date(low: str) -> str:
    month = re.search(rf"\b({_MONTH})\b", low)
    if month is None:
        return low
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", low)
    year = re.search(r"\b\d{4}\b", low)
    return f"{int(day[1]) if day else 0}.{_MONTHS[month[1]]}.{year[0] if year else ''}"


def _duration(low: str) -> str:
    words = re.split(r"[\s-]+(?=[a-z])", re.sub(r"\s?(?:–|to)\s?(?=\d)", "-", low))
    count = words[1] if words[0] == "half" else words[0]
    count = "0.5" if words[0] == "half" else {"a": "1", "an": "1"}.get(count, _COUNTED.get(count, count))
    kept = [word for word in words[1:-1] if word in {"working", "business", "calendar"}]
    unit = words[-1].rstrip("s")
    unit = {"hr": "hour", "min": "minute"}.get(unit, unit)
    return " ".join([count, *("working" if word == "business" else word for word in kept), unit])


def _names(text: str, rest: str) -> Iterator[Value]:
    """Words with a capital letter that is not there because a sentence starts; "I" and letters' set words are none."""
    letters = [one for one in text if one.isalpha()]
    if not letters or sum(one.isupper() for one in letters) > 0.6 * len(letters):
        return
    for match in _NAME.finditer(rest):
        word, start = match[0], match.start()
        bare = re.sub(r"'(?:s|re|ve|ll|m|d|t)$|n't$", "", word.lower())
        if not word[0].isupper() or len(word) == 1 or bare == "i" or bare in not_names():
            continue
        if (word.isupper() or _OPENS.search(text, 0, start)) and _common(bare):
            continue
        yield Value("name", word, word.lower(), start)


@lru_cache(maxsize=4096)
def _common(word: str) -> bool:
    """Whether a dictionary knows a word in small letters."""
    return word in STOP_WORDS or len(word) < 2 or bool(getAllLemmas(word))


@lru_cache(maxsize=1)
def not_names() -> frozenset[str]:
    """Words that letters write with a capital although they name nobody; from ``keeping.yml``.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    return frozenset(read(Path(__file__).with_name("keeping.yml")).at("not_names").texts())
