"""Putting a reply into words: a line for each topic, none of them said before, in the persona's hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from coaching.customer.persona import Persona
from coaching.customer.phrasebook import choose
from coaching.customer.scenario import ALOUD, Line, Scenario
from coaching.customer.scene import FACT, SCENARIO, SOFTENS, Chain
from coaching.customer.typos import Typist

_IN_CHARACTER = ("threat_", "helped_")
"""Beginnings of topics in which everybody speaks as only they would."""


class Speech:
    """A reply in the making.

    Attributes:
        lines: As shown.
        said: As written in the YAML files.
        topics: The topics they are from.
    """

    def __init__(
        self,
        story: Scenario,
        who: Persona,
        phrasebook: Mapping[str, tuple[Line, ...]],
        mood: str,
        before: Sequence[str],
        rng: Random,
        swearing: bool,
        typist: Typist,
    ) -> None:
        """Start with nothing said in this reply, ``before`` said in earlier ones, and this hand on the keys."""
        self.lines: list[str] = []
        self.said: list[str] = []
        self.topics: list[str] = []
        self._story, self._who, self._phrasebook, self._mood = story, who, phrasebook, mood
        self._before, self._rng, self._swearing, self._typist = before, rng, swearing, typist

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts told."""
        return tuple(topic[len(FACT) :] for topic in self.topics if topic.startswith(FACT))

    def open(self) -> None:
        """Say one of the scenario's openings, the persona's own where it has some."""
        openings = self._story.openings
        own = [each for each in openings if each.persona == self._who.id]
        anybody = [each for each in openings if each.persona is None]
        for line in self._rng.choice(own or anybody or list(openings)).lines:
            self._add(line, "opening")

    def say(self, chain: Chain) -> None:
        """Say a line of the chain's first topic that has one left; nothing where none has."""
        for topic in chain:
            said = {*self._before, *self.said}
            line = choose(self._sayable(topic), self._mood, self._who.id, self._story.channel, said, self._rng)
            if line is not None:
                self._add(line.text, topic)
                return

    def _sayable(self, topic: str) -> list[Line]:
        """Without lines that swear where none may, and without other people's where they keep to their own."""
        lines = [line for line in self._lines(topic) if self._swearing or not line.swears]
        own = [line for line in lines if line.persona == self._who.id]
        if topic == "aside" or (topic == SOFTENS and not self._who.voice.shouts):
            return own
        return own if own and (self._who.own_words or topic.startswith(_IN_CHARACTER)) else lines

    def _lines(self, topic: str) -> tuple[Line, ...]:
        if topic.startswith(FACT):
            return next(fact.lines for fact in self._story.facts if fact.id == topic[len(FACT) :])
        if topic.startswith(SCENARIO):
            return self._story.lines[topic[len(SCENARIO) :]]
        return self._phrasebook.get(topic, ())

    def _add(self, text: str, topic: str) -> None:
        self.said.append(text)
        worded = self._who.voice.word(text, self._mood, aloud=self._story.channel == ALOUD)
        self.lines.append(self._typist.type(worded))
        self.topics.append(topic)
