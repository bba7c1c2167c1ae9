"""Running the examples that a pack's rules carry, without the recogniser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coaching.recognition.sentence import RecognisedSentence
from coaching.recognition.sentences import split_sentences
from coaching.suggestions.hits import Found, Hit, label_hits, wording_hits
from coaching.suggestions.matching.search import Search
from coaching.suggestions.matching.when import Situation
from coaching.suggestions.replacing import places_of, put
from coaching.suggestions.rules import Example, Pack, Rule
from coaching.suggestions.steps import body
from coaching.understanding import read_facts, understand


@dataclass(frozen=True)
class Failure:
    """An example that does not show what it should: its rule, line, text, and what happened instead."""

    rule: str
    line: int
    text: str
    happened: str


def failures(pack: Pack) -> Iterator[Failure]:
    """Run the examples of a pack's rules.

    ``fires`` has to be met by the rule (in a pack with a label: by the rule before all others), ``quiet`` must not be,
    and ``fires`` have to read as ``better`` after the first replacement that can be filled. No replacement of a weak
    wording may leave what its rule complains of.

    Args:
        pack: The pack; what is switched off is tested as well.
    """
    search = Search({rule.id: rule.look for rule in pack.rules if rule.look is not None})
    for rule in pack.rules:
        for example in rule.fires:
            happened = _silence(rule, pack, example, search)
            if happened:
                yield Failure(rule.id, example.line, example.text, happened)
        for example in rule.quiet:
            own = _own(rule, example, search)
            if own:
                yield Failure(rule.id, example.line, example.text, f"fires on {_words(own, example)!r}")
        yield from _not_better(rule, pack, search)
        if rule.label is None and rule.when.at_least == 1:
            yield from _no_cure(rule, pack, search)


def _silence(rule: Rule, pack: Pack, example: Example, search: Search) -> str | None:
    """What happens where a rule does not fire on its example; None where it does."""
    hits = _hits(rule, pack, example, search)
    if any(hit.rule.id == rule.id for hit in hits):
        return None
    if hits:
        return f"{hits[0].rule.id} fires first, on {_words(hits[0], example)!r}"
    found, _ = _searched(example, search)
    matched = any(rule.id in one for one in found)
    return "its words are there, but not the context it needs (when, channels)" if matched else "does not fire"


def _hits(rule: Rule, pack: Pack, example: Example, search: Search) -> list[Hit]:
    found, situation = _searched(example, search)
    if pack.label is not None:
        return list(label_hits(pack.rules, pack.label, found, situation))
    return wording_hits(rule, found, situation)


def _own(rule: Rule, example: Example, search: Search) -> Hit | None:
    """A place where the rule's own pattern fires; a rule without one is left to the recogniser."""
    found, situation = _searched(example, search)
    if rule.look is None:
        return None
    if rule.label is not None:
        return next(label_hits((rule,), rule.label, found, situation), None)
    return next(iter(wording_hits(rule, found, situation)), None)


def _not_better(rule: Rule, pack: Pack, search: Search) -> Iterator[Failure]:
    for example, better in zip(rule.fires, rule.better, strict=False):
        hit = next((one for one in _hits(rule, pack, example, search) if one.rule.id == rule.id), None)
        if hit is None:
            continue
        reads = next(_replaced(hit, example), None)
        if reads is None:
            yield Failure(rule.id, example.line, example.text, "no replacement can be filled from this example")
        elif reads != better:
            yield Failure(rule.id, example.line, example.text, f"reads {reads!r}, not {better!r}")


def _no_cure(rule: Rule, pack: Pack, search: Search) -> Iterator[Failure]:
    for example in rule.fires:
        hits = wording_hits(rule, *_searched(example, search))
        for text in _replaced(hits[0], example) if hits else ():
            left = wording_hits(rule, *_searched(replace(example, text=text), search))
            if len(left) >= len(hits):
                yield Failure(rule.id, example.line, example.text, f"still fires once it reads {text!r}")


def replaced(rule: Rule, pack: Pack, example: Example) -> tuple[str, ...]:
    """How an example reads with each replacement that can be filled; none where the rule does not fire."""
    search = Search({one.id: one.look for one in pack.rules if one.look is not None})
    hits = [hit for hit in _hits(rule, pack, example, search) if hit.rule.id == rule.id]
    return tuple(_replaced(hits[0], example)) if hits else ()


def _replaced(hit: Hit, example: Example) -> Iterator[str]:
    start, end = split_sentences(example.text)[hit.sentence]
    facts = {**read_facts(example.customer).known(), **places_of(hit.match, example.text[start:end])}
    for template in hit.rule.replace:
        if set(template.places) <= set(facts):
            edit = put(template.fill(facts), example.text[start:end], hit.match, whole=hit.rule.whole)
            yield example.text[:start] + edit.apply(example.text[start:end]) + example.text[end:]


def _searched(example: Example, search: Search) -> tuple[Found, Situation]:
    sentences = [
        RecognisedSentence(example.text[start:end], start, end, example.labels, {})
        for start, end in split_sentences(example.text)
    ]
    emotion = understand(example.customer).emotion.name if example.customer else None
    facts = read_facts(example.customer).known()
    situation = Situation(sentences, body(sentences), example.channel, emotion, facts=facts)
    return [search.find(one.text) for one in sentences], situation


def _words(hit: Hit, example: Example) -> str:
    start, end = split_sentences(example.text)[hit.sentence]
    sentence = example.text[start:end]
    return sentence[slice(*hit.match.marked(sentence))] if hit.match else sentence
