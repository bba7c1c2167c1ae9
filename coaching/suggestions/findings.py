"""What is wrong in a draft, each thing with better words in its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from coaching.moves import MISTAKES, STEPS
from coaching.recognition.sentence import RecognisedSentence
from coaching.suggestions.hits import Found, Hit, label_hits, wording_hits
from coaching.suggestions.matching.mending import Edit
from coaching.suggestions.matching.when import Situation
from coaching.suggestions.replacing import places_of, put
from coaching.suggestions.report import Finding, Suggestion
from coaching.suggestions.rules import SEVERITIES, Rule
from coaching.suggestions.ruleset import Ruleset
from coaching.suggestions.writer import Wording, Writer

_MISTAKE_FAULT = 10
"""A mistake that stays outweighs any number of steps that go."""


def find(situation: Situation, writer: Writer, rules: Ruleset) -> tuple[tuple[Finding, ...], tuple[Suggestion, ...]]:
    """Find the mistakes of the codebook, one for each label of a sentence, and every weak wording.

    Of weak wordings on the same words the graver one stands, or else the longer. One whose words a mistake's
    replacement changes is left out; where that replaces the whole sentence it stays, as the agent may not take it.

    Args:
        situation: The draft; its labels say whether there is a mistake, the rules say where it stands.
        writer: Words the suggestions.
        rules: The rules in force.

    Returns:
        Findings in the order of the draft, and a suggestion for each; findings on the same words share one.
    """
    found = [rules.search.find(sentence.text) for sentence in situation.sentences]
    mistakes = [hit for label in MISTAKES for hit in label_hits(rules.of_label[label], label, found, situation)]
    wordings = _standing(_wordings(rules, found, situation), mistakes, situation.sentences)
    findings: list[Finding] = []
    suggestions: dict[tuple[int, int], Suggestion] = {}
    for number, sentence in enumerate(situation.sentences):
        # The rule that knows the words offers the better sentence where several rules would replace the whole.
        for hit in sorted((one for one in mistakes if one.sentence == number), key=lambda one: one.match is None):
            better = _better(hit, sentence, writer, rules)
            if better is not None:
                better = suggestions.setdefault((better.start, better.end), better)
            findings.append(_finding(hit, sentence, better))
        for hit in (one for one in wordings if one.sentence == number):
            better = _reworded(hit, number, situation.sentences, writer)
            if better is not None:
                better = suggestions.setdefault((better.start, better.end), better)
            findings.append(_finding(hit, sentence, better))
    in_order = sorted(suggestions.values(), key=lambda one: one.start)
    return tuple(sorted(findings, key=lambda one: one.start)), tuple(in_order)


def _wordings(rules: Ruleset, found: Found, situation: Situation) -> list[Hit]:
    return [hit for rule in rules.wordings for hit in wording_hits(rule, found, situation)]


def _standing(wordings: Sequence[Hit], mistakes: Sequence[Hit], sentences: Sequence[RecognisedSentence]) -> list[Hit]:
    """The weak wordings of which nothing else takes the words, in the order of the draft."""
    taken = [_span(hit, sentences) for hit in mistakes if hit.match is not None and not hit.rule.whole]
    standing: list[tuple[int, Hit]] = []
    for hit in sorted(wordings, key=lambda one: _rank(one, sentences)):
        start, end = _span(hit, sentences)
        if all(end <= first or behind <= start for first, behind in taken):
            taken.append((start, end))
            standing.append((start, hit))
    return [hit for _, hit in sorted(standing, key=lambda one: one[0])]


def _rank(hit: Hit, sentences: Sequence[RecognisedSentence]) -> tuple[int, int, int]:
    start, end = _span(hit, sentences)
    return -SEVERITIES.index(hit.rule.severity), start - end, start


def _span(hit: Hit, sentences: Sequence[RecognisedSentence]) -> tuple[int, int]:
    """The offending words in the draft."""
    sentence = sentences[hit.sentence]
    if hit.match is None:
        return sentence.start, sentence.end
    start, end = hit.match.marked(sentence.text)
    return sentence.start + start, sentence.start + end


def _finding(hit: Hit, sentence: RecognisedSentence, better: Suggestion | None) -> Finding:
    rule = hit.rule
    start, end = hit.match.marked(sentence.text) if hit.match else (0, len(sentence.text))
    return Finding(
        id=f"{rule.id}@{sentence.start + start}",
        rule=rule.id,
        pack=rule.pack,
        label=rule.label,
        title=rule.title,
        start=sentence.start + start,
        end=sentence.start + end,
        text=sentence.text[start:end],
        severity=rule.severity,
        message=rule.message,
        why=f"{rule.why} ({rule.source})",
        suggestion=better.id if better else None,
    )


def _reworded(hit: Hit, number: int, sentences: Sequence[RecognisedSentence], writer: Writer) -> Suggestion | None:
    """A weak wording's replacement, as its rule writes it. A sentence of which no word is left goes with its space."""
    sentence = sentences[number]
    wording = writer.choose(hit.rule.replace, sentence.text, lambda _: 0, places_of(hit.match, sentence.text))
    if wording is None:
        return None
    edit = put(wording.text, sentence.text, hit.match, whole=hit.rule.whole)
    if not any(character.isalnum() for character in edit.apply(sentence.text)):
        last = number + 1 == len(sentences)
        start = sentences[number - 1].end if last and number else sentence.start
        end = sentence.end if last else sentences[number + 1].start
        edit = Edit(start - sentence.start, end - sentence.start, "")
    return _suggestion(wording, hit.rule, edit, sentence, writer)


def _better(hit: Hit, sentence: RecognisedSentence, writer: Writer, rules: Ruleset) -> Suggestion | None:
    """The rule's wording, or the pack's general one where the rule's would still be taken for a mistake."""
    assert hit.rule.label is not None
    best: tuple[Wording, Rule] | None = None
    general = [rule for rule in rules.of_label[hit.rule.label] if rule.look is None]
    for rule in dict.fromkeys((hit.rule, *general)):
        wording = writer.choose(
            rule.replace,
            sentence.text,
            partial(_faults, hit, rule, sentence, writer),
            places_of(hit.match, sentence.text),
        )
        if wording is not None and (best is None or wording.faults < best[0].faults):
            best = wording, rule
        if best is not None and best[0].faults == 0:
            break
    if best is None:
        return None
    wording, rule = best
    edit = put(wording.text, sentence.text, hit.match, whole=rule.whole)
    return _suggestion(wording, hit.rule, edit, sentence, writer)


def _suggestion(wording: Wording, rule: Rule, edit: Edit, sentence: RecognisedSentence, writer: Writer) -> Suggestion:
    writer.use(wording)
    start, end = sentence.start + edit.start, sentence.start + edit.end
    return Suggestion(f"{wording.rule}@{start}", "replace", start, end, edit.text, None, rule.why, wording.rule)


def _faults(hit: Hit, rule: Rule, sentence: RecognisedSentence, writer: Writer, text: str) -> int:
    """How many mistakes the sentence still makes with the new words, and how many of its steps it loses."""
    found = writer.reads(put(text, sentence.text, hit.match, whole=rule.whole).apply(sentence.text))
    lost = len(set(sentence.labels) & set(STEPS) - found)
    return _MISTAKE_FAULT * len(found & set(MISTAKES)) + lost
