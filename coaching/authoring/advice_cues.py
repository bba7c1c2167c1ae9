"""Advice on cues: the words by which a question, an offer and the cause are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coaching.authoring.checks import Checks
from coaching.authoring.places import is_open, line_of
from coaching.authoring.remark import Remark
from coaching.customer.matching import hits, stems
from coaching.customer.scenario import OPENING, Fact, Remedy, Scenario
from coaching.yamlfile import Node


def missing_their_own(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Facts, remedies and a cause of which no cue is met by how they are called or told themselves."""
    held: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = [
        (("root_cause", "cues"), scenario.root_cause.cues, (scenario.root_cause.text,))
    ]
    for fact in scenario.facts:
        held.append((("facts", fact.id, "cues"), fact.cues, (fact.topic, *(line.text for line in fact.lines))))
    for remedy in scenario.remedies:
        held.append((("remedies", remedy.id, "cues"), remedy.cues, (remedy.title, *scenario.brief.may_offer)))
    for path, cues, texts in held:
        if not any(map(is_open, (*cues, *texts))) and not any(hits(text, cues) for text in texts):
            yield checks.say("cues_miss_their_own_words", line_of(root, *path), what=_name(path), text=texts[0])


def out_of_reach(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Facts that no question gets, as others answer to each of their cues better.

    An invitation to tell the whole story may still bring them.
    """
    for fact in scenario.facts:
        if fact.given == OPENING or any(map(is_open, fact.cues)):
            continue
        best = [other for cue in fact.cues for other in _best(cue, scenario.facts)]
        if fact not in best:
            others = sorted({other.id for other in best})
            line = line_of(root, "facts", fact.id, "cues")
            yield checks.say("fact_out_of_reach", line, what=fact.id, others=", ".join(others))


def overlapping(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Remedies that count as offered wherever another one is."""
    for remedy in scenario.remedies:
        for other in scenario.remedies:
            met = None if other.id == remedy.id else _swallowed(remedy, other)
            # Told once for two that have the very same cue.
            if met and not (stems(met[0]) == stems(met[1]) and remedy.id > other.id):
                yield checks.say(
                    "cues_overlap",
                    line_of(root, "remedies", remedy.id, "cues"),
                    cue=met[0],
                    what=f"remedies.{remedy.id}",
                    other_cue=met[1],
                    other=f"remedies.{other.id}",
                )


def cause_on_card(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """A root cause that whoever reads the card aloud has named."""
    brief, cues = scenario.brief, scenario.root_cause.cues
    if any(map(is_open, cues)):
        return
    card = (*brief.order, *brief.history, *brief.may_offer)
    if all(any(hits(line, [cue]) for line in card) for cue in cues):
        yield checks.say("cause_on_card", line_of(root, "root_cause", "cues"))


def opening_tells(root: Node, scenario: Scenario, checks: Checks) -> Iterator[Remark]:
    """Openings that say a cue of the root cause of two words or more."""
    for number, opening in enumerate(scenario.openings):
        for at, text in enumerate(opening.lines):
            told = [cue for cue in scenario.root_cause.cues if len(stems(cue)) > 1 and hits(text, [cue])]
            if told and not is_open(text):
                line = line_of(root, "openings", number, "lines", at)
                yield checks.say("opening_tells_cause", line, cue=told[0])


def _best(question: str, facts: Iterable[Fact]) -> list[Fact]:
    met = [(hits(question, fact.cues), fact) for fact in facts]
    best = max(weight for weight, _ in met)
    return [fact for weight, fact in met if weight == best > 0]


def _swallowed(remedy: Remedy, other: Remedy) -> tuple[str, str] | None:
    """A cue of the first that is met wherever one of the second is said, and that one."""
    for cue in remedy.cues:
        for other_cue in other.cues:
            if not is_open(cue) and not is_open(other_cue) and stems(cue) <= stems(other_cue):
                return cue, other_cue
    return None


def _name(path: tuple[str, ...]) -> str:
    return ".".join(path[:-1])
