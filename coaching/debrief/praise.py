"""What went well: at most three sentences, the best first, each with what it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coaching.debrief.look import Look
from coaching.debrief.report import Praise
from coaching.moves import EMPTY_PROMISE, MISTAKES, STEPS
from coaching.scoring.account import Evidence
from coaching.scoring.qualities import QualityResult
from coaching.scoring.session_weights import QUALITIES, REMEDY
from coaching.scoring.steps import StepResult
from coaching.yamlfile import read

PRAISE_FILE = Path(__file__).with_name("praise.yml")
MOST_PRAISE = 3
RULES = (*(f"step.{step}" for step in STEPS), *(f"quality.{quality}" for quality in QUALITIES), "repair")
_HURTS = 0.01
"""A rise of anger (0-1) from which a sentence has hurt."""
_QUOTED = 3
"""Words of the customer's that are named."""


@dataclass(frozen=True)
class PraiseWords:
    """All of ``praise.yml``; see there."""

    share: float
    anger: float
    takes_up: str
    rules: Mapping[str, str]


@dataclass(frozen=True)
class _Good:
    """A sentence worth praise, by which rule, and how much."""

    rule: str
    proof: Evidence
    worth: float


def went_well(look: Look) -> tuple[Praise, ...]:
    """The sentences that did most; each sentence and each rule once."""
    words = praise_words()
    praised: list[Praise] = []
    for good in sorted(_found(look, words), key=lambda good: -good.worth):
        rule, proof = good.rule, good.proof
        if len(praised) == MOST_PRAISE:
            break
        if any(one.rule == rule or (one.turn, one.words) == (proof.turn, proof.text) for one in praised):
            continue
        praised.append(Praise(proof.turn, proof.text, _why(look, good, words), rule))
    return tuple(praised)


def _found(look: Look, words: PraiseWords) -> Iterator[_Good]:
    lines: dict[str, StepResult | QualityResult] = {f"step.{step}": one for step, one in look.card.steps.items()}
    lines.update({f"quality.{name}": one for name, one in look.card.qualities.items()})
    for rule, line in lines.items():
        sound = [proof for proof in line.evidence if _sound(look, rule, proof)]
        if rule == "step.resolve" and not look.card.qualities[REMEDY].points:
            continue  # a deed that made up for nothing is not what to do again
        if line.of and sound and line.points >= words.share * line.of:
            best = max(sound, key=lambda proof: (-_crowded(look, proof), _calmed(look, proof), -proof.turn))
            yield _Good(rule, best, line.points + words.anger * _calmed(look, best))
    for mistake in look.card.mistakes:
        if mistake.repaired is not None and _sound(look, "repair", mistake.repaired):
            yield _Good("repair", mistake.repaired, -mistake.points + words.anger * _calmed(look, mistake.repaired))


def _why(look: Look, good: _Good, words: PraiseWords) -> str:
    said = next(
        (one for one in look.said if (one.turn, one.sentence.start) == (good.proof.turn, good.proof.start)), None
    )
    told = words.rules[good.rule]
    if said is None or not said.takes_up or not good.rule.startswith("step."):
        return told
    quoted = [f"“{word}”" for word in said.takes_up[:_QUOTED]]
    return f"{told} {words.takes_up.format(words=', '.join(quoted))}"


def _sound(look: Look, rule: str, proof: Evidence) -> bool:
    """Whether a sentence may be held up as an example: nothing in it hurts, exceeds, asks anew or is doubted."""
    said = next((one for one in look.said if (one.turn, one.sentence.start) == (proof.turn, proof.start)), None)
    if said is None or look.angered(proof.turn, proof.text) > _HURTS or said.hurts:
        return False
    labels, act = {*said.sentence.labels, *said.sentence.unsure}, look.story.act(said)
    if labels & set(MISTAKES) - {EMPTY_PROMISE} or EMPTY_PROMISE in said.sentence.labels:
        return False
    if act.asks_known or act.breaches or look.story.exceeds(said):
        return False
    if rule == "step.diagnose":
        # A reason that is not the reason has looked for nothing; a question has.
        return act.names_cause or proof.text.rstrip().endswith("?")
    if rule == "step.apologize" and (said.opens or not said.takes_up):
        return False
    # Who asks to be told has given nothing back yet, nor has who takes up a single word.
    return rule != "step.hear" or (not proof.text.rstrip().endswith("?") and len(said.takes_up) != 1)


def _crowded(look: Look, proof: Evidence) -> int:
    """For how many steps a sentence counts; praise for one step is best shown by a sentence that does nothing else."""
    steps = look.card.steps.values()
    return sum((one.turn, one.start) == (proof.turn, proof.start) for step in steps for one in step.evidence)


def _calmed(look: Look, proof: Evidence) -> float:
    """How far a sentence took the customer's anger away, 0 or more."""
    changes = look.turn(proof.turn).reply.changes
    return max(0.0, -sum(change.by for change in changes if change.words == proof.text and change.on == "anger"))


@lru_cache(maxsize=1)
def praise_words() -> PraiseWords:
    """Read ``praise.yml``, once a process.

    Raises:
        DataError: The file is not as it should be; names the line.
    """
    root = read(PRAISE_FILE)
    root.only("note", "source", *PraiseWords.__dataclass_fields__)
    for told in ("note", "source"):
        root.at(told).text()
    rules = root.at("rules")
    rules.only(*RULES)
    return PraiseWords(
        root.at("share").number(0, 1),
        root.at("anger").number(0, 1000),
        root.at("takes_up").text(),
        {name: rules.at(name).text() for name in RULES},
    )
