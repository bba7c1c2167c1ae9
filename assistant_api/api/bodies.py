"""What requests on practice bring, and on lists. A field's description is also what an error says was expected."""

from __future__ import annotations

from pydantic import ConstrainedInt, Field, StrictStr, validator

from assistant_api.api.reading import Taken
from assistant_api.api.texts import require_words
from assistant_api.practice import SEED_LIMIT

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
        regex=_UUID, max_length=36, description="a UUID that you made for this turn; send it again to ask again"
    )
    text: StrictStr = Field(max_length=TURN_LIMIT, description=f"text of 1 to {TURN_LIMIT} characters", minLength=1)

    @validator("turn_id")
    def _one_spelling(cls, turn_id: str) -> str:
        return turn_id.lower()

    @validator("text")
    def _words(cls, text: str) -> str:
        # Rasa trims what it is told; trimmed here, the offsets of the sentences fit the stored text.
        return require_words(text).strip()


class Nothing(Taken):
    """No fields: ``{}``, or no body."""


class Page(Taken):
    """Which part of a list."""

    limit: int = Field(20, ge=1, le=PAGE_LIMIT, description=f"a whole number from 1 to {PAGE_LIMIT}")
    before: str | None = Field(None, regex=_CURSOR, description="the `next` of the page before")
