"""The rules that tell what is wrong with a sentence and offer another one: one YAML pack for each mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.errors import CoachError, DataError
from coaching.moves import MISTAKES
from coaching.suggestions.templates import Template
from coaching.yamlfile import Node, read

RULES_FOLDER = Path(__file__).with_name("rules")
SEVERITIES = ("low", "medium", "high")
MARK = "mark"
"""The named group of a pattern that is the offending words; without it the whole match is."""


@dataclass(frozen=True)
class Rule:
    """What may be wrong with a sentence that carries the rule's label.

    Attributes:
        id: ``<label>.<name>``.
        label: The mistake of the codebook that the sentence has to carry, unless its words stand ``alone``.
        note: What the rule is for.
        pattern: Finds the words; None stands for any sentence with the label.
        message: What the agent reads.
        why: Why it matters.
        source: Where that comes from.
        severity: low, medium or high.
        whole: Whether the suggestion takes the place of the sentence, or else of the offending words.
        replace: What to say instead.
        fires: Sentences on which it fires.
        quiet: Sentences on which it does not.
        alone: Words so clear that they raise the mistake where the recogniser misses it; see ``reading.py``.
        raises: Sentences in which they do.
        spares: Sentences in which they do not.
    """

    id: str
    label: str
    note: str
    pattern: re.Pattern[str] | None
    message: str
    why: str
    source: str
    severity: str
    whole: bool
    replace: tuple[Template, ...]
    fires: tuple[str, ...]
    quiet: tuple[str, ...]
    alone: re.Pattern[str] | None = None
    raises: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """The project's rules by label, in the order in which they are tried; read once a process."""
    return load_rules(RULES_FOLDER)


def load_rules(folder: Path) -> dict[str, tuple[Rule, ...]]:
    """Read a folder of packs.

    Raises:
        DataError: A pack is not as it should be; names file and line.
        CoachError: A mistake of the codebook has no pack.
    """
    packs: dict[str, tuple[Rule, ...]] = {}
    for path in sorted(folder.glob("*.yml")):
        root = read(path)
        label = root.at("label").one_of(MISTAKES)
        if label in packs:
            raise root.at("label").error("a label without a pack of its own yet")
        packs[label] = _read_pack(root, label)
    missing = [label for label in MISTAKES if label not in packs]
    if missing:
        raise CoachError(f"{folder} has no rules for {', '.join(missing)}; expected one file for each mistake")
    return packs


def _read_pack(root: Node, label: str) -> tuple[Rule, ...]:
    root.only("label", "message", "why", "source", "rules")
    found = tuple(_read_rule(node, root, label) for node in root.at("rules").each())
    names = [rule.id for rule in found]
    if len(set(names)) < len(names) or [rule.pattern for rule in found].count(None) != 1 or found[-1].pattern:
        raise root.at("rules").error("different ids, and at the end one rule without a pattern")
    return found


def _read_rule(node: Node, pack: Node, label: str) -> Rule:
    node.only("id", "note", "pattern", "message", "replaces", "replace", "severity", "fires", "quiet", "alone")
    id = f"{label}.{node.at('id').text()}"
    pattern = _pattern(node)
    alone = node.get("alone")
    if alone is not None:
        alone.only("pattern", "fires", "quiet")
        alone.at("pattern")
    groups = tuple(pattern.groupindex) if pattern else ()
    rule = Rule(
        id=id,
        label=label,
        note=node.at("note").text(),
        pattern=pattern,
        message=(node.get("message") or pack.at("message")).text(),
        why=pack.at("why").text(),
        source=pack.at("source").text(),
        severity=node.at("severity").one_of(SEVERITIES),
        whole=node.at("replaces").one_of(("words", "sentence")) == "sentence",
        replace=tuple(
            Template.read(f"{id}.{number}", text, groups) for number, text in enumerate(node.at("replace").each(), 1)
        ),
        fires=node.at("fires").texts(),
        quiet=node.at("quiet").texts(),
        alone=_pattern(alone) if alone else None,
        raises=alone.at("fires").texts() if alone else (),
        spares=alone.at("quiet").texts() if alone else (),
    )
    for name, examples in (("replace", rule.replace), ("fires", rule.fires), ("quiet", rule.quiet)):
        if not examples:
            raise node.at(name).error("at least one text")
    return rule


def _pattern(node: Node) -> re.Pattern[str] | None:
    written = node.get("pattern")
    if written is None:
        return None
    try:
        return re.compile(written.text(), re.IGNORECASE)
    except re.error as error:
        raise DataError(written.file, written.line, f"pattern: {error}", "a regular expression") from error
