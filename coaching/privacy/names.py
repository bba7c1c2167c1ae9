"""Names of persons: what the language pipeline finds, listed given names, names behind words that announce one.

The pipeline alone finds about half of the names in chat, and takes "Keys", "hose" and "WiFi" for names. English words
are told by TextBlob's lexicon, which tells "keys" from "Keys".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex
from presidio_analyzer import LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts
from spacy.tokens import Doc

from coaching.privacy.namelists import english_words, name_lists

_SCORE = 0.8
_WORD = regex.compile(r"\p{L}+(?:[’'-]\p{L}+)*")
_POSSESSIVE = regex.compile(r"[’'][sS]$")
_PARTICLES = {"al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "ten", "van", "von"}
_SURNAMES = 3
"""Words behind a given name that can belong to it."""
_NO_PERSONS = {"GPE", "LOC", "FAC", "ORG", "NORP", "PRODUCT", "EVENT", "DATE", "TIME"}


class NameRecogniser(LocalRecognizer):
    """Presidio's way of asking for names."""

    def __init__(self) -> None:
        """Name the one kind that it finds."""
        super().__init__(supported_entities=["name"], name="NameRecogniser")

    def load(self) -> None:
        """Nothing: the lists are read at the first text."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Find the names in a text; see ``EntityRecognizer.analyze``."""
        if "name" not in entities:
            return []
        words = [_word(match) for match in _WORD.finditer(text)]
        found = {
            *_pipeline(nlp_artifacts.tokens),
            *_listed(text, words),
            *_announced(text, words, nlp_artifacts.tokens),
        }
        return [RecognizerResult("name", start, end, _SCORE) for start, end in sorted(found)]


class _Word(NamedTuple):
    start: int
    end: int
    plain: str
    capital: bool


def _word(match: regex.Match[str]) -> _Word:
    written = _POSSESSIVE.sub("", match[0])
    letters = unicodedata.normalize("NFD", written.lower().replace("’", "'"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    capital = written[0].isupper() and (len(written) == 1 or any(map(str.islower, written)))
    return _Word(match.start(), match.start() + len(written), plain, capital)


def _pipeline(doc: Doc) -> Iterator[tuple[int, int]]:
    """The pipeline's persons, from the first word that can be one."""
    for entity in doc.ents:
        if entity.label_ != "PERSON" or any(map(str.isdigit, entity.text)):
            continue
        words = [_word(match) for match in _WORD.finditer(entity.text)]
        names = [word for word in words if word.capital and not _common(word)]
        if words and words[-1].plain in name_lists().not_persons:
            continue
        if names and entity.doc.text[entity.start_char - 1 : entity.start_char] != "#":
            yield entity.start_char + names[0].start, entity.start_char + words[-1].end


def _listed(text: str, words: Sequence[_Word]) -> Iterator[tuple[int, int]]:
    lists = name_lists()
    for index, word in enumerate(words):
        if index and words[index - 1].plain in lists.place_starts:
            continue
        if word.plain in lists.given or (word.capital and word.plain in lists.wordlike):
            yield word.start, _end(text, words, index)


def _announced(text: str, words: Sequence[_Word], doc: Doc) -> Iterator[tuple[int, int]]:
    lists = name_lists()
    at = {word.start: index for index, word in enumerate(words)}
    others = {token.idx for token in doc if token.ent_type_ in _NO_PERSONS}
    for patterns in (lists.cues, lists.lower_cues, lists.hints):
        for pattern in patterns:
            for match in pattern.finditer(text):
                index = at.get(match.end())
                if index is None or words[index].plain in lists.never:
                    continue
                word = words[index]
                if patterns is not lists.lower_cues and not word.capital:
                    continue
                if patterns is not lists.cues and (_common(word) or word.start in others):
                    continue
                yield word.start, _end(text, words, index)


def _common(word: _Word) -> bool:
    """Whether a word is an English word, a place, or one that is no name behind a cue either."""
    lists = name_lists()
    if word.plain in lists.given or word.plain in lists.wordlike:
        return False
    return word.plain in english_words() or word.plain in lists.places or word.plain in lists.never


def _end(text: str, words: Sequence[_Word], first: int) -> int:
    """Where the name that begins with a word ends: surnames in capitals belong to it."""
    end = words[first].end
    for before, word in zip(words[first:], words[first + 1 : first + 1 + _SURNAMES], strict=False):
        gap = text[before.end : word.start]
        if gap not in (" ", "-") and not (gap == ". " and len(before.plain) == 1):
            break
        if word.capital and word.plain not in name_lists().never:
            end = word.end
        elif word.plain not in _PARTICLES:
            break
    return end
