"""A receiver on this machine that remembers what it was sent and answers as it is told to."""

import threading
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from api_client import Api

from assistant_api import create_app
from assistant_api.outward.store_settings import record_store


@dataclass
class Received:
    path: str
    headers: dict
    body: bytes


class Receiver:
    def __init__(self):
        self.received, self.answers = [], []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.received.append(Received(self.path, dict(self.headers), body))
                self.send_response(outer.answers.pop(0) if outer.answers else 200)
                self.send_header("Location", f"{outer.url}/elsewhere")
                self.end_headers()

            def log_message(self, *told):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


@pytest.fixture
def receiver():
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def told(settings, database, receiver):
    """An application that tells a record store; nobody signs in."""
    known = {"HEARD_XAPI_URL": f"{receiver.url}/xapi", "HEARD_XAPI_KEY": "key", "HEARD_XAPI_SECRET": "secret"}
    return Api(create_app(replace(settings, record_store=record_store(known))))


@pytest.fixture
def outward(app):
    return app.extensions["heard"].outward
