"""The shapes of the API's answers on people."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import Field

from assistant_api.shapes import Shape


class TeamAnswer(Shape):
    """A team."""

    id: str
    name: str
    members: int = Field(ge=0, description="How many people are in it, trainers included")


class Account(Shape):
    """Whoever asks."""

    id: str
    name: str
    login: str = Field(description="What they sign in with; empty where nobody signs in")
    role: str = Field(description="agent, trainer or admin")
    single_user: bool = Field(description="Whether nobody signs in here and everything belongs to one person")
    teams: list[TeamAnswer]
    trainers: list[str] = Field(description="The names of those who see what this person practises, admins left out")
    told_after_hours: int = Field(
        description="How a session went is its player's alone until they open the debrief, or for so long after the end"
    )


class PersonAnswer(Shape):
    """Somebody who practises, trains or looks after the installation."""

    id: str
    name: str
    login: str
    role: str = Field(description="agent, trainer or admin")
    active: bool = Field(description="Whether they may come in")
    invited: bool = Field(description="Whether they have still to choose a password")
    teams: list[str] = Field(description="Ids of their teams")
    created_at: datetime
    seen_at: datetime | None = Field(description="When they were here last; null for never")


class PeopleAnswer(Shape):
    """The people one may see, by name, and their teams."""

    people: list[PersonAnswer]
    teams: list[TeamAnswer]


class LinkAnswer(Shape):
    """A link that works once; it is told only now."""

    kind: str = Field(description="invitation or password")
    path: str = Field(description="Its address below this application's own")
    hours: int = Field(description="For how long it works")


class Invited(Shape):
    """Somebody, with the link by which they choose a password."""

    person: PersonAnswer
    link: LinkAnswer


class VisitAnswer(Shape):
    """A browser that is signed in."""

    id: str
    this: bool = Field(description="Whether it is the one that asks")
    created_at: datetime
    seen_at: datetime
    expires_at: datetime


class VisitsAnswer(Shape):
    """One's browsers that are signed in."""

    visits: list[VisitAnswer]


class ReaderAnswer(Shape):
    """Somebody who read a session of one's own."""

    at: datetime
    name: str
    session: str = Field(description="The session's id")
    title: str = Field(description="The title of its scenario")


class ReadersAnswer(Shape):
    """Who read one's sessions, the latest first, at most 50."""

    readers: list[ReaderAnswer]


class TokenAnswer(Shape):
    """A token, without what it is known by."""

    id: str
    name: str
    scopes: list[str]
    created_at: datetime
    used_at: datetime | None = Field(description="When it was used last, to the hour; null for never")
    expires_at: datetime | None = Field(description="From when on it is refused; null for never")
    expired: bool


class TokensAnswer(Shape):
    """One's tokens."""

    tokens: list[TokenAnswer]


class MadeToken(Shape):
    """A new token; only its hash is kept, so this is the one time that it is told."""

    token: TokenAnswer
    secret: str


class AuditEntry(Shape):
    """One line of the record."""

    at: datetime
    person: str | None = Field(description="The id of who did it; null where nobody was signed in")
    name: str = Field(description="What they were called then; empty likewise")
    action: str = Field(description="read, change, export, erase, sign-in, sign-in-refused and the like")
    kind: str = Field(description="What it was done to: session, person, team, token …")
    object: str = Field(description="The id of which one")
    object_name: str = Field(description="What it is called, where it is a person or a team that is still there")
    detail: dict[str, Any]


class AuditPage(Shape):
    """A page of the record, newest first."""

    entries: list[AuditEntry]
    next: str | None = Field(description="What to give as `before` for the next page; null on the last")
