"""Webhooks over the API: made, changed, removed; what was sent, and sent again."""

from __future__ import annotations

from uuid import uuid4

from assistant_api.api import outward_shapes as shapes
from assistant_api.api.operation import Routes
from assistant_api.outward.signing import new_secret
from assistant_api.outward.telling import EVENTS
from assistant_api.people import audit
from assistant_api.services import services
from assistant_api.store.outbox import XAPI, Delivery, NoSuchDelivery
from assistant_api.store.webhooks import Webhook

_SHOWN = 50


def get_webhooks() -> shapes.WebhooksAnswer:
    """All of them."""
    outward = services().outward
    return shapes.WebhooksAnswer(
        webhooks=[_answer(one) for one in outward.webhooks.listed()], events=list(EVENTS), statements=outward.states
    )


def make_webhook(body: shapes.NewWebhook) -> shapes.MadeWebhook:
    """A new one, its secret told this once."""
    webhooks, new, secret = services().outward.webhooks, str(uuid4()), new_secret()
    webhooks.add(new, body.url, secret, body.events)
    audit("change", "webhook", new, {"what": "made", "events": body.events})
    return shapes.MadeWebhook(webhook=_answer(webhooks.get(new)), secret=secret)


def change_webhook(webhook_id: str, body: shapes.ChangedWebhook) -> shapes.WebhookAnswer:
    """It goes elsewhere, is told of something else, or rests."""
    webhooks = services().outward.webhooks
    webhooks.change(webhook_id, body.url, body.events, body.active)
    audit("change", "webhook", webhook_id, {"what": "changed", "events": body.events, "active": body.active})
    return _answer(webhooks.get(webhook_id))


def remove_webhook(webhook_id: str) -> None:
    """Nothing is sent there any more."""
    services().outward.webhooks.remove(webhook_id)
    audit("erase", "webhook", webhook_id)


def get_webhook_deliveries(webhook_id: str) -> shapes.DeliveriesAnswer:
    """What was sent there."""
    services().outward.webhooks.get(webhook_id)
    return _deliveries(webhook_id)


def get_statements() -> shapes.DeliveriesAnswer:
    """What was sent to the record store."""
    return _deliveries(XAPI)


def send_again(delivery_id: str) -> shapes.DeliveryAnswer:
    """Once more, now."""
    if not (delivery_id.isascii() and delivery_id.isdigit() and len(delivery_id) < 10):
        raise NoSuchDelivery
    outward, serial = services().outward, int(delivery_id)
    outward.outbox.again(serial)
    audit("change", "delivery", delivery_id, {"what": "sent again"})
    outward.sender.wake()
    return _delivery(outward.outbox.get(serial))


def add_to(routes: Routes) -> None:
    """Add these routes."""
    one = "/webhooks/<webhook_id>"
    routes.route("GET", "/webhooks", "Where events are sent", answer=shapes.WebhooksAnswer)(get_webhooks)
    routes.route(
        "POST",
        "/webhooks",
        "Have events be sent to an address; the secret that signs them is told this once",
        body=shapes.NewWebhook,
        answer=shapes.MadeWebhook,
        status=201,
    )(make_webhook)
    routes.route("PUT", one, "Change a webhook", body=shapes.ChangedWebhook, answer=shapes.WebhookAnswer)(
        change_webhook
    )
    routes.route("DELETE", one, "Remove a webhook and what waits for it", answer=None, status=204)(remove_webhook)
    routes.route("GET", f"{one}/deliveries", "What was sent to a webhook", answer=shapes.DeliveriesAnswer)(
        get_webhook_deliveries
    )
    routes.route("GET", "/statements", "What was sent to the record store", answer=shapes.DeliveriesAnswer)(
        get_statements
    )
    routes.route("POST", "/deliveries/<delivery_id>/again", "Send something again, now", answer=shapes.DeliveryAnswer)(
        send_again
    )


def _deliveries(target: str) -> shapes.DeliveriesAnswer:
    found = services().outward.outbox.latest(target, _SHOWN)
    return shapes.DeliveriesAnswer(deliveries=[_delivery(one) for one in found])


def _answer(one: Webhook) -> shapes.WebhookAnswer:
    return shapes.WebhookAnswer.parse_obj(vars(one))


def _delivery(one: Delivery) -> shapes.DeliveryAnswer:
    return shapes.DeliveryAnswer(
        id=str(one.serial),
        event=one.event,
        status=one.status,
        created_at=one.created_at,
        sent_at=one.sent_at,
        next_try_at=one.due_at if one.status == "waiting" else None,
        tries=one.tries,
        problem=one.problem,
    )
