"""Finished replies over the API: kept where a team switched that on, listed, erased."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from assistant_api.api.bodies import Page
from assistant_api.api.draft_bodies import DRAFT_BYTES, Reply
from assistant_api.api.operation import Routes
from assistant_api.api.problems import FieldError, InvalidRequest
from assistant_api.keeping import NotEnglish
from assistant_api.people import current_person
from assistant_api.services import services
from assistant_api.shapes import Shape


class KeptReply(Shape):
    """A kept reply; personal data is taken out of both texts."""

    id: str
    draft: str
    customer: str = Field(description="The customer's message that it answered; may be empty")
    channel: str
    score: int = Field(ge=0, le=100)
    rubric: str = Field(description="The version of the rubric that the score follows from")
    rules: list[str] = Field(description="The rules of its findings, in the order of the reply")
    recogniser: str = Field(description="The recogniser's version")
    kept_at: datetime


class KeptReplies(Shape):
    """A page of kept replies, newest first."""

    drafts: list[KeptReply]
    next: str | None = Field(description="What to give as `before` for the next page; null on the last")


def keep_draft(body: Reply) -> KeptReply:
    """What is kept of a reply."""
    try:
        kept = services().keeping.keep(current_person().id, body.draft, body.customer, body.channel)
    except NotEnglish as error:
        expected = "English, or nothing is kept: personal data is not found in other languages"
        raise InvalidRequest(FieldError(error.field, expected)) from None
    return KeptReply.parse_obj(vars(kept))


def get_kept_drafts(query: Page) -> KeptReplies:
    """A page of the list."""
    before = None if query.before is None else int(query.before)
    found, cursor = services().keeping.page(current_person().id, query.limit, before)
    return KeptReplies(
        drafts=[KeptReply.parse_obj(vars(kept)) for kept in found], next=None if cursor is None else str(cursor)
    )


def delete_kept_draft(draft_id: str) -> None:
    """Nothing of it stays."""
    services().keeping.erase(current_person().id, draft_id)


def delete_kept_drafts() -> None:
    """Nothing of them stays."""
    services().keeping.erase_all(current_person().id)


def add_to(routes: Routes) -> None:
    """Add these routes."""
    routes.route(
        "POST",
        "/drafts/keep",
        "Keep a finished reply without personal data, where that is switched on",
        body=Reply,
        answer=KeptReply,
        status=201,
        problems=("keeping-off", "recogniser-missing"),
        limit=DRAFT_BYTES,
    )(keep_draft)
    routes.route("GET", "/drafts/kept", "List the kept replies, newest first", query=Page, answer=KeptReplies)(
        get_kept_drafts
    )
    routes.route("DELETE", "/drafts/kept", "Erase every kept reply", answer=None, status=204)(delete_kept_drafts)
    routes.route("DELETE", "/drafts/kept/<draft_id>", "Erase a kept reply", answer=None, status=204)(delete_kept_draft)
