"""What requests on practice bring, and on lists. A field's description is also what an error says was expected."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConstrainedInt, Field, StrictBool, StrictStr, validator

from assistant_api.api.reading import Taken
from assistant_api.api.texts import require_words
from assistant_api.practice.starts import SEED_LIMIT
from coaching.hints.wording import MODES, ON_REQUEST

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


class Difficulty(ConstrainedInt):
    """A level of difficulty, likewise a number."""

    strict = True
    ge = 1
    le = 5


class TurnNumber(ConstrainedInt):
    """Which turn of a session, likewise a number."""

    strict = True
    ge = 1
    le = 1_000_000


class NewSession(Taken):
    """A session to begin."""

    assignment: StrictStr | None = Field(
        None, max_length=36, description="the id of an assignment that you have, or null; it says all the rest"
    )
    blind: StrictBool = Field(
        False, description="true or false; true hides scenario and persona until the end, and deals those not named"
    )
    scenario: StrictStr | None = Field(
        None, max_length=100, description="the id of a scenario, or null to be dealt one in a blind session"
    )
    persona: StrictStr | None = Field(
        None, max_length=100, description="the id of a persona, or null for the scenario's own; blind: to be dealt one"
    )
    seed: Seed | None = Field(None, description=f"a whole number from 0 to {SEED_LIMIT - 1}, or null to draw one")
    level: Difficulty | None = Field(None, description="a whole number from 1 to 5, or null for the scenario's own")
    hints: Literal["off", "on_request", "live"] = Field(ON_REQUEST, description="one of " + ", ".join(MODES))

    @validator("scenario", pre=True, always=True)
    def _named_or_dealt(cls, scenario: Any, values: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever JSON holds
        if scenario is None and not values.get("blind", True) and values.get("assignment", "") is None:
            raise ValueError("the id of a scenario; only a blind session is dealt one")
        return scenario

    @validator("blind", "scenario", "persona", "seed", "level")
    def _free_to_choose(cls, value: Any, values: dict[str, Any]) -> Any:  # noqa: ANN401 - one of several types
        if values.get("assignment") is not None and value not in (None, False):
            raise ValueError("nothing here, for the assignment says it")
        return value

    @validator("hints")
    def _as_assigned(cls, hints: str, values: dict[str, Any]) -> str:
        if values.get("assignment") is not None and hints != ON_REQUEST:
            raise ValueError(f"{ON_REQUEST}, as in every assignment")
        return hints


class Rewind(Taken):
    """From where to play on anew."""

    turn: TurnNumber = Field(description="a whole number from 1: the first turn to be played anew")


class HintWish(Taken):
    """What help is asked for."""

    stuck: StrictBool = Field(False, description="true or false; true asks for words, also where hints are off")


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
