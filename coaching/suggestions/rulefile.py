"""Reading a pack of rules; every error names file, line, what was found and what was expected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from coaching.channels import CHANNELS
from coaching.errors import DataError
from coaching.moves import LABELS, MISTAKES, in_codebook_order
from coaching.suggestions.matching.dependencies import TAGS, inflected, read_dependency
from coaching.suggestions.matching.expressions import read_pattern, read_words
from coaching.suggestions.matching.search import Look
from coaching.suggestions.matching.tokens import read_tokens
from coaching.suggestions.matching.when import When, read_when
from coaching.suggestions.rules import SEVERITIES, Alone, Example, Pack, Rule
from coaching.suggestions.templates import Template
from coaching.understanding import EMOTIONS
from coaching.yamlfile import Node, read

_LOOKS = ("words", "pattern", "tokens", "dependency")
_TOLD = ("message", "why", "source")
_FORM = re.compile(r"\{(\w+):(\w*)\}")
NAME = re.compile(r"[a-z][a-z0-9_-]*")
"""What packs and rules are called."""
_EXAMPLES = 2
"""As many sentences at the least show where a rule fires, and as many where it does not."""


def read_pack(path: Path) -> Pack:
    """Read one file of rules.

    Raises:
        CoachError: The file cannot be read.
        DataError: It is not as it should be.
    """
    root = read(path)
    root.only("title", "note", "label", "rules", *_TOLD)
    if not NAME.fullmatch(path.stem):
        raise DataError(path, None, f"the file name {path.name!r}", "small letters, digits, - and _, then .yml")
    label = root.get("label")
    pack = Pack(path.stem, root.at("title").text(), label.one_of(MISTAKES) if label else None, (), path)
    rules: list[Rule] = []
    nodes = list(root.at("rules").each())
    for number, node in enumerate(nodes, start=1):
        rule = _read_rule(node, root, pack, last=number == len(nodes))
        if rule.id in {earlier.id for earlier in rules}:
            raise node.at("id").error("an id that no other rule of the pack has")
        rules.append(rule)
    if not rules:
        raise root.at("rules").error("at least one rule")
    return Pack(pack.id, pack.title, pack.label, tuple(rules), path)


def _read_rule(node: Node, root: Node, pack: Pack, *, last: bool) -> Rule:
    node.only(
        *("id", "note", *_LOOKS, "mark", "when", "channels", "replaces", "replace", "severity", *_TOLD),
        *("fires", "quiet", "better", "alone"),
    )
    name = node.at("id")
    if not NAME.fullmatch(name.text()):
        raise name.error("small letters, digits, - and _")
    id = f"{pack.id}.{name.text()}"
    replace = node.at("replace")
    look = _read_look(node, replace, may_lack=last and pack.label is not None)
    when = _read_when(node, pack)
    channels = _read_channels(node)
    alone = node.get("alone")
    if alone is not None and pack.label is None:
        raise DataError(alone.file, alone.line, "'alone' in a pack without a label", "it in packs with a label only")
    implied = (pack.label,) if pack.label else ()
    message, why, source = (_told(node, root, key) for key in _TOLD)
    fires, quiet = (_read_examples(node.at(key), channels[0], implied) for key in ("fires", "quiet"))
    return Rule(
        id=id,
        pack=pack.id,
        label=pack.label,
        title=pack.title,
        note=node.at("note").text(),
        look=look,
        when=when,
        channels=channels,
        message=message,
        why=why,
        source=source,
        severity=node.at("severity").one_of(SEVERITIES),
        whole=node.at("replaces").one_of(("words", "sentence")) == "sentence",
        replace=_read_replacements(replace, id, (*(look.places if look else ()), *when.unsaid)),
        fires=fires,
        quiet=quiet,
        better=_read_better(node, len(fires)),
        alone=_read_alone(alone) if alone else None,
        line=name.line,
    )


def _read_when(node: Node, pack: Pack) -> When:
    when = node.get("when")
    if when is None:
        return When()
    sure = when.get("confident")
    if sure is not None and pack.label is None:
        raise DataError(sure.file, sure.line, "'confident' in a pack without a label", "it in packs with a label only")
    return read_when(when, tuple(EMOTIONS))


def _read_look(node: Node, replace: Node, *, may_lack: bool) -> Look | None:
    given = [key for key in _LOOKS if node.get(key) is not None]
    if len(given) > 1:
        raise DataError(node.file, node.at(given[1]).line, " and ".join(given), "one of " + ", ".join(_LOOKS))
    mark = node.get("mark")
    if mark is not None and given != ["dependency"]:
        raise DataError(mark.file, mark.line, "'mark' without 'dependency'", "it with dependency patterns only")
    if not given:
        if may_lack:
            return None
        expected = "one of " + ", ".join(_LOOKS) + "; only the last rule of a pack with a label goes without"
        raise DataError(node.file, node.at("id").line, f"{node.at('id').text()!r} without a pattern", expected)
    return _look(given[0], node, mark, replace)


def _look(key: str, node: Node, mark: Node | None, replace: Node) -> Look:
    looked = node.at(key)
    if key == "dependency":
        forms = dict.fromkeys(found for one in replace.each() for found in _FORM.findall(str(one.value)))
        return read_dependency(looked, mark, tuple(forms))
    if key == "tokens":
        return read_tokens(looked)
    return read_pattern(looked) if key == "pattern" else read_words(looked)


def _read_channels(node: Node) -> tuple[str, ...]:
    listed = node.get("channels")
    if listed is None:
        return CHANNELS
    chosen = tuple(one.one_of(CHANNELS) for one in listed.each())
    if not chosen:
        raise listed.error("at least one of " + ", ".join(CHANNELS))
    return chosen


def _told(node: Node, root: Node, key: str) -> str:
    told = node.get(key) or root.get(key)
    if told is None:
        raise DataError(node.file, node.at("id").line, f"no {key!r}", f"the key {key!r}, here or for the whole pack")
    return told.text()


def _read_replacements(node: Node, id: str, places: Sequence[str]) -> tuple[Template, ...]:
    found = []
    for number, one in enumerate(node.each(), start=1):
        name = f"{id}.{number}"
        if one.value == "":
            found.append(Template(name, "", ()))
            continue
        for _, tag in _FORM.findall(one.text()):
            if tag not in TAGS:
                raise DataError(one.file, one.line, f"the form {tag!r}", "one of " + ", ".join(TAGS))
        written = _FORM.sub(lambda form: "{" + inflected(form[1], form[2]) + "}", one.text())
        found.append(Template.read(name, Node(written, one.file, one.line, one.name), places))
    if not any(set(template.places) <= set(places) for template in found):
        raise node.error("at least one text without the customer's facts, for a message that tells nothing")
    return tuple(found)


def _read_examples(node: Node, channel: str, labels: Sequence[str]) -> tuple[Example, ...]:
    found = []
    for one in node.each():
        if isinstance(one.value, str):
            found.append(Example(one.text(), "", channel, tuple(labels), one.line))
            continue
        one.only("text", "customer", "channel", "labels")
        customer, where, given = (one.get(key) for key in ("customer", "channel", "labels"))
        also = [label.one_of(LABELS) for label in given.each()] if given else []
        found.append(
            Example(
                one.at("text").text(),
                customer.text() if customer else "",
                where.one_of(CHANNELS) if where else channel,
                in_codebook_order((*labels, *also)),
                one.line,
            )
        )
    if len(found) < _EXAMPLES:
        raise DataError(node.file, node.line, f"{len(found)} in {node.name!r}", f"at least {_EXAMPLES} examples")
    return tuple(found)


def _read_better(node: Node, fires: int) -> tuple[str, ...]:
    better = node.get("better")
    texts = better.texts() if better else ()
    if better and len(texts) > fires:
        raise DataError(better.file, better.line, f"{len(texts)} in 'better'", f"no more than the {fires} in 'fires'")
    return texts


def _read_alone(node: Node) -> Alone:
    node.only("pattern", "fires", "quiet")
    fires, quiet = node.at("fires").texts(), node.at("quiet").texts()
    for name, texts in (("fires", fires), ("quiet", quiet)):
        if not texts:
            raise node.at(name).error("at least one text")
    return Alone(read_pattern(node.at("pattern")).regex, fires, quiet)
