"""Mistakes in a draft, each with a better wording in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from coaching.moves import MISTAKES, STEPS
from coaching.recognition.sentence import RecognisedSentence
from coaching.suggestions.report import Finding, Suggestion
from coaching.suggestions.rules import MARK, Rule, rules
from coaching.suggestions.writer import Wording, Writer
from coaching.understanding.retelling import lower_first

_GREETING = re.compile(
    r"^(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening))\b[^,!.?]{0,30}[,!]\s*", re.IGNORECASE
)
_MISTAKE_FAULT = 10
"""A mistake that stays outweighs any number of steps that go."""


def find(sentences: Sequence[RecognisedSentence], writer: Writer) -> tuple[tuple[Finding, ...], tuple[Suggestion, ...]]:
    """Look at every sentence that carries a mistake.

    Args:
        sentences: The draft's sentences; their labels say whether there is a mistake, the rules say where it stands.
        writer: Words the suggestions.

    Returns:
        Findings in the order of the draft, and a suggestion for each; findings on the same words share one.
    """
    findings: list[Finding] = []
    suggestions: dict[tuple[int, int], Suggestion] = {}
    for sentence in sentences:
        matched = [matching(rules()[label], sentence.text) for label in sentence.labels if label in MISTAKES]
        # The rule that knows the words offers the better sentence where several rules would replace the whole.
        for rule, match in sorted(matched, key=lambda one: one[1] is None):
            better = _better(rule, match, sentence, writer)
            if better is not None:
                better = suggestions.setdefault((better.start, better.end), better)
            findings.append(_finding(rule, match, sentence, better))
    return tuple(findings), tuple(suggestions.values())


def _finding(
    rule: Rule, match: re.Match[str] | None, sentence: RecognisedSentence, better: Suggestion | None
) -> Finding:
    start, end = _marked(match, sentence)
    return Finding(
        id=f"{rule.id}@{start}",
        rule=rule.id,
        label=rule.label,
        start=start,
        end=end,
        text=sentence.text[start - sentence.start : end - sentence.start],
        severity=rule.severity,
        message=rule.message,
        why=f"{rule.why} ({rule.source})",
        suggestion=better.id if better else None,
    )


def matching(pack: Sequence[Rule], sentence: str) -> tuple[Rule, re.Match[str] | None]:
    """The first rule of a label's pack that finds its words in the sentence; the last one needs none."""
    plain = sentence.replace("’", "'")
    for rule in pack:
        match = rule.pattern.search(plain) if rule.pattern else None
        if match is not None or rule.pattern is None:
            return rule, match
    raise ValueError("a pack ends with a rule without a pattern")


def _marked(match: re.Match[str] | None, sentence: RecognisedSentence) -> tuple[int, int]:
    if match is None:
        return sentence.start, sentence.end
    start, end = match.span(MARK) if MARK in match.re.groupindex else match.span()
    found = match.string[start:end]
    start += len(found) - len(found.lstrip(" ,;"))
    return sentence.start + start, sentence.start + start + len(found.strip(" ,;"))


def _better(rule: Rule, match: re.Match[str] | None, sentence: RecognisedSentence, writer: Writer) -> Suggestion | None:
    """The rule's wording, or the pack's general one where the rule's would still be taken for a mistake."""
    groups = {name: lower_first(text.strip(" ,;")) for name, text in match.groupdict().items() if text} if match else {}
    best: tuple[Wording, int, int] | None = None
    for one in (rule, rules()[rule.label][-1]):
        start, end = _replaced(one, match, sentence)
        old = slice(start - sentence.start, end - sentence.start)
        wording = writer.choose(one.replace, sentence.text, partial(_faults, sentence, old, one.whole, writer), groups)
        if wording is not None and (best is None or wording.faults < best[0].faults):
            text = _shaped(wording.text, sentence.text[old], one.whole)
            best = replace(wording, text=text), start, end
        if best is not None and best[0].faults == 0:
            break
    if best is None:
        return None
    wording, start, end = best
    writer.use(wording)
    return Suggestion(f"{wording.rule}@{start}", "replace", start, end, wording.text, None, rule.why, wording.rule)


def _faults(sentence: RecognisedSentence, old: slice, whole: bool, writer: Writer, text: str) -> int:
    """How many mistakes the sentence still makes with the new words, and how many of its steps it loses."""
    new = sentence.text[: old.start] + _shaped(text, sentence.text[old], whole) + sentence.text[old.stop :]
    found = writer.reads(new)
    lost = len(set(sentence.labels) & set(STEPS) - found)
    return _MISTAKE_FAULT * len(found & set(MISTAKES)) + lost


def _shaped(text: str, words: str, whole: bool) -> str:
    """The wording as it goes in: a capital for a sentence, the space that the replaced words began with."""
    if whole:
        return text[0].upper() + text[1:]
    return f" {text}" if words[:1].isspace() and text[0] not in ".,;" else text


def _replaced(rule: Rule, match: re.Match[str] | None, sentence: RecognisedSentence) -> tuple[int, int]:
    """The words that go: all but a greeting in front, or the rule's words with the comma or space before them."""
    if rule.whole or match is None:
        greeting = _GREETING.match(sentence.text)
        return sentence.start + (greeting.end() if greeting else 0), sentence.end
    first, last = match.span(MARK) if MARK in match.re.groupindex else match.span()
    return sentence.start + first, sentence.start + last
