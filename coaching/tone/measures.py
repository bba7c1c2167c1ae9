"""How easy a text is to read: syllables, sentence length, Flesch's reading ease. Words of pain are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyphen

from coaching.moves import EMPATHIZE
from coaching.recognition.sentence import RecognisedSentence
from coaching.yamlfile import read

PAIN_FILE = Path(__file__).with_name("pain.yml")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LINK = re.compile(r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@\S+\.\w+")
_NAMING = 25
"""Words in a sentence that names a feeling, at the most (GOV.UK's longest sentence)."""
_VOWELS = re.compile(r"[aeiouyäöüáéíóúàèìòùâêîôû]+")
_SILENT = re.compile(
    # "made", "whole", "safely"; "times", not "places"; "agree"; "called", not "wanted"
    r"(?:(?<=[^aeiouyl])|(?<=[aeiouy]l))e(?=$|ly$|ment|ful|less|thing|body|where|house|ness)"
    r"|(?<=[^aeioucgsxzhl])e(?=s$)|(?<=[aeiouy])e$|(?<=[^aeioutd])e(?=d$)"
)


@dataclass(frozen=True)
class Ease:
    """How easy some sentences are to read.

    Attributes:
        words: Their words, without those that name a pain.
        sentence_words: Words in a sentence on average.
        reading_ease: Flesch's measure, cut to 0 (very hard) to 100 (very easy); 60 and more is plain English.
    """

    words: int
    sentence_words: float
    reading_ease: float


@lru_cache(maxsize=1)
def pain_words() -> frozenset[str]:
    """Words that name a customer's pain, in lower case; read once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(PAIN_FILE)
    root.only("note", "source", "words")
    return frozenset(word.lower() for word in root.at("words").texts())


def words_of(text: str) -> list[str]:
    """The words of a text; links and e-mail addresses are none."""
    return _WORD.findall(_LINK.sub(" ", text))


def ease_of(sentences: Sequence[str]) -> Ease:
    """Measure some sentences after Flesch 1948, 10.1037/h0057532.

    Words that name a pain count as if they were not there: "how frustrating and upsetting" must not make a reply hard.

    Args:
        sentences: Their texts; may be empty, which is as easy as can be.
    """
    counted = [[word for word in words_of(text) if word.lower() not in pain_words()] for text in sentences]
    counted = [words for words in counted if words]
    words = sum(map(len, counted))
    if not words:
        return Ease(0, 0.0, 100.0)
    length = words / len(counted)
    spoken = sum(syllables(word) for one in counted for word in one) / words
    return Ease(words, length, min(100.0, max(0.0, 206.835 - 1.015 * length - 84.6 * spoken)))


def measured(sentences: Sequence[RecognisedSentence]) -> list[RecognisedSentence]:
    """The sentences whose ease is judged: all but those that name a feeling, which may take the words they need.

    One that goes on and on does more than that, and is judged.
    """
    return [one for one in sentences if EMPATHIZE not in one.labels or len(words_of(one.text)) > _NAMING]


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """How many syllables an English word has, at least 1.

    Hyphenation knows where long words part but never parts short ones ("sorry"), groups of vowels do the reverse; so
    the greater of the two counts. A figure is taken for one.
    """
    plain = word.lower().replace("’", "'").split("'")[0]
    if any(sign.isdigit() for sign in plain):
        return 1
    vowels = len(_VOWELS.findall(_SILENT.sub("", plain)))
    return max(1, vowels, len(_hyphens().positions(plain)) + 1)


@lru_cache(maxsize=1)
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")
