"""A scenario: a failure with its facts, what the agent knows and may offer, what the customer says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from coaching.customer.appraisal import Failure

CONTENT, GRUDGING, WALKS_OFF, SUPERVISOR, AGENT_CLOSES = ENDINGS = (
    "content",
    "grudging",
    "walks_off",
    "supervisor",
    "agent_closes",
)
TIMED_OUT = "timed_out"
"""The one ending that no scenario file words: nobody wrote any more."""
ALL_ENDINGS = (*ENDINGS, TIMED_OUT)
CHANNELS = ("chat", "email", "social", "form", "phone")
ALOUD = "phone"
"""The one channel on which one hears and does not read."""
TOUCHPOINTS = ("before", "during", "after", "unexpected")
INQUIRIES = (
    *("advert", "website", "checkout", "order_change", "shipping", "return", "payment", "warranty", "product"),
    *("outage", "data_breach", "provider"),
)
OPENING, ASKED, TRUSTED = GIVEN = ("opening", "asked", "trusted")
"""When a fact is told: at the start, when asked for, or when asked for by somebody who has listened."""
TOPICS = ("restate", "demand", "relief", "not_enough", "cause")
"""What the customer says in the scenario's own words: the unheard complaint, what they want, a remedy that fits or
falls short, and the true cause once they learn it."""
CAUSE, HEARD = BESIDE_REMEDIES = ("cause", "heard")
"""What may meet a want besides a remedy: being told why it happened, and feeling heard."""


@dataclass(frozen=True)
class Line:
    """One line of the customer.

    Attributes:
        text: What they say; no placeholders.
        mood: The only band in which they say it; None for any.
        persona: The only persona who says it; None for any.
        channels: The only channels on which they say it; empty for any.
        swears: Whether it swears, so that it is said only where that is allowed.
    """

    text: str
    mood: str | None = None
    persona: str | None = None
    channels: tuple[str, ...] = ()
    swears: bool = False

    def fits(self, mood: str, persona: str, channel: str) -> bool:
        """Whether this persona may say it in this mood on this channel."""
        return (
            self.mood in (None, mood)
            and self.persona in (None, persona)
            and (not self.channels or channel in self.channels)
        )


@dataclass(frozen=True)
class Opening:
    """How the customer may begin: one to three lines, for one persona or for any."""

    lines: tuple[str, ...]
    persona: str | None = None


@dataclass(frozen=True)
class Fact:
    """Something the customer knows and tells when asked.

    Attributes:
        id: Its name in this scenario.
        topic: What it is about, in a few words.
        cues: Words by which a question asks for it.
        lines: Ways of telling it.
        on_card: Whether the agent's card shows it, so that being asked for it annoys.
        given: One of ``GIVEN``; a trusted one is held back until the customer feels heard.
    """

    id: str
    topic: str
    cues: tuple[str, ...]
    lines: tuple[Line, ...]
    on_card: bool
    given: str


@dataclass(frozen=True)
class Remedy:
    """Something that makes up for a part of the loss.

    Attributes:
        id: Its name in this scenario.
        title: What it is, in a few words.
        fit: How far it makes up for the loss, 0 to 1.
        cues: Words by which an offer of it is known.
        most: The largest amount that the agent may promise without asking; None where no amount limits it.
        needs_supervisor: Whether the agent may only promise to ask for it.
    """

    id: str
    title: str
    fit: float
    cues: tuple[str, ...]
    most: float | None = None
    needs_supervisor: bool = False


@dataclass(frozen=True)
class Cause:
    """Why it really happened: the explanation, and words by which naming it is known."""

    text: str
    cues: tuple[str, ...]


@dataclass(frozen=True)
class Safety:
    """What must not be left open where somebody may come to harm.

    Attributes:
        text: What has to be said first; completes "It has to be said first …".
        cues: Phrases, said word for word, by which a sentence that says it is known.
        say: How it could be said.
        never: What nobody may promise; completes "You may not promise …".
        never_cues: Phrases, word for word, by which such a promise is known.
    """

    text: str
    cues: tuple[str, ...]
    say: str
    never: str
    never_cues: tuple[str, ...]


@dataclass(frozen=True)
class Want:
    """Something the customer is after.

    Attributes:
        text: What it is, in plain words.
        by: Ids of remedies, or of ``BESIDE_REMEDIES``, any one of which meets it.
        every: The same; all of these are needed. Without either, nothing is said of whether it was met.
    """

    text: str
    by: tuple[str, ...] = ()
    every: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brief:
    """The agent's card.

    Attributes:
        customer: The customer's name.
        company: Whom the agent speaks for.
        order: What was bought or booked, line by line.
        history: What the agent's screen shows, line by line.
        may_offer: What the agent may do without asking, limits included.
    """

    customer: str
    company: str
    order: tuple[str, ...]
    history: tuple[str, ...]
    may_offer: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}


@dataclass(frozen=True)
class Service:
    """When the company answers: a part of the story.

    Attributes:
        hours: Opening hours.
        promised: How soon it says that it answers.
        today: How it was today.
    """

    hours: str
    promised: str
    today: str

    def to_json(self) -> dict[str, str]:
        """Plain JSON values."""
        return asdict(self)


@dataclass(frozen=True)
class Scenario:
    """One scenario file.

    Attributes:
        id: Name of the file without its suffix.
        title, summary: For the person who chooses.
        channel: One of ``CHANNELS``.
        touchpoint: One of ``TOUCHPOINTS``: where in the customer's journey it happens.
        inquiry: One of ``INQUIRIES``: what it is about.
        goal: What the trainee is to learn from it.
        service: Opening hours and promised answer times.
        brief: What an agent would know.
        difficulty: The level at which it is played unless another is asked for, 1 (mild) to 5 (hard).
        persona: Id of the persona who plays it unless another is asked for.
        failure: What went wrong.
        openings: Ways to begin.
        facts: What the customer tells when asked.
        wants: What they are after, and what meets it.
        remedies: What makes up for the loss.
        root_cause: Why it happened; not on the card.
        lines: Topic (one of ``TOPICS``) to what the customer says about it.
        endings: Kind of ending to its title and text.
        draft: Whether it is still being written: shown to its author, never dealt blind.
        safety: What must be said first; None where nobody is in danger.
    """

    id: str
    title: str
    summary: str
    channel: str
    touchpoint: str
    inquiry: str
    goal: str
    service: Service
    brief: Brief
    difficulty: int
    persona: str
    failure: Failure
    openings: tuple[Opening, ...]
    facts: tuple[Fact, ...]
    wants: tuple[Want, ...]
    remedies: tuple[Remedy, ...]
    root_cause: Cause
    lines: Mapping[str, tuple[Line, ...]]
    endings: Mapping[str, tuple[str, str]]
    draft: bool = False
    safety: Safety | None = None
