"""Mends: wording rules that turn a clause into a kinder or plainer one, read from ``mends/*.yml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.errors import DataError
from coaching.moves import LABELS
from coaching.rewriting.rewrite import STYLES
from coaching.rewriting.shaping import begun, inflected, mend_spaces
from coaching.yamlfile import Node, read

FOLDER = Path(__file__).with_name("mends")
_PLACE = re.compile(r"\{(?P<group>\w+)(?:\.(?P<tag>[A-Z]+)|:(?P<forms>[^{}]+))?\}")

Choose = Callable[[str, Sequence[str]], str]
"""Takes one of several wordings for a rule's id; the same one each time in the same case."""


@dataclass(frozen=True)
class Mend:
    """A rule.

    Attributes:
        id: ``<file>.<rule>``, the file without its number.
        why: Why the change is for the better.
        pattern: What it looks for in a clause, with straight apostrophes, in any case.
        become: What may stand there instead; empty takes the words out.
        styles: The styles that it is for.
        labels: The moves of which the clause has to carry one; empty where any will do.
        poor: Whether it is for drafts with a mistake alone: in a good one the same words do no harm.
        refused: Whether it is for drafts alone that refuse something by name.
        unless: Where this is found in the clause, the rule does nothing.
        better: Clauses before and after, for the tests.
    """

    id: str
    why: str
    pattern: re.Pattern[str]
    become: tuple[str, ...]
    styles: frozenset[str]
    labels: frozenset[str]
    poor: bool
    refused: bool
    unless: re.Pattern[str] | None
    better: tuple[tuple[str, str], ...]

    def apply(self, clause: str, choose: Choose) -> str:
        """The clause with the words changed wherever they stand; the same clause where they do not."""
        if self.pattern.search(clause) is None or (self.unless is not None and self.unless.search(clause)):
            return clause
        wording = choose(self.id, self.become)
        changed = self.pattern.sub(lambda found: _filled(wording, found), clause)
        if changed == clause:
            return clause
        mended = begun(mend_spaces(changed))
        return mended if any(one.isalnum() for one in mended) else ""


@dataclass(frozen=True)
class Stage:
    """The rules of one file, applied in its order."""

    name: str
    mends: tuple[Mend, ...]


def _filled(wording: str, found: re.Match[str]) -> str:
    def fill(place: re.Match[str]) -> str:
        name = place["group"]
        text = found[int(name) if name.isdigit() else name] or ""
        if place["forms"]:
            past, doing, does, do = place["forms"].split("|")
            end = text.lower()
            return past if end.endswith("d") else doing if end.endswith("g") else does if end.endswith("s") else do
        if place["tag"]:
            return inflected(text, place["tag"])
        # What began the sentence goes on in lower case where something is put before it.
        at_start = found.start(int(name) if name.isdigit() else name) == 0 and place.start() > 0
        text = text.rstrip() if wording[place.end() :].startswith(" ") else text
        return begun(text, small=True) if at_start else text

    return _PLACE.sub(fill, wording)


@lru_cache(maxsize=1)
def stages() -> Mapping[str, Stage]:
    """Read all files of mends in the order of their numbers, once a process; by name.

    Raises:
        DataError: A file is not as it should be; names the line.
    """
    return {stage.name: stage for stage in (read_stage(path) for path in sorted(FOLDER.glob("*.yml")))}


def read_stage(path: Path) -> Stage:
    """Read one file of mends.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(path)
    root.only("note", "source", "why", "words", "mends")
    for told in ("note", "source"):
        root.at(told).text()
    name = path.stem.split("_", 1)[-1]
    words = {word: node.text() for word, node in node_items(root.get("words"))}
    return Stage(name, tuple(_mend(name, root, node, words) for node in root.at("mends").each()))


def node_items(node: Node | None) -> Sequence[tuple[str, Node]]:
    """The items of a mapping that may be left out."""
    return tuple(node.items()) if node is not None else ()


def _mend(stage: str, root: Node, node: Node, words: Mapping[str, str]) -> Mend:
    node.only("id", "note", "why", "pattern", "become", "styles", "labels", "poor", "refused", "unless", "better")
    node.at("note").text()
    become = node.at("become")
    unless, poor, refused = node.get("unless"), node.get("poor"), node.get("refused")
    mend = Mend(
        id=f"{stage}.{node.at('id').text()}",
        why=(node.get("why") or root.at("why")).text(),
        pattern=_pattern(node.at("pattern"), words),
        become=tuple(_wordings(become)),
        styles=frozenset(_chosen(node.get("styles"), STYLES) or STYLES),
        labels=frozenset(_chosen(node.get("labels"), LABELS)),
        poor=poor.flag() if poor else False,
        refused=refused.flag() if refused else False,
        unless=_pattern(unless, words) if unless else None,
        better=tuple(_pair(pair) for pair in node.at("better").each()),
    )
    _check_places(become, mend)
    return mend


def _wordings(node: Node) -> Sequence[str]:
    return [str(item.value) for item in node.each()] if not isinstance(node.value, str) else [str(node.value)]


def _pair(node: Node) -> tuple[str, str]:
    pair = [str(item.value) for item in node.each()]
    if len(pair) != 2:
        raise node.error("a clause before and after")
    return pair[0], pair[1]


def _chosen(node: Node | None, choices: Sequence[str]) -> tuple[str, ...]:
    return tuple(item.one_of(tuple(choices)) for item in node.each()) if node is not None else ()


def _pattern(node: Node, words: Mapping[str, str]) -> re.Pattern[str]:
    written = node.text()
    for word, meaning in words.items():
        written = written.replace(f"<{word}>", meaning)
    unknown = re.search(r"(?<!\(\?P)(?<!\?)<[a-z_]+>", written)
    if unknown:
        raise DataError(node.file, node.line, f"{node.name}: {unknown[0]}", "one of the file's words")
    try:
        return re.compile(written, re.IGNORECASE)
    except re.error as error:
        raise DataError(node.file, node.line, f"{node.name}: {error}", "a regular expression") from error


def _check_places(node: Node, mend: Mend) -> None:
    for wording in mend.become:
        for place in _PLACE.finditer(wording):
            name = place["group"]
            known = int(name) <= mend.pattern.groups if name.isdigit() else name in mend.pattern.groupindex
            if not known or (place["forms"] and place["forms"].count("|") != 3):
                raise DataError(node.file, node.line, f"the place {place[0]}", "a group of the pattern")
