"""A practice session that was played: what was said and what it did, as frozen values that hints and debriefs read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zlib import crc32

from coaching.customer.ledger import Change
from coaching.customer.mood import Mood
from coaching.customer.state import CustomerState, Ending
from coaching.recognition.sentence import RecognisedSentence


@dataclass(frozen=True)
class SaidByCustomer:
    """What the customer said at once.

    Attributes:
        lines: One to three lines of chat.
        mood: After them.
        changes: The ledger of the agent's message that they answer; empty for an opening.
        topics: What each line is about; empty where it is not known.
    """

    lines: tuple[str, ...]
    mood: Mood
    changes: tuple[Change, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The lines, one below the other."""
        return "\n".join(self.lines)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> SaidByCustomer:
        """From a ``Reply`` as JSON; further keys in it are left alone."""
        mood = data["mood"]
        return cls(
            lines=tuple(map(str, data["lines"])),
            mood=Mood(float(mood["anger"]), float(mood["satisfaction"]), str(mood["band"])),
            changes=tuple(
                Change(str(one["words"]), str(one["rule"]), str(one["on"]), float(one["by"]))
                for one in data.get("changes", ())
            ),
            topics=tuple(map(str, data.get("topics", ()))),
        )


@dataclass(frozen=True)
class PlayedTurn:
    """One message of the agent that the customer has answered.

    Attributes:
        number: From 1.
        text: The message.
        sentences: Its sentences with their moves; empty for a message that was not judged.
        reply: The customer's answer.
        asked_at: When it was sent; None where not known.
        answered_at: When the customer answered; None where not known.
        state: The customer's, after it.
    """

    number: int
    text: str
    sentences: tuple[RecognisedSentence, ...]
    reply: SaidByCustomer
    asked_at: datetime | None
    answered_at: datetime | None
    state: CustomerState


@dataclass(frozen=True)
class HintTaken:
    """Help that was asked for: after which agent turn (0: before the first), ``hint`` or ``stuck``, for which step."""

    turn: int
    kind: str
    step: str | None = None


@dataclass(frozen=True)
class PlayedSession:
    """A session from its opening to where it stands.

    Attributes:
        scenario_id, persona_id: Who was played.
        level: Of difficulty, 1 to 5.
        opening: The customer's first words.
        turns: The answered messages, in order.
        closing: The customer's last words to an agent who closed the session; None in any other case.
        ending: How it ended; None while it is open.
        started_at: When it began; None where not known.
        ended_at: When it ended; None while it is open, or where not known.
        paused_seconds: How long it rested in between.
        hints_taken: In order.
        model: Version of the customer's model.
    """

    scenario_id: str
    persona_id: str
    level: int
    opening: SaidByCustomer
    turns: tuple[PlayedTurn, ...]
    closing: SaidByCustomer | None
    ending: Ending | None
    started_at: datetime | None
    ended_at: datetime | None
    paused_seconds: float = 0.0
    hints_taken: tuple[HintTaken, ...] = ()
    model: str = ""

    @property
    def mood(self) -> Mood:
        """The customer's, as it stands."""
        return self.turns[-1].reply.mood if self.turns else self.opening.mood

    @property
    def chance(self) -> str:
        """What every choice about this session is seeded by: the same words in it, the same choice."""
        said = "\n".join((self.opening.text, *(f"{turn.text}\n{turn.reply.text}" for turn in self.turns)))
        return f"{self.scenario_id}:{self.persona_id}:{crc32(said.encode())}"

    def before(self, number: int) -> SaidByCustomer:
        """What the customer had said last when the agent's turn of this number was written."""
        return self.opening if number == 1 else self.turns[number - 2].reply
