"""What requests on assignments and goals bring. A field's description is also what an error says was expected."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any, Literal

from pydantic import ConstrainedInt, Field, StrictBool, StrictStr, validator

from assistant_api.api.bodies import Difficulty
from assistant_api.api.reading import Taken
from assistant_api.api.texts import require_text, require_words
from assistant_api.store.goals import MEASURES, RECOMMEND, SATISFACTION, SCORE

TITLE_LIMIT, NOTE_LIMIT, MOST_TRIES, MOST_TARGETS = 120, 2000, 100, 200
_DAY = "a day as 2026-11-30, from 2000 to 2999, or null for none"
_IDS = f"a list of at most {MOST_TARGETS} ids of"
_TARGET = "a number above 0: at most 100 for score and satisfaction, 10 for recommend, 1000 for sessions and mistakes"
_MOST = {SCORE: 100.0, SATISFACTION: 100.0, RECOMMEND: 10.0}


class PassMark(ConstrainedInt):
    """A score: a number, not a text that looks like one."""

    strict = True
    ge = 0
    le = 100


class Tries(ConstrainedInt):
    """How often, likewise a number."""

    strict = True
    ge = 1
    le = MOST_TRIES


def _day(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    # pydantic takes numbers for days as well, counted from 1970.
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except (ValueError, TypeError):
        raise ValueError(_DAY) from None
    if not 2000 <= day.year <= 2999:
        raise ValueError(_DAY)
    return day


class ChangedAssignment(Taken):
    """An assignment as it is to be from now on."""

    title: StrictStr = Field(
        max_length=TITLE_LIMIT, minLength=1, description=f"text of 1 to {TITLE_LIMIT} characters on one line"
    )
    note: StrictStr = Field("", max_length=NOTE_LIMIT, description=f"text of at most {NOTE_LIMIT} characters")
    due_on: date | None = Field(None, description=_DAY)
    pass_mark: PassMark = Field(description="a whole number from 0 to 100")
    tries: Tries | None = Field(None, description=f"a whole number from 1 to {MOST_TRIES}, or null for no limit")
    people: list[StrictStr] = Field([], max_items=MOST_TARGETS, description=f"{_IDS} people whom you train")
    teams: list[StrictStr] = Field([], max_items=MOST_TARGETS, description=f"{_IDS} teams that you train")
    closed: StrictBool = Field(False, description="true or false; while it is true, nobody begins another try")

    @validator("title")
    def _one_line(cls, title: str) -> str:
        shown = require_words(title).strip()
        if any(unicodedata.category(one) in ("Cc", "Zl", "Zp") for one in shown):
            raise ValueError(f"text of 1 to {TITLE_LIMIT} characters on one line")
        return shown

    @validator("note")
    def _note(cls, note: str) -> str:
        return require_text(note).strip()

    @validator("due_on", pre=True)
    def _due(cls, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        return _day(value)

    @validator("people", "teams")
    def _ids(cls, ids: list[str]) -> list[str]:
        return list(dict.fromkeys(require_text(one) for one in ids))


class NewAssignment(ChangedAssignment):
    """An assignment to make."""

    scenario: StrictStr = Field(max_length=100, description="the id of a scenario that is no draft")
    level: Difficulty | None = Field(None, description="a whole number from 1 to 5, or null for the scenario's own")

    @validator("scenario")
    def _text(cls, scenario: str) -> str:
        return require_text(scenario)


class NewGoal(Taken):
    """A goal to set."""

    team: StrictStr = Field(max_length=36, description="the id of a team that you train")
    measure: Literal["score", "satisfaction", "recommend", "sessions", "mistakes"] = Field(
        description="one of " + ", ".join(MEASURES)
    )
    target: float = Field(description=_TARGET)
    due_on: date | None = Field(None, description=_DAY)

    @validator("team")
    def _text(cls, team: str) -> str:
        return require_text(team)

    @validator("target", pre=True)
    def _target(cls, value: Any, values: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever JSON holds
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not 0 < value <= _MOST.get(values.get("measure", ""), 1000.0):
            raise ValueError(_TARGET)
        return value

    @validator("due_on", pre=True)
    def _due(cls, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        return _day(value)
