"""The web application in a process of its own, behind gunicorn, as the launcher starts it; Rasa is played by tests."""

import os
import socket
import time
from contextlib import contextmanager

import requests

from launcher.settings import LaunchSettings
from launcher.stack import wait_until_ready, web_application
from launcher.steps import migrate

LONG = 300
"""Seconds after which something that is waited for will not come any more."""


class Launched:
    """Asks the application over the network."""

    def __init__(self, address):
        self.address, self._web = address, requests.Session()
        # No proxy, whatever the environment says.
        self._web.trust_env = False

    def ask(self, method, path, body=None):
        return self._web.request(method, f"{self.address}/api/v1{path}", json=body, timeout=60)

    def made(self, method, path, body=None):
        answer = self.ask(method, path, body)
        assert answer.ok, answer.text
        return answer.json()


@contextmanager
def launched(settings, folder, **environment):
    """Start it on a port that nobody uses, and stop it in the end.

    Args:
        settings: Those of a test: its database and its Rasa.
        folder: Where the log is written.
        **environment: Further variables.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    known = {
        "HEARD_PORT": str(port),
        "HEARD_RASA_URL": settings.rasa_url,
        "HEARD_RASA_TOKEN": settings.rasa_token,
        "HEARD_ACTIONS_URL": settings.actions_url,
        "HEARD_DATABASE_URL": settings.database_url,
        "HEARD_LOGS": str(folder / "log"),
    }
    place = LaunchSettings.from_environment({**os.environ, **known, **environment})
    migrate(place)
    service = web_application(place)
    try:
        service.start()
        wait_until_ready([service], print)
        yield Launched(place.address())
    finally:
        service.stop()


def until(found):
    """What a function returns, as soon as it returns something."""
    over = time.monotonic() + LONG
    while not (got := found()):
        assert time.monotonic() < over, "it did not come"
        time.sleep(0.1)
    return got
