"""What a text says is done, refused or conditional."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lemminflect import getAllLemmas

from coaching.yamlfile import read

_FILE = Path(__file__).with_name("keeping.yml")
_SUBJECTS = frozenset({"i", "we", "you", "he", "she", "it", "they", "i'll", "we'll", "you'll", "please"})
_NOTHING = frozenset({"nothing", "none", "nobody"})
_TIME = re.compile(r"(?:when|once|after|before|while|until|as)\b[^.!?\n]*\W*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")


@dataclass(frozen=True)
class Deed:
    """A deed in a clause.

    Attributes:
        word: The deed, as the first word of its group.
        refused: Whether the clause denies it.
        promised: Whether somebody does, did or will do it, as against being asked to.
        text: The clause.
        start: Offset of the clause.
    """

    word: str
    refused: bool
    promised: bool
    text: str
    start: int


@dataclass(frozen=True)
class _Lexicon:
    deeds: Mapping[str, str]
    not_deeds: re.Pattern[str]
    only_refused: frozenset[str]
    light: frozenset[str]
    negators: frozenset[str]
    breaks: re.Pattern[str]
    conditions: Mapping[str, re.Pattern[str]]
    past_help: re.Pattern[str]
    counterfactual: re.Pattern[str]
    promising: re.Pattern[str]


@lru_cache(maxsize=1024)
def deeds(text: str) -> tuple[Deed, ...]:
    """The deeds of a text, clause by clause.

    Args:
        text: Any characters.
    """
    lexicon, found = deed_words(), []
    unreal, helpless = _unreal(text), False
    for start, clause in _clauses(text):
        # When something should have been done belongs to what should have been done.
        helpless = bool(lexicon.past_help.search(clause)) or (helpless and bool(_TIME.match(clause)))
        if helpless or any(begin <= start < end for begin, end in unreal):
            continue
        plain = lexicon.not_deeds.sub(" ", clause)
        words = [word.lower() for word in _WORD.findall(plain)]
        promised = bool(lexicon.promising.search(plain))
        said: dict[str, bool] = {}
        for place, word in enumerate(words):
            for lemma in _lemmas(word):
                if lemma in lexicon.deeds:
                    deed = lexicon.deeds[lemma]
                    said[deed] = said.get(deed, False) or _denied(words, place, lexicon.negators)
        said = {deed: refused for deed, refused in said.items() if refused or deed not in lexicon.only_refused}
        weighty = [deed for deed in said if deed not in lexicon.light] or list(said)
        found += [Deed(word, said[word], promised, clause.strip(), start) for word in sorted(weighty)]
    return tuple(found)


def _denied(words: list[str], place: int, negators: frozenset[str]) -> bool:
    """Whether a "not" in the clause is about the word: no new subject stands between them, unless behind "nothing"."""
    for number, word in enumerate(words):
        if word in negators:
            between = words[number + 1 : place] if number < place else words[place + 1 : number]
            if word in _NOTHING or not any(one in _SUBJECTS for one in between):
                return True
    return False


@lru_cache(maxsize=1024)
def conditions(text: str) -> Counter[str]:
    """How many conditions of each kind ("if", "unless", "until") stand in a text, reproaches and regrets left out."""
    lexicon = deed_words()
    told: Counter[str] = Counter()
    for sentence in re.split(r"(?<=[.!?\n])\s+", text.replace("’", "'")):
        if not lexicon.past_help.search(sentence) and not lexicon.counterfactual.search(sentence):
            told.update({kind: len(words.findall(sentence)) for kind, words in lexicon.conditions.items()})
    return +told


def _unreal(text: str) -> list[tuple[int, int]]:
    """Where sentences stand that tell what would have been."""
    straight = text.replace("’", "'")
    return [one.span() for one in re.finditer(r"[^.!?\n]+", straight) if deed_words().counterfactual.search(one[0])]


def _clauses(text: str) -> list[tuple[int, str]]:
    straight = text.replace("’", "'")
    cuts = [0, *(one.start() for one in deed_words().breaks.finditer(straight)), len(straight)]
    return [(start, straight[start:end]) for start, end in zip(cuts, cuts[1:], strict=False)]


@lru_cache(maxsize=4096)
def _lemmas(word: str) -> frozenset[str]:
    return frozenset(lemma for lemmas in getAllLemmas(word).values() for lemma in lemmas) | {word}


@lru_cache(maxsize=1)
def deed_words() -> _Lexicon:
    """Read ``keeping.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(_FILE)
    root.only(
        *("note", "source", "deeds", "not_deeds", "only_refused", "light", "negators"),
        *("breaks", "conditions", "past_help", "counterfactual", "promising"),
    )
    groups = [group.texts() for group in root.at("deeds").each()]
    return _Lexicon(
        deeds={word: group[0] for group in groups for word in group},
        not_deeds=_any(root.at("not_deeds").texts()),
        only_refused=frozenset(root.at("only_refused").texts()),
        light=frozenset(root.at("light").texts()),
        negators=frozenset(root.at("negators").texts()),
        breaks=re.compile(rf"[.;:,!?()–—]|\b(?:{'|'.join(root.at('breaks').texts())})\b", re.IGNORECASE),
        conditions={kind: _any(node.texts()) for kind, node in root.at("conditions").items()},
        past_help=re.compile(rf"\b(?:{'|'.join(root.at('past_help').texts())})\b", re.IGNORECASE),
        counterfactual=re.compile("|".join(root.at("counterfactual").texts()), re.IGNORECASE),
        promising=re.compile(rf"\b(?:{'|'.join(root.at('promising').texts())})\b", re.IGNORECASE),
    )


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)
