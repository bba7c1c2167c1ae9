"""The channel between the web application and Rasa: one request is one event of a practice session.

``POST /webhooks/practice/webhook`` with ``Authorization: Bearer <token>`` and a JSON body answers 200 with one of

- ``{"reply": …}``: ``Reply.to_json()``, after a turn with ``sentences`` and ``recogniser``;
- ``{"out_of_step": {"have": n}}``: the tracker does not stand where this event follows on; nothing was played;
- ``{"refused": message}``: the customer's code refuses (an unknown scenario, an ended session); nothing was played;

and otherwise 400 (``{"error": what and where}``), 401, 502 (``{"error": "action_server"}``, the customer's actions did
not answer) or 503 (``{"error": "model"}``, no model is loaded). After every answer but ``reply`` the customer's state
is what it was before.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.action_answers import check_schema_once
from bot.channels.event import PracticeEvent
from coaching.errors import CoachError

TOKEN = "HEARD_RASA_TOKEN"
_ANSWERS = ("reply", "refused")


class PracticeInput(InputChannel):
    """Rasa's input channel named ``practice``.

    Rasa's ``--auth-token`` does not guard webhooks, so the channel checks the same token itself. Without a token in the
    environment it lets nobody in.
    """

    def __init__(self, token: str) -> None:
        """Take the secret that the web application has to know."""
        self._token = token

    @classmethod
    def name(cls) -> str:
        """The channel's name, in its address and in every message."""
        return "practice"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> PracticeInput:
        """The channel as ``credentials.yml`` names it; the token comes from ``HEARD_RASA_TOKEN``."""
        check_schema_once()
        return cls(os.environ.get(TOKEN, ""))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The channel's routes."""
        routes = Blueprint("practice_webhook", __name__)

        @routes.get("/")
        async def health(request: Request) -> HTTPResponse:
            return json({"status": "ok"})

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            if not self._admits(request):
                return json({"error": f"expected Authorization: Bearer, with the token of {TOKEN}"}, status=401)
            try:
                event = PracticeEvent.from_json(_body(request))
            except CoachError as error:
                return json({"error": str(error)}, status=400)
            return await _play(request.app.ctx.agent, event)

        return routes

    def _admits(self, request: Request) -> bool:
        given = request.headers.get("Authorization", "")
        return bool(self._token) and hmac.compare_digest(given.encode(), f"Bearer {self._token}".encode())


async def _play(agent: Agent, event: PracticeEvent) -> HTTPResponse:
    if not agent.is_ready():
        return json({"error": "model"}, status=503)
    output = CollectingOutputChannel()
    message = UserMessage(
        event.text, output, event.session, input_channel=PracticeInput.name(), metadata={"customer": event.customer}
    )
    # The agent's own handle_message would take the lock after the check and let a second turn slip in between.
    async with agent.lock_store.lock(event.session):
        if event.after is not None:
            have = await _turns_known(agent, event.session)
            if have != event.after:
                return json({"out_of_step": {"have": have or 0}})
        await agent.processor.handle_message(message)
    return _answer(output)


async def _turns_known(agent: Agent, session: str) -> int | None:
    """How many answered turns the session's tracker knows; None where no customer has spoken yet."""
    tracker = await agent.tracker_store.retrieve(session)
    state = tracker.get_slot("customer_state") if tracker else None
    return int(state["turn"]) if state else None


def _answer(output: CollectingOutputChannel) -> HTTPResponse:
    for message in output.messages:
        said = message.get("custom") or {}
        for kind in _ANSWERS:
            if kind in said:
                return json({kind: said[kind]})
    return json({"error": "action_server"}, status=502)


def _body(request: Request) -> object:
    try:
        return request.json
    except SanicException as error:
        raise CoachError("the body is no JSON") from error
