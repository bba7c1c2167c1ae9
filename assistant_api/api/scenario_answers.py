"""The shapes of scenario files: what a check says, and what the file holds."""

from __future__ import annotations

from pydantic import Field

from assistant_api.api.answers import BriefAnswer, ServiceAnswer
from assistant_api.shapes import Shape


class RemarkAnswer(Shape):
    """Something to mend or to think about."""

    line: int = Field(ge=1)
    severity: str = Field(description="error or warning")
    rule: str = Field(description="The check's name; form where the file does not hold what is expected")
    message: str


class LineAnswer(Shape):
    """A line of the customer."""

    text: str
    mood: str | None = Field(description="The only mood for it; null for any")
    persona: str | None = Field(description="The only persona for it; null for any")


class OpeningAnswer(Shape):
    """A way to begin."""

    lines: list[str]
    persona: str | None = Field(description="Whose it is; null for anybody's")


class FactAnswer(Shape):
    """Something that the customer tells."""

    id: str
    topic: str
    given: str = Field(description="opening, asked or trusted")
    on_card: bool
    cues: list[str]
    lines: list[LineAnswer]


class RemedyAnswer(Shape):
    """Something that makes up for the loss."""

    id: str
    title: str
    fit: float = Field(ge=0, le=1)
    cues: list[str]
    most: float | None = Field(description="The largest amount that may be promised; null where none limits it")
    needs_supervisor: bool


class TopicAnswer(Shape):
    """What the customer says about a topic."""

    topic: str
    lines: list[LineAnswer]


class Preview(Shape):
    """A scenario, to be read by its author."""

    title: str
    summary: str
    channel: str
    touchpoint: str
    inquiry: str
    goal: str
    service: ServiceAnswer
    difficulty: int
    persona: str
    draft: bool
    brief: BriefAnswer
    openings: list[OpeningAnswer]
    facts: list[FactAnswer]
    wants: list[str]
    remedies: list[RemedyAnswer]
    root_cause: str
    lines: list[TopicAnswer]


class ScenarioCheck(Shape):
    """What a check says of a text."""

    errors: int = Field(ge=0)
    remarks: list[RemarkAnswer] = Field(description="In the order of the lines")
    preview: Preview | None = Field(description="What the file holds; null where an error keeps it from being read")


class ScenarioFileSummary(Shape):
    """A scenario file in the list."""

    id: str
    title: str
    summary: str
    own: bool = Field(description="Whether it is one's own; the project's are only read")
    draft: bool
    errors: int = Field(ge=0, description="How many keep it from being played or published")
    warnings: int = Field(ge=0)


class ScenarioFiles(Shape):
    """All scenario files, one's own first."""

    files: list[ScenarioFileSummary]
    deleted: list[str] = Field(description="Names of deleted files that can be restored")


class ScenarioFileAnswer(Shape):
    """A scenario file with what a check says of it."""

    id: str
    text: str
    version: str = Field(description="Changes with the text; saving asks for it")
    own: bool
    check: ScenarioCheck


class TakenOut(Shape):
    """Personal data that was taken out of a transcript."""

    kind: str = Field(description="name, email, phone, address …")
    count: int = Field(ge=1)


class ScenarioDraft(Shape):
    """A draft made of a transcript; nothing of it is stored."""

    text: str
    taken_out: list[TakenOut]
    customer: int = Field(ge=0, description="How many messages of the customer it has")
    agent: int = Field(ge=0, description="How many messages of the agent it has")
    check: ScenarioCheck
