"""The channel behind a real HTTP server, with Rasa's own stores and a processor that stands in for the model."""

import asyncio
import socket
import threading
from types import SimpleNamespace

import pytest
import requests
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic

from bot.channels.practice import PracticeInput

TOKEN = "a-secret"
START = {"session": "s", "event": "start", "scenario": "late_parcel", "seed": 1}
DOMAIN = """
version: "3.1"
slots:
  customer_state:
    type: any
    mappings: [{type: custom}]
"""


class Processor:
    """Answers as it is told and keeps the messages that reached it."""

    def __init__(self):
        self.messages, self.says = [], [{"reply": {"lines": ["Hm."]}}]

    async def handle_message(self, message):
        self.messages.append(message)
        await message.output_channel.send_text_message(message.sender_id, "Hm.")
        for data in self.says:
            await message.output_channel.send_custom_json(message.sender_id, data)


class Served:
    """An agent behind the channel, and a client."""

    def __init__(self, url, agent):
        self.url, self.agent, self.processor = url, agent, agent.processor

    def know(self, turns):
        """Let the tracker stand after so many answered turns."""
        tracker = DialogueStateTracker.from_events("s", [SlotSet("customer_state", {"turn": turns})], self.domain.slots)
        asyncio.run(self.agent.tracker_store.save(tracker))

    @property
    def domain(self):
        return self.agent.tracker_store.domain

    def post(self, body=None, token=TOKEN, **options):
        headers = {"Authorization": f"Bearer {token}"} if token is not None else {}
        answer = requests.post(f"{self.url}/webhook", json=body, headers=headers, timeout=10, **options)
        return answer.status_code, answer.json()

    def turn(self, number, text="I am sorry."):
        return self.post({"session": "s", "event": "turn", "turn": number, "text": text, "customer": "Where is it?"})


@pytest.fixture(scope="module")
def app():
    """One application for all tests: Sanic rewrites its own methods at the first start and fails at a second."""
    app, channel = Sanic("practice_tests", configure_logging=False), PracticeInput(TOKEN)
    app.blueprint(channel.blueprint(None), url_prefix="/webhooks/practice")
    listening, loop = socket.create_server(("127.0.0.1", 0)), asyncio.new_event_loop()
    server = loop.run_until_complete(app.create_server(sock=listening, return_asyncio_server=True))
    loop.run_until_complete(server.startup())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield app, channel, f"http://127.0.0.1:{listening.getsockname()[1]}/webhooks/practice"
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    server.close()
    loop.run_until_complete(server.wait_closed())
    loop.close()


@pytest.fixture
def serve(app, monkeypatch):
    def start(token=TOKEN, ready=True):
        application, channel, url = app
        monkeypatch.setattr(channel, "_token", token)
        application.ctx.agent = SimpleNamespace(
            processor=Processor(),
            lock_store=InMemoryLockStore(),
            tracker_store=InMemoryTrackerStore(Domain.from_yaml(DOMAIN)),
            is_ready=lambda: ready,
        )
        return Served(url, application.ctx.agent)

    return start


@pytest.mark.parametrize("token", [None, "", "wrong", TOKEN + "x"])
def test_nobody_comes_in_without_the_token(serve, token):
    served = serve()
    assert served.post(START, token)[0] == 401
    assert served.processor.messages == []


@pytest.mark.parametrize("token", [None, "", "x"])
def test_without_a_token_in_the_environment_nobody_comes_in_at_all(serve, token):
    assert serve(token="").post(START, token)[0] == 401


def test_a_start_needs_no_past_and_becomes_a_command(serve):
    served = serve()
    assert served.post(START) == (200, {"reply": {"lines": ["Hm."]}})
    (message,) = served.processor.messages
    assert (message.text[:14], message.sender_id, message.input_channel) == ("/start_session", "s", "practice")


def test_a_turn_that_follows_on_is_played(serve):
    served = serve()
    served.know(turns=2)
    assert served.turn(3)[1] == {"reply": {"lines": ["Hm."]}}
    assert served.processor.messages[0].metadata == {"customer": "Where is it?"}


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_turn_out_of_step_does_not_reach_rasa(serve, number):
    served = serve()
    served.know(turns=2)
    assert served.turn(number) == (200, {"out_of_step": {"have": 2}})
    assert served.processor.messages == []


@pytest.mark.parametrize("event", ["turn", "end"])
def test_a_session_that_rasa_does_not_know_is_out_of_step(serve, event):
    served = serve()
    number = 1 if event == "turn" else 0
    assert served.post({"session": "s", "event": event, "turn": number, "text": "Hello."}) == (
        200,
        {"out_of_step": {"have": 0}},
    )
    assert served.processor.messages == []


def test_the_end_follows_the_turn_answered_last(serve):
    served = serve()
    served.know(turns=2)
    assert "out_of_step" in served.post({"session": "s", "event": "end", "turn": 1})[1]
    assert "reply" in served.post({"session": "s", "event": "end", "turn": 2})[1]


def test_what_the_customer_refuses_is_passed_on(serve):
    served = serve()
    served.processor.says = [{"refused": "no scenario 'x'"}]
    assert served.post(START) == (200, {"refused": "no scenario 'x'"})


def test_no_answer_of_an_action_is_told(serve):
    served = serve()
    served.processor.says = []
    assert served.post(START) == (502, {"error": "action_server"})


def test_no_model_is_told(serve):
    assert serve(ready=False).post(START) == (503, {"error": "model"})


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'{"session": "s", "event": "dance"}'])
def test_bad_bodies_are_told(serve, body):
    status, answer = serve().post(data=body)
    assert status == 400
    assert answer["error"]


def test_health_needs_no_token(serve):
    assert requests.get(f"{serve().url}/", timeout=10).json() == {"status": "ok"}
