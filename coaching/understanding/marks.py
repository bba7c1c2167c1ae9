"""How a thing is said: words that strengthen, soften or deny it, capitals, exclamation marks, faces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coaching.privacy.namelists import english_words
from coaching.understanding.message import EMOTIONS
from coaching.understanding.rules import FOLDER, Hit
from coaching.yamlfile import Node, read

EXCLAIMED = "mark.exclaimed"
SHOUTED_MESSAGE = "mark.shouted_message"
MARKS_FILE = FOLDER / "emotions" / "marks.yml"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LETTERS = re.compile(r"(?<![\w@#/.-])[^\W\d_]{2,}(?:['’][^\W\d_]+)?(?![\w@/:-]|\.\w)")
_STRETCHED = re.compile(r"\b(?=[a-z]{4,30}\b)[a-z]*?([a-z])\1{2,}[a-z]*\b", re.IGNORECASE)
_CALLS = re.compile(r"[!?]*!{1,}[!?]*|\?{2,}")
_CLAUSE = re.compile(r"[.!?;\n]|,|\b(?:but|because|although)\b", re.IGNORECASE)
_BEFORE, _DENIED_BEFORE = 3, 4
"""Words in front of a word of feeling that can strengthen or soften it, and that can deny it."""
_REACH = 60
_SHOUTING = 4
"""So many words in capitals one after another are a shout, fewer a stress."""


@dataclass(frozen=True)
class Face:
    """Emoji and typed faces that show one feeling.

    Attributes:
        id: The rule's id.
        of: The feeling.
        weight: How strongly, 0 to 1.
        beside_trouble: Whether they show it only where the message tells of trouble.
        pattern: Finds them.
    """

    id: str
    of: str
    weight: float
    beside_trouble: bool
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Marks:
    """What ``marks.yml`` holds; see there for what each value does."""

    louder: frozenset[str]
    louder_by: float
    softer: frozenset[str]
    softer_by: float
    denied: frozenset[str]
    not_shouted: frozenset[str]
    shouted_word: float
    shouted_message: float
    exclaimed: tuple[float, float, float]
    questioned: float
    stretched: float
    faces: tuple[Face, ...]


@dataclass(frozen=True)
class Mark:
    """A mark of strength: capitals, exclamation marks and the like, by its place in the customer's own words."""

    start: int
    end: int
    rule: str
    weight: float


@lru_cache(maxsize=1)
def marks() -> Marks:
    """Read ``marks.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(MARKS_FILE)
    root.only(
        "note", "source", "louder", "softer", "denied", "shouted", "exclaimed", "questioned", "stretched", "faces"
    )
    louder, softer, denied = root.at("louder"), root.at("softer"), root.at("denied")
    shouted, exclaimed = root.at("shouted"), root.at("exclaimed")
    return Marks(
        louder=frozenset(louder.at("words").texts()),
        louder_by=louder.at("by").number(1, 3),
        softer=frozenset(softer.at("words").texts()),
        softer_by=softer.at("by").number(0, 1),
        denied=frozenset(denied.at("words").texts()),
        not_shouted=frozenset(shouted.at("not").texts()),
        shouted_word=shouted.at("word").number(0, 1),
        shouted_message=shouted.at("message").number(0, 1),
        exclaimed=tuple(exclaimed.at(name).number(0, 1) for name in ("one", "more", "many")),  # type: ignore[arg-type]
        questioned=root.at("questioned").number(0, 1),
        stretched=root.at("stretched").number(0, 1),
        faces=tuple(_face(node) for node in root.at("faces").each()),
    )


def _face(node: Node) -> Face:
    node.only("id", "of", "weight", "beside_trouble", "marks")
    beside = node.get("beside_trouble")
    # A typed face inside a link or a clock time is none.
    typed = "|".join(re.escape(mark) for mark in node.at("marks").texts())
    return Face(
        id=f"face.{node.at('id').text()}",
        of=node.at("of").one_of(tuple(EMOTIONS)),
        weight=node.at("weight").number(0, 1),
        beside_trouble=beside.flag() if beside else False,
        pattern=re.compile(rf"(?<![\w/])(?:{typed})+|(?:(?![ -~])(?:{typed}))+"),
    )


def said_how(text: str, hit: Hit) -> float:
    """A factor for the weight of the words found: above 1 behind "very", below it behind "a bit", 0 behind "not".

    Args:
        text: The text in which the words were found.
        hit: Where they stand.
    """
    before = text[max(0, hit.start - _REACH) : hit.start]
    breaks = [gap.end() for gap in _CLAUSE.finditer(before)]
    words = [word[0].lower() for word in _WORD.finditer(before, breaks[-1] if breaks else 0)]
    known = marks()
    if not hit.rule.fixed and known.denied & set(words[-_DENIED_BEFORE:]):
        return 0.0
    near = set(words[-_BEFORE:])
    return (known.louder_by if near & known.louder else 1.0) * (known.softer_by if near & known.softer else 1.0)


def marks_of(message: str) -> Iterator[Mark]:
    """The marks of strength in the customer's own words."""
    known = marks()
    for run in _shouted_runs(message):
        start, end = run[0].start(), run[-1].end()
        if len(run) >= _SHOUTING:
            yield Mark(start, end, SHOUTED_MESSAGE, known.shouted_message)
        else:
            yield from (Mark(*word.span(), "mark.shouted_word", known.shouted_word) for word in run)
    for call in _CALLS.finditer(message):
        loud = call[0].count("!")
        weight = known.exclaimed[min(loud, 3) - 1] if loud else 0.0
        asked = known.questioned if len(call[0]) > 1 and "?" in call[0] else 0.0
        yield Mark(*call.span(), EXCLAIMED if loud else "mark.questioned", max(weight, asked))
    for word in _STRETCHED.finditer(message):
        if not word[0].lower().startswith(("www", "xxx", "hmm", "aaa", "zzz")):
            yield Mark(*word.span(), "mark.stretched", known.stretched)


def _shouted_runs(message: str) -> Iterator[list[re.Match[str]]]:
    """Words in capitals that follow each other; abbreviations between them are no break, and alone no shouting."""
    run: list[re.Match[str]] = []
    for word in _LETTERS.finditer(message):
        if word[0].isupper():
            run += [word] if _shouted(word[0].lower()) else []
        elif run:
            yield run
            run = []
    if run:
        yield run


def _shouted(word: str) -> bool:
    """Whether a word that stands in capitals is a word, and no abbreviation or heading."""
    return word in english_words() and word not in marks().not_shouted
