"""Values in a form that is equal for what means the same: "£20" and "20 pounds", "5.30pm" and "17:30"."""

from __future__ import annotations

import re

from coaching.rewriting.valuefile import value_words

_NAMED_TIMES = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_UNITS = {"hr": "hour", "min": "minute"}


def key(kind: str, text: str) -> str:
    """What a value means.

    Args:
        kind: One of the kinds of ``values.yml``.
        text: As it stands in a text.
    """
    low = " ".join(text.lower().split())
    if kind == "amount":
        return _amount(low)
    if kind == "phone":
        return re.sub(r"\D", "", low)
    if kind in {"number", "percent"}:
        plain = low.replace(",", "").replace("−", "-").replace(" ", "").replace("percent", "%")
        return value_words().counted.get(low, plain)
    if kind == "time":
        return _time(low)
    if kind == "date":
        return _date(low)
    if kind == "day":
        return low if low[0].isdigit() or low.startswith("to") else low[:3]
    if kind == "duration":
        return _duration(low)
    return low.removeprefix("https://").removeprefix("http://").rstrip("/") if kind == "link" else low


def _amount(low: str) -> str:
    figure = re.search(r"\d[\d.,]*", low)
    number = figure[0].rstrip(".,").replace(",", "") if figure else "0"
    code = next((code for name, code in value_words().currencies.items() if name in low), "p")
    scale = re.search(r"\d\s?(k|million|m)\b", low)
    value = f"{float(number):.2f}" if number.count(".") < 2 else number
    return f"{code} {value}{scale[1][0] if scale else ''}"


def _time(low: str) -> str:
    if low in _NAMED_TIMES:
        return _NAMED_TIMES[low]
    figures = [int(one) for one in re.findall(r"\d+", low)]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    if "p" in low and hour < 12:
        hour += 12
    elif "a" in low and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"


def _date(low: str) -> str:
    month = next((number for name, number in value_words().months.items() if re.search(rf"\b{name}\b", low)), None)
    if month is None:
        return low
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", low)
    year = re.search(r"\b\d{4}\b", low)
    return f"{int(day[1]) if day else 0}.{month}.{year[0] if year else ''}"


def _duration(low: str) -> str:
    words = re.split(r"[\s-]+(?=[a-z])", re.sub(r"\s?(?:–|to)\s?(?=\d)", "-", low))
    half = words[0] == "half"
    count = "0.5" if half else {"a": "1", "an": "1"}.get(words[0], value_words().counted.get(words[0], words[0]))
    kind = ["working" for word in words[1:-1] if word in {"working", "business"}]
    kind += ["calendar" for word in words[1:-1] if word == "calendar"]
    unit = words[-1].rstrip("s")
    return " ".join([count, *kind, _UNITS.get(unit, unit)])
