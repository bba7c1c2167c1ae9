"""The shapes of the API's answers on what there is: versions, the codebook, what to practise with, health."""

from __future__ import annotations

from pydantic import Field

from assistant_api.shapes import Shape


class ChannelAnswer(Shape):
    """Where a reply may be sent."""

    name: str
    title: str


class AboutAnswer(Shape):
    """Which versions answer here, and what is switched on."""

    api: str = Field(description="The version of this API")
    codebook: str = Field(description="The version of the codebook")
    channels: list[ChannelAnswer]
    keeps_drafts: bool = Field(description="Whether finished replies are kept, without personal data")
    keep_drafts_days: int = Field(ge=1, description="After how many days a kept reply is erased")


class MoveAnswer(Shape):
    """One label of the codebook."""

    label: str
    kind: str = Field(description="step, support or mistake")
    title: str
    meaning: str = Field(description="Completes “The sentence …”")


class MovesAnswer(Shape):
    """The codebook."""

    codebook: str = Field(description="Its version")
    moves: list[MoveAnswer] = Field(description="In the codebook's order")


class ServiceAnswer(Shape):
    """When the company of a scenario answers."""

    hours: str = Field(description="Opening hours")
    promised: str = Field(description="How soon it says that it answers")
    today: str = Field(description="How it was today")


class ScenarioSummary(Shape):
    """A scenario, for the person who chooses one."""

    id: str
    title: str
    summary: str
    channel: str = Field(description="chat, email, social, form or phone")
    touchpoint: str = Field(description="before, during or after buying, or unexpected")
    inquiry: str = Field(description="What it is about: shipping, payment, warranty …")
    goal: str = Field(description="What there is to learn from it")
    service: ServiceAnswer
    difficulty: int = Field(ge=1, le=5, description="The level unless another is asked for, 1 (mild) to 5 (hard)")
    persona: str = Field(description="The persona who plays it unless another is asked for")
    own: bool = Field(description="Whether it was written here, and does not come with the program")
    draft: bool = Field(description="Whether it is still being written; no blind session deals it")


class ScenariosAnswer(Shape):
    """All scenarios."""

    scenarios: list[ScenarioSummary]


class BriefAnswer(Shape):
    """What an agent would know of the case."""

    customer: str
    company: str
    order: list[str]
    history: list[str]
    may_offer: list[str]


class ScenarioAnswer(ScenarioSummary):
    """A scenario with its brief."""

    brief: BriefAnswer


class LevelAnswer(Shape):
    """A level of difficulty; factors multiply what the persona brings along."""

    number: int = Field(ge=1, le=5)
    title: str
    description: str
    patience: float = Field(description="Factor on patience")
    forgiveness: float = Field(description="Factor on forgiveness")
    credit: float = Field(description="Factor on what good moves earn")
    sting: float = Field(description="Factor on what mistakes cost")
    facts: int = Field(ge=1, description="The most facts told in a turn")
    withheld: float = Field(ge=0, le=1, description="How respected they must feel to tell what is personal")
    interrupts: int | None = Field(
        description="Words after which they stop reading a chat message while angry; null for never"
    )
    provokes: float = Field(ge=0, le=1, description="Chance of a provocation in a turn while angry")
    typos: float = Field(ge=0, le=1, description="Chance that a line has a typing error")
    meter: str = Field(description="How much of the mood is shown: figures, band, face or hidden")


class LevelsAnswer(Shape):
    """The five levels, the mildest first."""

    levels: list[LevelAnswer]


class PersonaAnswer(Shape):
    """A kind of customer."""

    id: str
    name: str
    description: str


class PersonasAnswer(Shape):
    """All personas."""

    personas: list[PersonaAnswer]


class Part(Shape):
    """One part's health."""

    status: str = Field(description="ok or down")
    detail: str


class Parts(Shape):
    """Every part's health."""

    database: Part
    recogniser: Part
    rasa: Part
    actions: Part


class HealthAnswer(Shape):
    """How the application is; the status is 200 whatever it is."""

    status: str = Field(description="ok, or degraded where a part is down")
    parts: Parts
