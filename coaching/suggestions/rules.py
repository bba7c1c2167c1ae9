"""The rules that tell what is wrong with a sentence and offer other words, in packs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from coaching.channels import CHANNELS
from coaching.suggestions.matching.search import Look
from coaching.suggestions.matching.when import When
from coaching.suggestions.templates import Template

SEVERITIES = ("low", "medium", "high")


@dataclass(frozen=True)
class Example:
    """A draft that shows what a rule does.

    Attributes:
        text: The draft.
        customer: The message that it answers.
        channel: Where it is written.
        labels: Moves that each of its sentences is taken to make.
        line: Where it stands in the pack's file, counted from 1.
    """

    text: str
    customer: str
    channel: str
    labels: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Alone:
    """Words so clear that they raise their mistake where the recogniser misses it; see ``reading.py``.

    Attributes:
        pattern: The words.
        fires: Sentences in which they do.
        quiet: Sentences in which they do not.
    """

    pattern: re.Pattern[str]
    fires: tuple[str, ...]
    quiet: tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """One thing that may be wrong with a sentence.

    Attributes:
        id: ``<pack>.<name>``.
        pack: The id of its pack.
        label: The mistake of the codebook that a sentence has to carry; None for a rule about wording.
        title: What people call the pack.
        note: What the rule is for.
        look: What it looks for; None stands for any sentence with the label.
        when: The context it needs.
        channels: Where it applies.
        message: What the agent reads.
        why: Why it matters.
        source: Where that comes from.
        severity: low, medium or high.
        whole: Whether the replacement takes the place of the sentence, or else of the offending words.
        replace: What to say instead; an empty text takes the words out.
        fires: Drafts on which it fires.
        quiet: Drafts on which it does not.
        better: What ``fires`` read after the first replacement that can be filled, for as many as are given.
        alone: Words that raise the mistake by themselves.
        line: Where it begins in the pack's file, counted from 1.
    """

    id: str
    pack: str
    label: str | None
    title: str
    note: str
    look: Look | None
    when: When
    channels: tuple[str, ...]
    message: str
    why: str
    source: str
    severity: str
    whole: bool
    replace: tuple[Template, ...]
    fires: tuple[Example, ...]
    quiet: tuple[Example, ...]
    better: tuple[str, ...]
    alone: Alone | None
    line: int

    @property
    def anywhere(self) -> bool:
        """Whether it applies on every channel."""
        return set(self.channels) == set(CHANNELS)


@dataclass(frozen=True)
class Pack:
    """The rules of one file.

    Attributes:
        id: The file's name without its ending.
        title: What people call it.
        label: The mistake of the codebook that it belongs to, if any.
        rules: In the order in which they are tried.
        file: The file.
    """

    id: str
    title: str
    label: str | None
    rules: tuple[Rule, ...]
    file: Path
