"""Small repairs of wording: capitals, spaces, stops, articles, forms of verbs."""

from __future__ import annotations

import re
from functools import lru_cache

from lemminflect import getInflection, getLemma

_KEEPS_CAPITAL = re.compile(r"[A-Z](?:[A-Z]|\d|\w*[A-Z\d])|I(?:'\w+)?$|[B-Z]$")
_NAME_GOES_ON = re.compile(r"[A-Z][\w&'-]+ (?!I\b)[A-Z][\w&'-]+")
_CALENDAR = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December Christmas Easter English British"
).split()
_FORMS = {"VBN", "VBD", "VBG", "VBZ", "VB"}


def begun(text: str, *, small: bool = False) -> str:
    """The text with a capital first letter, or a small one unless its first word is a name or in capitals."""
    found = re.search(r"[^\W_][\w']*", text)
    if found is None:
        return text
    word, at = found[0], found.start()
    if at and text[at - 1] in "<&[{/^~@#":
        return text
    if re.match(r"\S*[@/]|\S+\.\w|www|https?:", text[at:].split(" ")[0]):
        return text
    if small and (_KEEPS_CAPITAL.match(word) or word in _CALENDAR or _NAME_GOES_ON.match(text, at)):
        return text
    letter = word[0].lower() if small else word[0].upper()
    return text[:at] + letter + text[at + 1 :]


def mend_spaces(text: str) -> str:
    """The text without doubled spaces or stops, no space before a stop, and a capital behind one."""
    text = re.sub(r"[^\S\n]{2,}", " ", text)
    text = re.sub(r" +(?=[,;!?](?:\s|$)|\.{1,2}(?:\s|$))", "", text)
    text = re.sub(r",(?=[.!?;,])|(?<=[,;]),", "", text)
    text = re.sub(r"(?<=[!?])\.(?!\w)|(?<![.])\.\.(?![.])", lambda found: "" if found[0] == "." else ".", text)
    text = re.sub(r"^(?:[\s,;.:]+|[–-]\s+)(?=\w)", "", text)
    text = re.sub(
        r"(?<![ap]\.m)(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bapprox)(?<=[a-z\d)])([.?!] )([a-z])(?!\.|\w*[@.]\w)",
        _capital,
        text,
    )
    return with_articles(text).strip()


def _capital(found: re.Match[str]) -> str:
    return found[1] + found[2].upper()


def with_articles(text: str) -> str:
    """The text with "an" before a vowel and "a" before a consonant, for the plain cases."""
    text = re.sub(r"\b([Aa]) (?=[aeio]\w|u(?!ni|se|sual|k\b)[a-z])(?!one\b|once\b|eu)", r"\1n ", text)
    return re.sub(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwyz][a-z]|h(?!our|onest|onou?r|eir))", r"\1 ", text)


def sentence_case(text: str) -> str:
    """Shouting lowered: a text mostly in capitals is written in small letters, names of days and months apart."""
    letters = [one for one in text if one.isalpha()]
    if len(letters) < 8 or sum(one.isupper() for one in letters) < 0.7 * len(letters):
        return text
    low = re.sub(r"\S+", lambda word: word[0] if re.search(r"[\d@/]", word[0]) else word[0].lower(), text)
    return begun(with_calendar(re.sub(r"\bi\b(?=['\s])", "I", low)))


def with_calendar(text: str) -> str:
    """The text with capitals for the names of days and months, and for "I"."""
    text = re.sub(r"(?<![\w.'/@])i(?=\s|'(?:m|ve|ll|d)\b)", "I", text)
    full = "|".join(_CALENDAR[:18])
    text = (
        re.sub(rf"\b(?:{full})\b", lambda word: word[0].capitalize(), text, flags=re.IGNORECASE)
        if re.search(rf"\b(?:{full.lower()})\b", text)
        else text
    )
    short = "mon|tues?|wed|thurs?|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
    return re.sub(rf"(?<=\d )({short})\b", lambda word: word[0].capitalize(), text)


@lru_cache(maxsize=2048)
def inflected(word: str, tag: str) -> str:
    """A verb in the form of a Penn Treebank tag (VB, VBD, VBG, VBN, VBZ); its last word where there are several."""
    if tag not in _FORMS or not word.strip():
        return word
    lead, _, last = word.rpartition(" ")
    lemmas = getLemma(last.lower(), upos="VERB") or (last.lower(),)
    forms = getInflection(lemmas[0], tag=tag) if tag != "VB" else (lemmas[0],)
    form = forms[0] if forms else last
    return f"{lead} {form}".strip()
