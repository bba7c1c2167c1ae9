"""The shapes of what a report says beside findings: the customer, the tone, the channel, the customer's answer."""

from __future__ import annotations

from pydantic import Field

from assistant_api.shapes import Change, Mood, Shape


class Span(Shape):
    """A part of the text, in Unicode code points."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Cue(Span):
    """Words of the customer's message that show something; offsets count in the message."""

    text: str
    rule: str


class Emotion(Shape):
    """The feeling that the message shows most."""

    name: str = Field(description="calm, pleased, disappointed, frustrated, angry, anxious or sad")
    title: str
    strength: float = Field(ge=0, le=1)
    cues: list[Cue]


class Urgency(Shape):
    """How little time there is."""

    title: str
    strength: float = Field(ge=0, le=1)
    cues: list[Cue]


class Want(Cue):
    """Something that the customer asks for."""

    kind: str
    title: str


class Detail(Cue):
    """A fact that the customer gave."""

    kind: str
    title: str


class Understanding(Shape):
    """The customer's message, understood."""

    emotion: Emotion
    urgency: Urgency
    wants: list[Want]
    details: list[Detail]


class ToneWord(Span):
    """Words of the draft that move a scale."""

    text: str
    by: float = Field(description="By how much, with its sign")
    rule: str


class Scale(Shape):
    """One scale of the tone profile."""

    name: str
    title: str
    value: float = Field(ge=0, le=1)
    meaning: str
    words: list[ToneWord]


class Fit(Shape):
    """One way in which the draft suits its channel or does not."""

    name: str = Field(description="length, reading_ease or apologies")
    title: str
    value: float
    low: float | None = Field(description="The least that suits; null for no such bound")
    high: float | None = Field(description="The most that suits; null for no such bound")
    verdict: str = Field(description="good, low or high")
    message: str


class Reaction(Shape):
    """How the customer of the message would probably take the draft."""

    before: Mood
    after: Mood
    changes: list[Change]
    summary: str


class Advice(Shape):
    """One thing to change: a finding with the suggestion that mends it, or a missing step's suggestion."""

    finding: str | None = Field(description="The id of a finding")
    suggestion: str | None = Field(description="The id of a suggestion")
    weight: float
