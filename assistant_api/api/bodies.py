"""What the API's requests bring. A field's description is also what an error says was expected."""

from __future__ import annotations

import unicodedata

from pydantic import ConstrainedInt, Field, StrictStr, validator

from assistant_api.api.reading import Taken
from assistant_api.practice import SEED_LIMIT
from coaching.moves import LABELS

TURN_LIMIT = 4000
DRAFT_LIMIT = 20_000
PAGE_LIMIT = 100
_UUID = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
_CURSOR = r"^[0-9]{1,15}$"


class Seed(ConstrainedInt):
    """A session's seed: a number, not a text that looks like one."""

    strict = True
    ge = 0
    le = SEED_LIMIT - 1


class NewSession(Taken):
    """A session to begin."""

    scenario: StrictStr = Field(max_length=100, description="the id of a scenario")
    persona: StrictStr | None = Field(
        None, max_length=100, description="the id of a persona, or null for the scenario's own"
    )
    seed: Seed | None = Field(None, description=f"a whole number from 0 to {SEED_LIMIT - 1}, or null to draw one")


class NewTurn(Taken):
    """One message of the agent."""

    turn_id: StrictStr = Field(
        regex=_UUID, description="a UUID that you made for this turn; send it again to ask again"
    )
    text: StrictStr = Field(max_length=TURN_LIMIT, description=f"text of 1 to {TURN_LIMIT} characters")

    @validator("turn_id")
    def _one_spelling(cls, turn_id: str) -> str:
        return turn_id.lower()

    @validator("text")
    def _words(cls, text: str) -> str:
        # Rasa trims what it is told; trimmed here, the offsets of the sentences fit the stored text.
        return require_words(text).strip()


class Nothing(Taken):
    """No fields: ``{}``, or no body."""


class Draft(Taken):
    """A reply that is still being written."""

    draft: StrictStr = Field(max_length=DRAFT_LIMIT, description=f"text of 1 to {DRAFT_LIMIT} characters")
    customer: StrictStr = Field(
        "", max_length=DRAFT_LIMIT, description=f"the customer's message, up to {DRAFT_LIMIT} characters; may be empty"
    )

    @validator("draft")
    def _words(cls, draft: str) -> str:
        return require_words(draft)

    @validator("customer")
    def _text(cls, customer: str) -> str:
        return require_text(customer)


class Labelled(Taken):
    """A sentence and one of the moves that it may make."""

    text: StrictStr = Field(max_length=DRAFT_LIMIT, description=f"one sentence, text of 1 to {DRAFT_LIMIT} characters")
    customer: StrictStr = Field(
        "", max_length=DRAFT_LIMIT, description=f"the customer's message, up to {DRAFT_LIMIT} characters; may be empty"
    )
    label: StrictStr = Field(description="one of " + ", ".join(LABELS))

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


class Page(Taken):
    """Which part of a list."""

    limit: int = Field(20, ge=1, le=PAGE_LIMIT, description=f"a whole number from 1 to {PAGE_LIMIT}")
    before: str | None = Field(None, regex=_CURSOR, description="the `next` of the page before")


def require_words(text: str) -> str:
    """The text, if there is anything in it to read.

    Raises:
        ValueError: There is not; says what was expected.
    """
    if all(unicodedata.category(character)[0] in "CZ" for character in require_text(text)):
        raise ValueError("something to read, not only spaces and control characters")
    return text


def require_text(text: str) -> str:
    """The text, if it is text.

    Raises:
        ValueError: It holds a NUL or half of a character; says where.
    """
    if "\0" in text:
        raise ValueError(f"text without NUL characters; there is one at position {text.index(chr(0))}")
    for position, character in enumerate(text):
        if "\ud800" <= character <= "\udfff":
            raise ValueError(f"whole Unicode characters; there is half a surrogate pair at position {position}")
    return text
