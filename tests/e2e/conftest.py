"""The three real processes, as the launcher starts them, on ports of their own and with a database of their own."""

import os
import socket

import pytest

from coaching.paths import recogniser_model
from launcher.rasa_model import rasa_model
from launcher.settings import LaunchSettings
from launcher.stack import action_server, rasa_server, wait_until_ready, web_application
from launcher.steps import migrate


class Stack:
    """The running product.

    Attributes:
        address: Where its pages are.
        actions, rasa, web: The processes.
    """

    def __init__(self, settings):
        self.address = settings.address()
        self.actions, self.rasa, self.web = action_server(settings), rasa_server(settings), web_application(settings)

    def start(self, *services):
        for service in services:
            service.start()
        wait_until_ready(services, say=print)

    def stop(self):
        for service in (self.web, self.rasa, self.actions):
            service.stop()


@pytest.fixture(scope="session")
def stack(tmp_path_factory):
    for model in (recogniser_model(), rasa_model()):
        if not model.exists():
            pytest.fail(f"{model.name} is missing or older than its sources; run `make train`.")
    folder = tmp_path_factory.mktemp("stack")
    web, rasa, actions = free_ports(3)
    settings = LaunchSettings.from_environment(
        {
            **os.environ,
            "HEARD_HOST": "127.0.0.1",
            "HEARD_PORT": str(web),
            "HEARD_RASA_URL": f"http://127.0.0.1:{rasa}",
            "HEARD_ACTIONS_URL": f"http://127.0.0.1:{actions}",
            "HEARD_DATABASE_URL": f"sqlite:///{folder / 'heard.sqlite3'}",
            "HEARD_LOGS": str(folder / "log"),
        }
    )
    migrate(settings)
    stack = Stack(settings)
    try:
        stack.start(stack.actions, stack.rasa, stack.web)
        yield stack
    finally:
        stack.stop()


def free_ports(count):
    """Ports that nobody uses; all are held until the last is found, so that they differ."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@pytest.fixture
def chat(page, stack):
    """A session with the real customer, as far as their first words."""
    page.goto(f"{stack.address}/practice?scenario=late_parcel&level=1")
    page.get_by_role("button", name="Start the conversation").click()
    page.locator(".message-customer").first.wait_for(timeout=60000)
    return page
