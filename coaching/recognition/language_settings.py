"""The settings by which a message's language is told, from ``language_of.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.yamlfile import Node, read

_FILE = Path(__file__).with_name("language_of.yml")


@dataclass(frozen=True)
class LanguageSettings:
    """See ``language_of.yml`` for what each value does and why.

    Attributes:
        steps: Words of a message, with the margin (0 to 1) it needs from so many on; shortest first.
        plain: Words in lower case that a message needs to be in another language.
        particles: Words in lower case that names are made with.
        letters: Letters of another script from which on it counts.
        packed: Letters that count as a word where words have no spaces between them.
        good_part: Share of English words, 0 to 1, that has a mixed message judged.
        english_piece: Probability of English, 0 to 1, that makes a piece English.
        english_share: Share of ``english_words``, 0 to 1, that does so too.
        english_words: Words of English alone, in lower case.
        english_endings: Endings of contractions that only English has.
        names: The English name of each language that may be named, by its ISO 639-1 code.
        varieties: The code that a label of the detector stands for.
        scripts: The languages of a script, the usual one first, by the first word of its letters' Unicode names.
    """

    steps: tuple[tuple[int, float], ...]
    plain: int
    particles: frozenset[str]
    letters: int
    packed: int
    good_part: float
    english_piece: float
    english_share: float
    english_words: frozenset[str]
    english_endings: tuple[str, ...]
    names: dict[str, str]
    varieties: dict[str, str]
    scripts: dict[str, tuple[str, ...]]

    def margin(self, words: float) -> float | None:
        """How far another language must lie before English in so many words; None where they are too few."""
        return next((margin for least, margin in reversed(self.steps) if words >= least), None)


@lru_cache(maxsize=1)
def language_settings() -> LanguageSettings:
    """Read the settings, once.

    Raises:
        DataError: The file is not as it should be.
    """
    root = read(_FILE)
    shares = ("good_part", "english_piece", "english_share")
    root.only(
        *("note", "source", "sizes", "plain", "letters", "packed", *shares),
        *("english_words", "languages", "varieties", "scripts"),
    )
    plain, english = _section(root, "plain", "fewest", "particles"), _section(root, "english_words", "words", "endings")
    names = {code: node.text() for code, node in _section(root, "languages", "names").at("names").items()}
    return LanguageSettings(
        steps=_steps(_section(root, "sizes", "steps").at("steps")),
        plain=int(plain.at("fewest").number(0, 1000)),
        particles=frozenset(plain.at("particles").texts()),
        letters=int(root.at("letters").number(1, 100)),
        packed=int(root.at("packed").number(1, 100)),
        **{share: root.at(share).number(0, 1) for share in shares},
        english_words=frozenset(english.at("words").texts()),
        english_endings=english.at("endings").texts(),
        names=names,
        varieties={
            label: code.one_of(tuple(names)) for label, code in _section(root, "varieties", "of").at("of").items()
        },
        scripts={script: _codes(codes, names) for script, codes in _section(root, "scripts", "of").at("of").items()},
    )


def _section(root: Node, name: str, *keys: str) -> Node:
    node = root.at(name)
    node.only("note", "source", *keys)
    for told in ("note", "source"):
        node.at(told).text()
    return node


def _steps(node: Node) -> tuple[tuple[int, float], ...]:
    steps: list[tuple[int, float]] = []
    for step in node.each():
        step.only("words", "margin")
        words, margin = step.at("words"), step.at("margin").number(0, 1)
        if steps and words.number(1, 1000) <= steps[-1][0]:
            raise words.error("more words than in the step before")
        steps.append((int(words.number(1, 1000)), margin))
    return tuple(steps)


def _codes(node: Node, names: dict[str, str]) -> tuple[str, ...]:
    codes = tuple(code.one_of(tuple(names)) for code in node.each())
    if not codes:
        raise node.error("at least one language")
    return codes
