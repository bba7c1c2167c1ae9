"""The word lists behind the search for names, ``names.yml``."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import regex
from textblob.en import lexicon

from coaching.privacy.expressions import expression
from coaching.yamlfile import Node, read

NAMES_FILE = Path(__file__).with_name("names.yml")


@dataclass(frozen=True)
class NameLists:
    """What ``names.yml`` holds; words in small letters, without accents.

    Attributes:
        given: Given names that count in any case.
        wordlike: Given names that are everyday words, or as short, and count with a capital.
        places: Cities, regions and countries that the pipeline often takes for persons.
        place_starts: Words before a given name that make it a place (San Juan).
        not_persons: Words that end the name of a street or a company.
        never: Words that are no name behind a cue either.
        cues: Patterns that end where a name begins, if a word with a capital stands there.
        lower_cues: The same for words in any case.
        hints: The same for words with a capital that are no English word, place or company.
    """

    given: frozenset[str]
    wordlike: frozenset[str]
    places: frozenset[str]
    place_starts: frozenset[str]
    not_persons: frozenset[str]
    never: frozenset[str]
    cues: tuple[regex.Pattern[str], ...]
    lower_cues: tuple[regex.Pattern[str], ...]
    hints: tuple[regex.Pattern[str], ...]


@lru_cache(maxsize=1)
def name_lists() -> NameLists:
    """Read ``names.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(NAMES_FILE)
    root.only(
        "note",
        "source",
        "given",
        "wordlike",
        "places",
        "place_starts",
        "not_persons",
        "cues",
        "lower_cues",
        "hints",
        "never",
    )
    return NameLists(
        given=frozenset().union(*(_words(node) for _, node in root.at("given").items())),
        wordlike=_words(root.at("wordlike")),
        places=_words(root.at("places")),
        place_starts=_words(root.at("place_starts")),
        not_persons=_words(root.at("not_persons")),
        never=_words(root.at("never")),
        cues=_patterns(root.at("cues")),
        lower_cues=_patterns(root.at("lower_cues")),
        hints=_patterns(root.at("hints")),
    )


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """The words that TextBlob's lexicon has in small letters, about 55,000; read once a process, in 0.1 s."""
    with warnings.catch_warnings():
        # TextBlob leaves the file to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        return frozenset(word for word in lexicon.keys() if word.islower())


def _words(node: Node) -> frozenset[str]:
    return frozenset(node.text().split())


def _patterns(node: Node) -> tuple[regex.Pattern[str], ...]:
    return tuple(expression(each, regex.IGNORECASE) for _, each in node.items())
