"""What requests on webhooks bring, and the shapes of the answers."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field, StrictBool, StrictStr, validator

from assistant_api.api.reading import Taken
from assistant_api.outward.addresses import EXPECTED, LONGEST, read_address
from assistant_api.shapes import Shape

_EVENTS_EXPECTED = "a list of at least one of session.ended_badly, dispute.opened, assignment.passed"
Event = Literal["session.ended_badly", "dispute.opened", "assignment.passed"]


class NewWebhook(Taken):
    """Where to send what."""

    url: StrictStr = Field(max_length=LONGEST, description=EXPECTED)
    events: list[Event] = Field(min_items=1, max_items=10, description=_EVENTS_EXPECTED)

    @validator("url")
    def _address(cls, url: str) -> str:
        read_address(url)
        return url

    @validator("events")
    def _once(cls, events: list[str]) -> list[str]:
        return list(dict.fromkeys(events))


class ChangedWebhook(NewWebhook):
    """A webhook as it is from now on."""

    active: StrictBool = Field(description="whether anything is sent there: true or false")


class WebhookAnswer(Shape):
    """Where events are sent."""

    id: str
    url: str
    events: list[str]
    active: bool
    created_at: datetime


class WebhooksAnswer(Shape):
    """All webhooks, and what they can be told of."""

    webhooks: list[WebhookAnswer]
    events: list[str]
    statements: bool = Field(description="Whether statements are sent to a record store (HEARD_XAPI_URL)")


class MadeWebhook(Shape):
    """A new webhook with what it is signed with, told this once."""

    webhook: WebhookAnswer
    secret: str


class DeliveryAnswer(Shape):
    """Something that was, or is to be, sent."""

    id: str
    event: str
    status: str = Field(description="sent, waiting or given_up")
    created_at: datetime
    sent_at: datetime | None
    next_try_at: datetime | None = Field(description="Null where it was sent or given up")
    tries: int = Field(ge=0)
    problem: str | None = Field(description="Why the last try failed")


class DeliveriesAnswer(Shape):
    """The newest fifty, the newest first."""

    deliveries: list[DeliveryAnswer]
