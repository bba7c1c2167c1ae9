"""The application on a real port, with the channel of Rasa played by a small server."""

import threading

import pytest
from played_check import Check
from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    def log_request(self, code="-", size="-"):
        pass


@pytest.fixture
def site(app, monkeypatch, tmp_path):
    """The address of the application; what it would say of sentences is played by the tests that need it."""
    monkeypatch.setenv("HEARD_RECOGNISER", str(tmp_path / "missing.joblib"))
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    # Its threads may sit in a held request when the test ends.
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def played():
    """Plays the check for a page that a test opens by itself."""
    return Check


@pytest.fixture
def check(page, played):
    return played(page)


@pytest.fixture
def assist(page, site, check):
    """The Assist page, whose checks ``check`` answers."""
    page.goto(f"{site}/assist")
    return page
