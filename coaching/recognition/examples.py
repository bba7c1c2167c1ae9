"""Reading labelled agent sentences from files in Rasa's NLU format.

The intent's name holds the labels, ``resolve+inquire``; ``none`` stands for none. Rasa's long examples (a ``text`` and
its ``metadata``) and its short ones (lines that begin with ``-``) are both read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from coaching.errors import CoachError, DataError
from coaching.moves import LABELS, NO_MOVE, in_codebook_order

_KEYS = ("id", "conversation", "customer", "before", "batch", "brief", "writer", "checker", "machine")
_OPINIONS = ("writer", "checker", "machine")


@dataclass(frozen=True)
class TrainingRow:
    """One labelled sentence.

    Attributes:
        id: Its name; ``<file>:<line>`` where the file gives none.
        text: The sentence.
        labels: Its moves in the codebook's order; none is a label set of its own.
        customer: The customer's last message, where known.
        before: What the agent had said before it in the same message, where known.
        conversation: Sentences of one conversation are never split between teaching and measuring.
        batch: The lot it was written in; ``training_data/batches.yml`` says by whom and how.
        writer: The moves that the writer had in mind, joined as an intent's name; empty where it is not known.
        checker: The moves that a second person saw who did not know the writer's; empty where there was none.
        machine: The moves that a recogniser had seen, where a trainer corrected it; no vote.
    """

    id: str
    text: str
    labels: tuple[str, ...]
    customer: str = ""
    before: str = ""
    conversation: str = ""
    batch: str = ""
    writer: str = ""
    checker: str = ""
    machine: str = ""

    def votes(self) -> tuple[tuple[str, ...], ...]:
        """Every opinion on its moves: the final one, the writer's, the checker's."""
        given = (_moves(name) for name in (self.writer, self.checker) if name)
        return (self.labels, *given)


def read_examples(folder: Path) -> list[TrainingRow]:
    """Read every ``*.yml`` file of a folder, in the order of the file names.

    libyaml's node tree is used, not ``coaching.yamlfile``: 6,000 examples take it 0.2 s instead of 8 s, and its nodes
    know their lines as well.

    Args:
        folder: Usually ``training_data/nlu``.

    Raises:
        CoachError: The folder holds no such file, or a file cannot be read.
        DataError: A file is not in Rasa's NLU format, names an unknown label, or an id stands twice.
    """
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise CoachError(f"no *.yml file with labelled sentences in {folder}")
    rows: list[TrainingRow] = []
    seen: dict[str, str] = {}
    for file in files:
        for row, line in _read_file(file):
            if row.id in seen:
                raise DataError(file, line, f"the id {row.id!r} again, first in {seen[row.id]}", "an id of its own")
            seen[row.id] = f"{file.name}:{line}"
            rows.append(row)
    return rows


def _read_file(file: Path) -> Iterator[tuple[TrainingRow, int]]:
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError) as error:
        raise CoachError(f"cannot read {file}: {error}") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise DataError(file, line, str(error.problem), "YAML") from error
    except yaml.YAMLError as error:
        # A character that no YAML may hold; libyaml tells no line for it.
        raise DataError(file, None, " ".join(str(error).split()), "YAML") from error
    for item in _list(file, _mapping(file, root, "a mapping with the key nlu").get("nlu"), "the key nlu with a list"):
        keys = _mapping(file, item, "an intent with its examples")
        if "intent" not in keys:
            raise DataError(file, _line(item), f"the keys {', '.join(keys) or 'none'}", "the keys intent and examples")
        labels = _labels(file, keys["intent"])
        yield from _examples(file, item, keys.get("examples"), labels)


def _examples(
    file: Path, item: yaml.Node, node: yaml.Node | None, labels: tuple[str, ...]
) -> Iterator[tuple[TrainingRow, int]]:
    if isinstance(node, yaml.ScalarNode):
        for line, raw in enumerate(str(node.value).splitlines(), start=_line(node) + 1):
            if raw.strip():
                if not raw.startswith("- ") or not raw[2:].strip():
                    raise DataError(file, line, repr(raw[:60]), "a line that begins with '- ' and holds a sentence")
                yield TrainingRow(f"{file.name}:{line}", raw[2:].strip(), labels), line
        return
    if node is None:
        raise DataError(file, _line(item), "an intent without examples", "the key examples")
    for example in _list(file, node, "a list of examples, or lines that begin with '- '"):
        keys = _mapping(file, example, "an example with text and metadata")
        line = _line(example)
        text = _text(file, keys.get("text"), line, "text").strip()
        if not text:
            raise DataError(file, line, "an empty text", "a sentence")
        about = _mapping(file, keys["metadata"], "a mapping") if "metadata" in keys else {}
        for key, value in about.items():
            if key not in _KEYS:
                raise DataError(file, _line(value), f"metadata {key!r}", "one of " + ", ".join(_KEYS))
        given = {key: _text(file, value, line, key) for key, value in about.items()}
        for key in _OPINIONS:
            if key in about:
                _labels(file, about[key], key)
        yield (
            TrainingRow(
                given.get("id", f"{file.name}:{line}"),
                text,
                labels,
                given.get("customer", ""),
                given.get("before", ""),
                given.get("conversation", ""),
                given.get("batch", ""),
                given.get("writer", ""),
                given.get("checker", ""),
                given.get("machine", ""),
            ),
            line,
        )


def _moves(name: str) -> tuple[str, ...]:
    return () if name == NO_MOVE else tuple(name.split("+"))


def _labels(file: Path, node: yaml.Node, key: str = "intent") -> tuple[str, ...]:
    name = _text(file, node, _line(node), key)
    given = _moves(name)
    for label in given:
        if label not in LABELS:
            raise DataError(
                file, _line(node), f"the label {label!r}", f"{NO_MOVE}, or labels joined by +: {', '.join(LABELS)}"
            )
    if given != in_codebook_order(given):
        raise DataError(file, _line(node), f"the {key} {name!r}", "the order " + "+".join(in_codebook_order(given)))
    return given


def _mapping(file: Path, node: yaml.Node | None, expected: str) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        raise DataError(file, _line(node), _describe(node), expected)
    return {str(key.value): value for key, value in node.value}


def _list(file: Path, node: yaml.Node | None, expected: str) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise DataError(file, _line(node), _describe(node), expected)
    return list(node.value)


def _text(file: Path, node: yaml.Node | None, line: int, key: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise DataError(file, _line(node) if node else line, f"{key}: {_describe(node)}", "text")
    return str(node.value)


def _line(node: yaml.Node | None) -> int:
    return int(node.start_mark.line) + 1 if node is not None else 1


def _describe(node: yaml.Node | None) -> str:
    if node is None:
        return "nothing"
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    return "a list" if isinstance(node, yaml.SequenceNode) else repr(node.value)[:60]
