"""The choice of wording for one customer's case."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from coaching.channels import CHAT
from coaching.suggestions.templates import Template
from coaching.suggestions.vetting import Reads
from coaching.understanding import FRUSTRATED

_BARE = 2.5
"""A template without facts, or about no more than "your message", is as good as one whose facts were said two to three
times already in the same answer."""

_CLAUSE, _CLAUSE_WEARS = 4, 2
"""A fact of so many words is a clause, which tires sooner when it is said again."""


@dataclass(frozen=True)
class Wording:
    """A filled template.

    Attributes:
        rule: The template's id.
        text: The filled text.
        says: The facts in it, in their words.
        faults: What is wrong with it; 0 is perfect.
    """

    rule: str
    text: str
    says: tuple[str, ...]
    faults: int


class Writer:
    """Fills templates for one answer.

    It says a fact anew before it says one again, varies the wording by a seed, and asks the recogniser whether the
    words do what they are offered for, so that nothing is offered that the score would not credit.
    """

    def __init__(
        self,
        facts: Mapping[str, str],
        draft: str,
        customer: str,
        reads: Reads,
        channel: str = CHAT,
        emotion: str = FRUSTRATED,
    ) -> None:
        """Start an answer.

        Args:
            facts: The customer's facts by name.
            draft: The agent's words; a fact that stands there has been said.
            customer: The customer's message; a part of the seed.
            reads: The recogniser's reading of a text.
            channel: Where the answer is to be sent.
            emotion: What the customer feels; who does not know that had better reckon with trouble.
        """
        self._facts, self._customer = facts, customer
        self.reads, self.read_ahead = reads.moves, reads.read_ahead
        self._channel, self._emotion = channel, emotion
        said = draft.lower()
        self._used = Counter(fact for fact in set(facts.values()) if fact.lower() in said)

    def choose(
        self,
        templates: Sequence[Template],
        seed: str,
        faults: Callable[[str], int],
        also: Mapping[str, str] | None = None,
    ) -> Wording | None:
        """The freshest wording without faults, or else the one with the fewest; the same each time.

        Args:
            templates: The choice.
            seed: What it is for, such as the sentence to be replaced.
            faults: Counts what is wrong with a text; 0 is perfect.
            also: Facts for this choice alone.

        Returns:
            None where every template needs a fact that is not known. Take it with ``use`` if it is offered.
        """
        facts = {**self._facts, **(also or {})}
        best: Wording | None = None
        for template in self._freshest(templates, seed, facts, self._used):
            text = template.fill(facts)
            wording = Wording(template.id, text, tuple(facts[place] for place in template.places), faults(text))
            if best is None or wording.faults < best.faults:
                best = wording
            if best.faults == 0:
                break
        return best

    def likely(self, choices: Sequence[tuple[Sequence[Template], str]]) -> list[str]:
        """The texts that choices one after another lead to if nothing is wrong with any; nothing is used up.

        Args:
            choices: Templates and seed of each, in the order in which they will be made.
        """
        used, texts = self._used.copy(), []
        for templates, seed in choices:
            for template in self._freshest(templates, seed, self._facts, used)[:1]:
                texts.append(template.fill(self._facts))
                used.update(self._facts[place] for place in template.places)
        return texts

    def use(self, wording: Wording) -> None:
        """Remember what a wording says, so that the next one says something else."""
        self._used.update(wording.says)

    def _freshest(
        self, templates: Sequence[Template], seed: str, facts: Mapping[str, str], used: Counter[str]
    ) -> list[Template]:
        """The templates that fit, the one that says something new first; those that say as much in a shuffled order."""
        fitting = [template for template in templates if template.fits(facts, self._channel, self._emotion)]
        return sorted(fitting, key=lambda one: (_staleness(one, facts, used), self._shuffled(one, seed)))

    def _shuffled(self, template: Template, seed: str) -> str:
        return hashlib.sha256(f"{seed}\n{self._customer}\n{template.id}".encode()).hexdigest()


def _staleness(template: Template, facts: Mapping[str, str], used: Counter[str]) -> float:
    if set(template.places) <= {"told"}:
        return _BARE
    return sum(_worn(facts[place], used) for place in template.places) / len(template.places)


def _worn(fact: str, used: Counter[str]) -> float:
    """How often the fact, or one that says it or that it says, was said."""
    said = sum(often for other, often in used.items() if fact in other or other in fact)
    return said * (_CLAUSE_WEARS if len(fact.split()) >= _CLAUSE else 1)
