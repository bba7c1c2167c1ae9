"""A session in the terminal: its turns, taking one back, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, NamedTuple

from coaching.customer import Customer, Persona, Reply, Scenario
from coaching.debrief import Debrief, debrief
from coaching.played import PlayedSession, PlayedTurn, SaidByCustomer
from coaching.recognition import RecognisedSentence
from coaching.rubric import Rubric
from coaching.suggestions.reading import Reader


class Turn(NamedTuple):
    """A message of the agent, what was recognised in it, the customer's reply, and when either was said."""

    line: str
    sentences: tuple[RecognisedSentence, ...]
    reply: Reply
    asked_at: datetime
    answered_at: datetime


@dataclass
class Game:
    """A session being played.

    Attributes:
        customer: Answers.
        opening: Its first words.
        reader: Recognises the agent's sentences.
        turns: What was played.
        closing: What the customer said to an agent who closed the session.
    """

    customer: Customer
    opening: Reply
    reader: Reader
    turns: list[Turn] = field(default_factory=list)
    closing: Reply | None = None

    @property
    def last(self) -> Reply:
        """The customer's last words."""
        return self.closing or (self.turns[-1].reply if self.turns else self.opening)

    @property
    def story(self) -> Scenario:
        """What is played."""
        return self.customer.scenarios[self.opening.state.scenario]

    @property
    def who(self) -> Persona:
        """Who plays it."""
        return self.customer.personas[self.opening.state.persona]

    def say(self, line: str) -> Reply:
        """Play one turn.

        Raises:
            CoachError: The session has ended, or its scenario is no longer there.
        """
        before, asked_at = self.last, datetime.now(timezone.utc)
        sentences = tuple(self.reader.recognise(line, customer=" ".join(before.lines)))
        reply = self.customer.respond(before.state, sentences)
        self.turns.append(Turn(line, sentences, reply, asked_at, datetime.now(timezone.utc)))
        return reply

    def play(self, script: list[str]) -> list[str]:
        """Play the lines one by one; gives those left over behind an ending."""
        for number, line in enumerate(script):
            if self.last.ending is not None:
                return script[number:]
            self.say(line)
        return []

    def take_back(self) -> bool:
        """Undo the last turn; False where there is none."""
        if self.turns:
            self.turns.pop()
            return True
        return False

    def close(self) -> None:
        """Have the agent end the session, where it has not ended."""
        if self.last.ending is None:
            self.closing = self.customer.close(self.last.state)

    def debrief(self) -> Debrief:
        """What came of it."""
        turns = tuple(
            PlayedTurn(number, line, sentences, _said(reply), asked_at, answered_at, reply.state)
            for number, (line, sentences, reply, asked_at, answered_at) in enumerate(self.turns, 1)
        )
        played = PlayedSession(
            scenario_id=self.story.id,
            persona_id=self.who.id,
            level=self.opening.state.level,
            opening=_said(self.opening),
            turns=turns,
            closing=None if self.closing is None else _said(self.closing),
            ending=self.last.ending,
            started_at=turns[0].asked_at if turns else None,
            ended_at=turns[-1].answered_at if turns else None,
            model=self.opening.state.model,
        )
        return debrief(played, self.story, self.who, Rubric.load())

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values, the ledger among them."""
        state, ending = self.opening.state, self.last.ending
        return {
            "scenario": state.scenario,
            "persona": state.persona,
            "seed": state.seed,
            "level": state.level,
            "opening": {"lines": list(self.opening.lines), "mood": self.opening.mood.to_json()},
            "turns": [
                {
                    "turn": turn.reply.state.turn,
                    "agent": turn.line,
                    "sentences": [sentence.to_json() for sentence in turn.sentences],
                    "customer": list(turn.reply.lines),
                    "mood": turn.reply.mood.to_json(),
                    "changes": [change.to_json() for change in turn.reply.changes],
                }
                for turn in self.turns
            ],
            "ending": None if ending is None else ending.to_json(),
            "score": self.debrief().scorecard.score,
        }


def _said(reply: Reply) -> SaidByCustomer:
    return SaidByCustomer(reply.lines, reply.mood, reply.changes, reply.topics)
