"""Rules that look for words in a customer's message, read from the files in ``words/``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from coaching.errors import DataError
from coaching.understanding.phrases import Phrases
from coaching.understanding.places import without_overlaps
from coaching.yamlfile import Node, read

FOLDER = Path(__file__).with_name("words")
_PART = re.compile(r"\{\{(\w+)\}\}")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\s*\n\s*")
_AROUND = 200
"""Characters on either side of the words that count as their sentence at the most."""
_IT = "it"
"""A named group of a pattern that begins so is what was sought; where none took part, the whole match is."""


@dataclass(frozen=True)
class Rule:
    """One thing to look for.

    Attributes:
        id: ``<file>.<name>``.
        of: What the words speak for: an emotion, a kind of want or detail.
        weight: How strongly, 0 to 1.
        words: Phrases; see ``Phrases``.
        pattern: A regular expression, capitals ignored; a rule has words or a pattern or both.
        unless: Where this is found in the same sentence, the rule says nothing.
        fixed: Whether a "not" in front changes nothing, because it belongs to what is said.
    """

    id: str
    of: str
    weight: float
    words: tuple[str, ...]
    pattern: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    fixed: bool

    @cached_property
    def sought(self) -> tuple[str, ...]:
        """The pattern's groups that are what was sought."""
        return tuple(name for name in self.pattern.groupindex if name.startswith(_IT)) if self.pattern else ()


@dataclass(frozen=True)
class Hit:
    """Words that a rule found, by their place in the text that was searched.

    Attributes:
        match: The pattern's match; None where a phrase was found.
    """

    start: int
    end: int
    rule: Rule
    match: re.Match[str] | None = None


class Rules:
    """Rules that are looked for together."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Take the rules; of two that find the same words the earlier one counts."""
        self._rules = tuple(rules)
        self._order = {rule.id: number for number, rule in enumerate(self._rules)}
        self._phrases = Phrases([(phrase, rule) for rule in self._rules for phrase in rule.words])

    def __iter__(self) -> Iterator[Rule]:
        """The rules in their order."""
        return iter(self._rules)

    def rule(self, id: str) -> Rule:
        """The rule of that id."""
        return next(rule for rule in self._rules if rule.id == id)

    def find(self, text: str) -> list[Hit]:
        """What the rules find, in the order of the text, without overlaps: the longer words win.

        Args:
            text: Mended words.
        """
        return without_overlaps(self.find_all(text), lambda hit: (hit.start - hit.end, self._order[hit.rule.id]))

    def find_all(self, text: str) -> list[Hit]:
        """What the rules find, in no order; places may overlap."""
        found = [Hit(place.start, place.end, place.what) for place in self._phrases.find(text)]
        for rule in self._rules:
            found += _matches(rule, text)
        ends = [gap.end() for gap in _SENTENCE.finditer(text)]
        return [hit for hit in found if not _excused(hit, text, ends)]


def _matches(rule: Rule, text: str) -> Iterator[Hit]:
    for match in rule.pattern.finditer(text) if rule.pattern else ():
        start, end = match.span(next((name for name in rule.sought if match[name] is not None), 0))
        words = text[start:end].rstrip(" \t\n,;")
        if words.strip():
            yield Hit(start, start + len(words), rule, match)


def _excused(hit: Hit, text: str, starts: Sequence[int]) -> bool:
    """Whether the sentence around the words, its start being one of ``starts``, says that they mean something else."""
    if hit.rule.unless is None:
        return False
    number = bisect_right(starts, hit.start)
    start = starts[number - 1] if number else 0
    end = starts[number] if number < len(starts) else len(text)
    sentence = text[max(start, hit.start - _AROUND) : min(end, hit.end + _AROUND)]
    return hit.rule.unless.search(sentence) is not None


@lru_cache(maxsize=1)
def _parts() -> Mapping[str, str]:
    """Pieces of patterns that several files use, from ``parts.yml``."""
    root = read(FOLDER / "parts.yml")
    root.only("note", "source", "parts")
    parts: dict[str, str] = {}
    for name, node in root.at("parts").items():
        parts[name] = f"(?:{_filled(node, parts)})"
    return parts


def read_rules(name: str, kinds: Collection[str], *more: str) -> tuple[Node, tuple[Rule, ...]]:
    """Read a file of rules from ``words/``.

    Args:
        name: The file without its folder and ending; its last part begins the rules' ids.
        kinds: What its rules may speak for.
        more: Further keys that the file has, for the caller to read.

    Returns:
        The file, and its rules in their order.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(FOLDER / f"{name}.yml")
    root.only("note", "source", "of", "weight", "rules", *more)
    for told in ("note", "source"):
        root.at(told).text()
    rules = tuple(_read_rule(node, root, name.rsplit("/")[-1], tuple(kinds)) for node in root.at("rules").each())
    if len({rule.id for rule in rules}) < len(rules):
        raise root.at("rules").error("rules with different ids")
    return root, rules


def _read_rule(node: Node, root: Node, name: str, kinds: tuple[str, ...]) -> Rule:
    node.only("id", "note", "of", "weight", "words", "pattern", "unless", "fixed")
    words, fixed = node.get("words"), node.get("fixed")
    pattern = _compiled(node.get("pattern"))
    if words is None and pattern is None:
        raise node.error("words or a pattern")
    return Rule(
        id=f"{name}.{node.at('id').text()}",
        of=(node.get("of") or root.at("of")).one_of(kinds),
        weight=(node.get("weight") or root.at("weight")).number(0, 1),
        words=tuple(word.lower() for word in words.texts()) if words else (),
        pattern=pattern,
        unless=_compiled(node.get("unless")),
        fixed=fixed.flag() if fixed else False,
    )


def _compiled(node: Node | None) -> re.Pattern[str] | None:
    return compiled(node) if node else None


def compiled(node: Node) -> re.Pattern[str]:
    """The regular expression that a value holds, with its parts filled in.

    Raises:
        DataError: It is none, or names a part that is unknown.
    """
    try:
        return re.compile(_filled(node, _parts()), re.IGNORECASE)
    except re.error as error:
        raise DataError(node.file, node.line, f"{node.name}: {error}", "a regular expression") from error


def _filled(node: Node, parts: Mapping[str, str]) -> str:
    """The pattern with its parts in their places; it may be broken into lines, whose ends are no part of it."""
    text = "".join(line.strip() for line in node.text().splitlines())
    unknown = next((part for part in _PART.findall(text) if part not in parts), None)
    if unknown is not None:
        raise DataError(node.file, node.line, f"the part {{{{{unknown}}}}}", "one of " + ", ".join(parts))
    return _PART.sub(lambda found: parts[found[1]], text)
