"""What requests on reviews bring. A field's description is also what an error says was expected."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import ConstrainedInt, Field, StrictStr, validator

from assistant_api.api.bodies import PAGE_LIMIT, TurnNumber
from assistant_api.api.reading import Taken
from assistant_api.api.texts import require_words
from assistant_api.review.formats import FORMATS
from assistant_api.review.formats import LIMIT as IMPORT_LIMIT
from assistant_api.store.review_disputes import ANSWERS
from assistant_api.store.review_list import DISPUTED, SORTS
from assistant_api.store.review_results import KINDS
from assistant_api.store.search import LIMIT as SEARCH_LIMIT
from coaching.moves import LABELS, in_codebook_order

WORDS_LIMIT = 2000
"""Characters of a comment, a reason, an answer."""
IMPORT_BYTES = 6 * IMPORT_LIMIT + 4096
_WORDS = f"text of 1 to {WORDS_LIMIT} characters"
_DAY = "a day as 2026-11-30"
_CURSOR = r"^-?[0-9]{1,16}\.[0-9]{1,15}$"
_SCORE = "a whole number from 0 to 100"
_TURN = "the number of an answered turn, from 1"
_SENTENCE = "the place of a sentence in its turn, from 0"


class Place(ConstrainedInt):
    """The place of a sentence in its turn: a number, not a text that looks like one."""

    strict = True
    ge = 0
    le = 1000


class Points(ConstrainedInt):
    """Points of a scorecard's line, likewise a number."""

    strict = True
    ge = -100
    le = 100


class ReviewQuery(Taken):
    """Which sessions to list."""

    person: str | None = Field(None, max_length=36, description="a person's id")
    team: str | None = Field(None, max_length=36, description="a team's id")
    scenario: str | None = Field(None, max_length=100, description="a scenario's id")
    level: int | None = Field(None, ge=1, le=5, description="a whole number from 1 to 5")
    kind: Literal["practice", "imported"] | None = Field(None, description="one of " + ", ".join(KINDS))
    ending: str | None = Field(None, max_length=40, description="a kind of ending")
    score_from: int | None = Field(None, ge=0, le=100, description=_SCORE)
    score_to: int | None = Field(None, ge=0, le=100, description=_SCORE)
    date_from: date | None = Field(None, description=_DAY)
    date_to: date | None = Field(None, description=_DAY)
    commented: Literal["yes", "no"] | None = Field(None, description="yes or no")
    disputed: Literal["open", "answered", "any", "none"] | None = Field(
        None, description="one of " + ", ".join(DISPUTED)
    )
    q: str = Field(
        "",
        max_length=SEARCH_LIMIT,
        description=f'what was said, at most {SEARCH_LIMIT} characters: words, "a phrase", -not',
    )
    sort: Literal["newest", "oldest", "highest", "lowest"] = Field("newest", description="one of " + ", ".join(SORTS))
    limit: int = Field(20, ge=1, le=PAGE_LIMIT, description=f"a whole number from 1 to {PAGE_LIMIT}")
    before: str | None = Field(None, regex=_CURSOR, description="the `next` of the page before")

    @validator("date_from", "date_to", pre=True)
    def _day(cls, value: Any) -> Any:  # noqa: ANN401 - whatever the query holds
        # pydantic takes numbers for days as well, counted from 1970.
        try:
            return None if value is None else date.fromisoformat(value)
        except ValueError:
            raise ValueError(_DAY) from None

    @validator("person", "team", "scenario", "ending", "q")
    def _storable(cls, value: str | None) -> str | None:
        # PostgreSQL cannot be asked for this character.
        return None if value is None else value.replace("\0", " ")


class Words(Taken):
    """What somebody writes."""

    text: StrictStr = Field(max_length=WORDS_LIMIT, minLength=1, description=_WORDS)

    @validator("text")
    def _words(cls, text: str) -> str:
        return require_words(text).strip()


class CommentText(Words):
    """A comment's new text."""


class NewCommentBody(Words):
    """A comment to write."""

    turn: TurnNumber = Field(description=_TURN)
    sentence: Place | None = Field(None, description=f"{_SENTENCE}, or null for the whole turn")


class Reasoned(Taken):
    """What has to be given a reason for."""

    reason: StrictStr = Field(max_length=WORDS_LIMIT, minLength=1, description=_WORDS)

    @validator("reason")
    def _reason(cls, reason: str) -> str:
        return require_words(reason).strip()


class OverruledLabels(Reasoned):
    """A sentence's labels as a trainer sees them."""

    turn: TurnNumber = Field(description=_TURN)
    sentence: Place = Field(description=_SENTENCE)
    labels: list[StrictStr] = Field(max_items=len(LABELS), description="labels of the codebook; [] for none")

    @validator("labels")
    def _known(cls, labels: list[str]) -> list[str]:
        if unknown := [label for label in labels if label not in LABELS]:
            raise ValueError(f"labels of the codebook ({', '.join(LABELS)}); found {unknown[0][:40]!r}")
        return list(in_codebook_order(labels))


class OverruledPoints(Reasoned):
    """The points of a line of the scorecard as a trainer sees them."""

    rule: StrictStr = Field(max_length=100, min_length=1, description="the rule of a line of the scorecard's points")
    points: Points = Field(description="a whole number from -100 to 100")


class NewDispute(Reasoned):
    """What an agent sees differently."""

    turn: TurnNumber | None = Field(None, description=f"{_TURN}, or null for the whole session")


class DisputeAnswer(Words):
    """What a trainer answers."""

    upheld: Literal["changed", "stands"] = Field(description="one of " + ", ".join(ANSWERS))


class ImportPreview(Taken):
    """Real chats to look at."""

    format: Literal["csv", "json", "text"] = Field(description="one of " + ", ".join(FORMATS))
    content: StrictStr = Field(
        max_length=IMPORT_LIMIT, minLength=1, description=f"the chats, 1 to {IMPORT_LIMIT} characters"
    )

    @validator("content")
    def _content(cls, content: str) -> str:
        return require_words(content)


class ImportBody(ImportPreview):
    """Real chats to bring in."""

    person: StrictStr | None = Field(
        None, max_length=36, description="whose chats they are, a person's id; null: yours"
    )
    title: StrictStr = Field("", max_length=120, description="a title for those without one, at most 120 characters")
