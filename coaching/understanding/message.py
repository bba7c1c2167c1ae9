"""What was understood of a customer's message, each thing with the words that say it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from coaching.understanding.facts import Facts

CALM, FRUSTRATED = "calm", "frustrated"
EMOTIONS = {
    CALM: "Calm",
    "pleased": "Pleased",
    "disappointed": "Disappointed",
    FRUSTRATED: "Frustrated",
    "angry": "Angry",
    "anxious": "Anxious",
    "sad": "Sad",
}
"""Name to title."""
WANTS = {
    "refund": "A refund",
    "replacement": "A replacement",
    "repair": "A repair",
    "delivery": "Their delivery",
    "cancel": "To cancel",
    "explanation": "An explanation",
    "information": "An answer",
    "apology": "An apology",
    "callback": "A call back",
    "compensation": "Compensation",
    "supervisor": "Someone senior",
    "fix": "That it works",
}
"""Kind to title."""
DETAILS = {
    "order": "Order or reference number",
    "amount": "Amount",
    "date": "Date or time",
    "duration": "Length of time",
    "product": "What it is about",
    "name": "Their name",
    "person": "Person",
    "place": "Place",
    "link": "Link or e-mail address",
    "occasion": "Occasion",
    "tried": "What they tried",
    "contacts": "How they contacted you before",
}
"""Kind to title. The last three are told in phrases, which may hold others: a date, a person."""
PHRASED = ("occasion", "tried", "contacts")


@dataclass(frozen=True)
class Cue:
    """Words that speak for something.

    Attributes:
        text: The words, as they stand in the message.
        start: Offset of the first character in the message, in code points.
        end: Offset behind the last one.
        rule: The id of the rule that found them.
    """

    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Emotion:
    """The feeling that the message shows most.

    Attributes:
        name: One of ``EMOTIONS``.
        strength: 0 (nothing to be seen; always so of calm) to 1.
        cues: The words that show it, in the order of the message.
    """

    name: str = CALM
    strength: float = 0.0
    cues: tuple[Cue, ...] = ()

    @property
    def title(self) -> str:
        """What people call it."""
        return EMOTIONS[self.name]

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {
            "name": self.name,
            "title": self.title,
            "strength": self.strength,
            "cues": [asdict(cue) for cue in self.cues],
        }


@dataclass(frozen=True)
class Urgency:
    """How little time there is.

    Attributes:
        title: What people call it.
        strength: 0 (no hurry to be seen) to 1 (it is happening now, or there is danger).
        cues: The words that show it, in the order of the message.
    """

    title: str
    strength: float = 0.0
    cues: tuple[Cue, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {"strength": self.strength, "title": self.title, "cues": [asdict(cue) for cue in self.cues]}


@dataclass(frozen=True)
class Want:
    """Something that the customer asks for; one of a kind at most. Places as in ``Cue``.

    Attributes:
        kind: One of ``WANTS``.
    """

    kind: str
    text: str
    start: int
    end: int
    rule: str

    @property
    def title(self) -> str:
        """What people call it."""
        return WANTS[self.kind]

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {**asdict(self), "title": self.title}


@dataclass(frozen=True)
class Detail:
    """A fact that the customer gave. Places as in ``Cue``.

    Attributes:
        kind: One of ``DETAILS``.
    """

    kind: str
    text: str
    start: int
    end: int
    rule: str

    @property
    def title(self) -> str:
        """What people call it."""
        return DETAILS[self.kind]

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {**asdict(self), "title": self.title}


@dataclass(frozen=True)
class Understanding:
    """A customer's message, understood.

    Attributes:
        emotion: What they feel.
        urgency: How little time there is.
        wants: What they ask for, in the order of the message.
        details: The facts that they gave, in the order of the message. Those told in phrases (``PHRASED``) may hold
            others; beyond that no two overlap.
        facts: The facts as phrases to put into a reply.
    """

    emotion: Emotion
    urgency: Urgency
    wants: tuple[Want, ...]
    details: tuple[Detail, ...]
    facts: Facts

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values; the phrases for replies stay inside."""
        return {
            "emotion": self.emotion.to_json(),
            "urgency": self.urgency.to_json(),
            "wants": [want.to_json() for want in self.wants],
            "details": [detail.to_json() for detail in self.details],
        }
