"""Putting other words into a sentence so that it stays grammatical around them.

What is mended: the capital at the start, "a" and "an", doubled or missing spaces, and punctuation that would stand
twice or alone. Everything else is for who writes the replacement.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ARTICLE_BEFORE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?)(?=\s+([\w£$€]\S*))", re.IGNORECASE)
_CONSONANT = re.compile(
    r"uni(?![dmn])|unanim|us(?:e|ual|ab|ag)|ut(?:il|en)|ubiq|ukul|eu|ewe|one\b|once\b|U[IKSX]\b|US[AB]\b|URL",
    re.IGNORECASE,
)
"""Words that are written with a vowel and spoken with a consonant: a unit, a user, a euro, a one-off, a UK address."""
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_SPELT = re.compile(r"(?:[FHLMNRSX][A-Z0-9]+\b|[FHLMNRSX]\b)")
"""Abbreviations whose first letter is spoken with a vowel: an SMS, an FAQ."""
_NUMBER = re.compile(r"(?:8\d*|11|18)(?:\D|$)")
_STOPS = ".!?"
_TOUCHING = "-/(\"“‘['£$€#@"
"""Characters after which a word may follow without a space."""


class Edit(NamedTuple):
    """New text for a part of a sentence, half-open, in code points."""

    start: int
    end: int
    text: str

    def apply(self, sentence: str) -> str:
        """The sentence with the new text."""
        return sentence[: self.start] + self.text + sentence[self.end :]


def mended(sentence: str, start: int, end: int, new: str) -> Edit:
    """Replace ``sentence[start:end]`` and mend what stands around it; the edit may reach a little further.

    Args:
        sentence: The sentence.
        start: Offset of the words that go.
        end: Offset behind them.
        new: What comes in their place; empty takes them out.
    """
    if not new.strip():
        start, end, new = _taken_out(sentence, start, end)
    else:
        start, end, new = _spaced(sentence, start, end, new.strip())
    start, end, new = _article(sentence, start, end, new)
    if not any(character.isalnum() for character in sentence[:start]):
        start, end, new = _capital(sentence, start, end, new)
    return Edit(start, end, new)


def _taken_out(sentence: str, start: int, end: int) -> Edit:
    """Take the words out with the spaces and commas that only they needed."""
    while start and sentence[start - 1].isspace():
        start -= 1
    rest = len(sentence) - len(sentence[end:].lstrip())
    left, right = sentence[:start], sentence[rest:]
    if not any(character.isalnum() for character in left):
        return Edit(len(left), len(sentence) - len(right.lstrip(" ,;:–-")), "")
    if left[-1] in ",;" and (not right or right[0] in ",;:" + _STOPS):
        start, left = start - 1, left[:-1]
    elif left[-1] in ",;:–-" and right[:1] in {",", ";"}:
        rest += 1
    if sentence[start : start + 1] in {",", ";"} and right[:1] == ",":
        # What stood between two commas needed both.
        rest += 1
    if right and right[0] in ",;:)" + _STOPS:
        return Edit(start, rest, "")
    while rest < len(sentence) and sentence[rest].isspace():
        rest += 1
    return Edit(start, rest, " " if rest < len(sentence) and left[-1] not in _TOUCHING else "")


def _spaced(sentence: str, start: int, end: int, new: str) -> Edit:
    if new[0] in ",;:)" + _STOPS:
        while start and sentence[start - 1].isspace():
            start -= 1
        if start and sentence[start - 1] in ",;:" and new[0] in ",;:" + _STOPS:
            start -= 1
    right = sentence[end:]
    if right.lstrip()[:1] in set(_STOPS) and new[-1] in _STOPS:
        new = new[:-1] if right.lstrip()[0] == new[-1] or new[-1] == "." else new
        if new[-1] in _STOPS:
            end = len(sentence) - len(right.lstrip()[1:])
    elif right[:1] in {",", ";"} and new[-1] in ",;":
        new = new[:-1]
    left = sentence[:start]
    if left and not left[-1].isspace() and left[-1] not in _TOUCHING and new[0] not in ",;:)" + _STOPS:
        new = f" {new}"
    if right and right[0].isalnum() and not new[-1].isspace():
        new = f"{new} "
    return Edit(start, end, new)


def _article(sentence: str, start: int, end: int, new: str) -> Edit:
    """Let "a" and "an" fit what follows them now."""
    before = _ARTICLE_BEFORE.search(sentence[:start] + new[: len(new) - len(new.lstrip())])
    follows = new.strip() or sentence[end:].lstrip()
    if before and follows and before.start() < start:
        article = _fitting(before[1], follows)
        if article != before[1]:
            start, new = before.start(), f"{article} {new.lstrip()}"
    ends = _ARTICLE_BEFORE.search(f"{new.rstrip()} ")
    if ends and new.strip() and sentence[end:].strip():
        article = _fitting(ends[1], sentence[end:].lstrip())
        new = new[: ends.start()] + article + new[ends.start() + len(ends[1]) :]
    return Edit(start, end, _ARTICLE.sub(lambda found: _fitting(found[1], found[2]), new))


def _fitting(article: str, word: str) -> str:
    """The article as it has to be before a word; anything but a word keeps it."""
    if not word[0].isalnum():
        return article
    vowel = bool(
        _NUMBER.match(word)
        or _SPELT.match(word)
        or _SILENT_H.match(word)
        or (word[0].lower() in "aeiou" and not _CONSONANT.match(word))
    )
    return article[0] + ("n" if vowel else "")


def _capital(sentence: str, start: int, end: int, new: str) -> Edit:
    """A capital for the word that stands first now, unless a blank does."""
    if new.strip():
        at = len(new) - len(new.lstrip("\"“‘'( "))
        return Edit(start, end, new[:at] + new[at : at + 1].upper() + new[at + 1 :])
    following = sentence[end : end + 1]
    if following.islower():
        return Edit(start, end + 1, new + following.upper())
    return Edit(start, end, new)
