"""What requests on drafts bring. A field's description is also what an error says was expected."""

from __future__ import annotations

from pydantic import ConstrainedInt, Field, StrictStr, validator

from assistant_api.api.bodies import DRAFT_LIMIT
from assistant_api.api.reading import Taken
from assistant_api.api.texts import require_text, require_words
from coaching.channels import CHANNELS, CHAT
from coaching.moves import LABELS

BATCH_LIMIT = 50
MOST_LIMIT = 20
DRAFT_BYTES = 512 * 1024
"""Two texts of ``DRAFT_LIMIT`` characters fit, however JSON writes them: at most twelve bytes a character."""
BATCH_BYTES = 4 * 1024 * 1024
"""A full batch with two bytes a character fits; the longest in other scripts has to come in parts."""
_DRAFT = f"text of 1 to {DRAFT_LIMIT} characters"
_CUSTOMER = f"the customer's message, up to {DRAFT_LIMIT} characters; may be empty"
_CHANNEL = "one of " + ", ".join(CHANNELS)


class Most(ConstrainedInt):
    """How many pieces of advice: a number, not a text that looks like one."""

    strict = True
    ge = 1
    le = MOST_LIMIT


class Reply(Taken):
    """A reply that is still being written, what it answers, and where."""

    draft: StrictStr = Field(max_length=DRAFT_LIMIT, description=_DRAFT, minLength=1)
    customer: StrictStr = Field("", max_length=DRAFT_LIMIT, description=_CUSTOMER)
    channel: StrictStr = Field(CHAT, description=_CHANNEL, enum=list(CHANNELS))

    @validator("draft")
    def _words(cls, draft: str) -> str:
        return require_words(draft)

    @validator("customer")
    def _text(cls, customer: str) -> str:
        return require_text(customer)

    @validator("channel")
    def _known(cls, channel: str) -> str:
        if channel not in CHANNELS:
            raise ValueError(_CHANNEL)
        return channel


class Draft(Reply):
    """A reply to check."""

    most: Most | None = Field(
        None, description=f"how many pieces of advice, a whole number from 1 to {MOST_LIMIT}, or null for all"
    )


class Batch(Taken):
    """Replies to check in one go."""

    drafts: list[Draft] = Field(
        min_items=1,
        max_items=BATCH_LIMIT,
        description=f"a list of 1 to {BATCH_LIMIT} drafts, each an object as /drafts/check takes it",
    )


class Labelled(Taken):
    """A sentence and one of the moves that it may make."""

    text: StrictStr = Field(max_length=DRAFT_LIMIT, description=f"one sentence, {_DRAFT}", minLength=1)
    customer: StrictStr = Field("", max_length=DRAFT_LIMIT, description=_CUSTOMER)
    label: StrictStr = Field(description="one of " + ", ".join(LABELS), enum=list(LABELS))

    @validator("text")
    def _words(cls, text: str) -> str:
        return require_words(text)

    @validator("customer")
    def _text(cls, customer: str) -> str:
        return require_text(customer)

    @validator("label")
    def _known(cls, label: str) -> str:
        if label not in LABELS:
            raise ValueError("one of " + ", ".join(LABELS))
        return label
