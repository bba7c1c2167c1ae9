"""A conversation's state and the customer's reply, as JSON-ready frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coaching.customer.feelings import Experience, Feelings
from coaching.customer.ledger import Change
from coaching.customer.mood import Mood
from coaching.customer.promises import Promise
from coaching.customer.scenario import ALL_ENDINGS
from coaching.errors import CoachError


@dataclass(frozen=True)
class Ending:
    """How the session ended.

    Attributes:
        kind: ``content``, ``grudging``, ``walks_off``, ``supervisor``, ``agent_closes`` or ``timed_out``.
        title: A few words.
        text: One or two sentences for the debrief.
    """

    kind: str
    title: str
    text: str

    def to_json(self) -> dict[str, str]:
        """Plain JSON values."""
        return {"kind": self.kind, "title": self.title, "text": self.text}


@dataclass(frozen=True)
class CustomerState:
    """Everything needed to go on with a session.

    Attributes:
        scenario, persona: Their ids.
        seed: Of every random choice.
        level: Of difficulty, 1 to 5.
        channel: On which they write.
        swearing: Whether they may swear.
        model: Version of the customer's model that plays it.
        turn: Agent turns answered; 0 after the opening.
        feelings, experience: What the customer feels and remembers.
        told: Ids of the facts told.
        said: The customer's lines as the files have them: none comes twice; specificity is measured against them.
        heard: The agent's sentences so far, without case and punctuation.
        promised: By remedy: what the agent's word is.
        spoken: The topics talked about so far, each once.
        warned: Whether they have threatened to leave or to go higher.
        settled: Whether they were content after the last turn already.
        peak: The most anger that they have felt so far, 0 to 1.
        named: In how many turns they were content but for something that they came for and named.
        ending: How it ended, or None.
    """

    scenario: str
    persona: str
    seed: int
    level: int
    channel: str
    swearing: bool
    model: str
    turn: int
    feelings: Feelings
    experience: Experience
    told: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()
    promised: Mapping[str, Promise] = field(default_factory=dict)
    spoken: tuple[str, ...] = ()
    warned: bool = False
    settled: bool = False
    peak: float = 0.0
    named: int = 0
    ending: Ending | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; ``from_json`` gives back an equal state."""
        return {
            "scenario": self.scenario,
            "persona": self.persona,
            "seed": self.seed,
            "level": self.level,
            "channel": self.channel,
            "swearing": self.swearing,
            "model": self.model,
            "turn": self.turn,
            "feelings": self.feelings.to_json(),
            "experience": self.experience.to_json(),
            "told": list(self.told),
            "said": list(self.said),
            "heard": list(self.heard),
            "promised": {remedy: promise.to_json() for remedy, promise in self.promised.items()},
            "spoken": list(self.spoken),
            "warned": self.warned,
            "settled": self.settled,
            "peak": self.peak,
            "named": self.named,
            "ending": None if self.ending is None else self.ending.to_json(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> CustomerState:
        """The inverse of ``to_json``.

        Raises:
            CoachError: The data is no such state.
        """
        try:
            ending = data["ending"]
            if ending is not None and ending["kind"] not in ALL_ENDINGS:
                raise ValueError(f"ending {ending['kind']!r}")
            return cls(
                scenario=str(data["scenario"]),
                persona=str(data["persona"]),
                seed=int(data["seed"]),
                # What has a default here is not in sessions that the first customer played.
                level=int(data.get("level", 3)),
                channel=str(data.get("channel", "chat")),
                swearing=bool(data.get("swearing", False)),
                model=str(data.get("model", "customer-1.0")),
                turn=int(data["turn"]),
                feelings=Feelings.from_json(data["feelings"]),
                experience=Experience.from_json(data["experience"]),
                told=tuple(map(str, data["told"])),
                said=tuple(map(str, data["said"])),
                heard=tuple(map(str, data["heard"])),
                promised={str(key): Promise.from_json(each) for key, each in data.get("promised", {}).items()},
                spoken=tuple(map(str, data.get("spoken", ()))),
                warned=bool(data["warned"]),
                settled=bool(data["settled"]),
                peak=float(data.get("peak", 0.0)),
                named=int(data.get("named", 0)),
                ending=None if ending is None else Ending(ending["kind"], ending["title"], ending["text"]),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise CoachError(f"this is no state of a customer ({error!r}); start the session again") from error


@dataclass(frozen=True)
class Reply:
    """What the customer answers.

    Attributes:
        state: To go on with.
        lines: One to three lines of chat (opening and ending included).
        topics: What each line is about: the phrasebook's topic, ``opening``, ``fact:<id>`` or ``scenario:<topic>``.
        mood: After this turn.
        changes: The ledger of this turn.
        ending: How it ended, or None while it goes on.
    """

    state: CustomerState
    lines: tuple[str, ...]
    topics: tuple[str, ...]
    mood: Mood
    changes: tuple[Change, ...]
    ending: Ending | None

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "state": self.state.to_json(),
            "lines": list(self.lines),
            "topics": list(self.topics),
            "mood": self.mood.to_json(),
            "changes": [change.to_json() for change in self.changes],
            "ending": None if self.ending is None else self.ending.to_json(),
        }
