"""One rule in words, for the terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from coaching.suggestions.examples import replaced
from coaching.suggestions.matching.dependencies import TAGS, DependencyPatterns
from coaching.suggestions.matching.expressions import Expression
from coaching.suggestions.matching.when import When
from coaching.suggestions.rules import Pack, Rule

_WIDTH = 100
_INDENT = 12
_FORM = re.compile(r"\{(\w+)_(" + "|".join(TAGS) + r")\}")


def explained(rule: Rule, pack: Pack, *, switched_on: bool) -> str:
    """Everything that a rule says of itself, and how its examples read with its replacements."""
    where = "every channel" if rule.anywhere else ", ".join(rule.channels)
    switched = "" if switched_on else ", switched off"
    lines = [f"{rule.id}  {pack.title}, {rule.severity}, {where}{switched}", _field("", rule.note), ""]
    for name, text in (("message", rule.message), ("why", rule.why), ("source", rule.source)):
        lines.append(_field(name, text))
    lines.extend(_as_is("looks for" if not number else "", text) for number, text in enumerate(_sought(rule)))
    lines.extend(_field("when" if not number else "", text) for number, text in enumerate(_conditions(rule)))
    put = "sentence" if rule.whole else "words"
    for number, template in enumerate(rule.replace):
        written = _FORM.sub(r"{\1:\2}", template.text) or "(nothing: the words go)"
        lines.append(_field(f"new {put}" if not number else "", written))
    for number, example in enumerate(rule.fires):
        lines.append(_field("fires on" if not number else "", _quoted(example.text, example.customer)))
        lines.extend(_as_is("", f"-> {text}") for text in replaced(rule, pack, example))
    for number, example in enumerate(rule.quiet):
        lines.append(_field("quiet on" if not number else "", _quoted(example.text, example.customer)))
    if rule.alone:
        lines.append(_as_is("beyond doubt", rule.alone.pattern.pattern))
    lines.append(_as_is("file", f"{pack.file}:{rule.line}"))
    return "\n".join(lines)


def _sought(rule: Rule) -> Iterator[str]:
    look = rule.look
    if look is None:
        yield f"any sentence that carries {rule.label}"
    elif isinstance(look, Expression):
        yield from look.needles or (look.regex.pattern,)
    elif isinstance(look, DependencyPatterns):
        for pattern in look.patterns:
            yield from (("- " if number else "- - ") + _written(node) for number, node in enumerate(pattern))
        if look.marks:
            yield "of which " + ", ".join(mark.node + ("+" if mark.whole else "") for mark in look.marks)
    else:
        yield from ("- " + _written(pattern) for pattern in look.patterns)


def _written(value: object) -> str:
    """A part of a pattern as YAML writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _conditions(rule: Rule) -> Iterator[str]:
    when, nothing = rule.when, When()
    if rule.label and rule.look is not None:
        yield f"the sentence carries {rule.label}"
    for name in When.__dataclass_fields__:
        value = getattr(when, name)
        if value != getattr(nothing, name):
            if isinstance(value, frozenset):
                value = ", ".join(sorted(value))
            yield f"{name}: {value.pattern if isinstance(value, re.Pattern) else _written(value)}"


def _quoted(text: str, customer: str) -> str:
    return f"“{text}”" + (f" in answer to “{customer}”" if customer else "")


def _as_is(name: str, text: str) -> str:
    """A line that may be copied."""
    return f"{name:<{_INDENT}}  {text}"


def _field(name: str, text: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=f"{name:<{_INDENT}}  ",
        subsequent_indent=" " * (_INDENT + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
