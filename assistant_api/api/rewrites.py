"""The shapes of whole rewrites."""

from __future__ import annotations

from pydantic import Field

from assistant_api.api.reports import Language, RubricAnswer
from assistant_api.shapes import Shape


class Edit(Shape):
    """One change from the draft."""

    what: str
    why: str
    rule: str


class Kept(Shape):
    """Something of the draft that the rewrite repeats."""

    kind: str = Field(description="amount, date, link, promise, refusal …")
    text: str = Field(description="The draft's words")


class Left(Shape):
    """A mistake that a rewrite leaves, since only the agent knows what to say in its place."""

    label: str
    text: str = Field(description="Its words in the rewrite")


class Rewrite(Shape):
    """A whole draft, written anew."""

    style: str = Field(description="warmer, more_apologetic or shorter")
    title: str
    text: str
    changes: list[Edit] = Field(description="In the order of the reply; empty where the draft is good as it is")
    kept: list[Kept] = Field(description="What the draft says that had to stay")
    score: int = Field(ge=0, le=100, description="What a check would give it")
    mistakes: list[Left] = Field(description="In the order of the reply")


class Rewrites(Shape):
    """A draft in several styles; one that is not judged has none."""

    language: Language
    score: int | None = Field(
        ge=0, le=100, description="What a check gives the draft as it is; null where it is not judged"
    )
    rewrites: list[Rewrite]
    rubric: RubricAnswer | None = Field(description="What the scores were made by; null where the draft is not judged")
    recogniser: str = Field(description="The recogniser's version")
