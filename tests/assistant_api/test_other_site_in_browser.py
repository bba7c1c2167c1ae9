"""A browser on a page of another site asks the application itself: what CORS and tokens let it do, and what not."""

import threading
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server

from assistant_api import create_app
from assistant_api.drafts import Drafts
from assistant_api.store import TokenStore

pytestmark = pytest.mark.e2e

ASK = """([address, token]) => fetch(address, {
  method: "POST",
  headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
  body: JSON.stringify({ draft: "Hello." }),
}).then((response) => response.status, () => "kept from the page")"""


@pytest.fixture(autouse=True)
def checked(monkeypatch, report):
    seen = []
    monkeypatch.setattr(Drafts, "check", lambda self, *asked: seen.append(asked) or report)
    return seen


@contextmanager
def running(server):
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def desk():
    """Another site; its page is what ``html`` says."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(server.html.encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.html = "<!doctype html><title>Desk</title>"
    # Another name than the application's: for a browser that is another site, not only another origin.
    server.address = f"http://localhost:{server.server_port}"
    with running(server):
        yield server


@pytest.fixture
def coach(settings, database, desk):
    """The address of an application that lets pages of the other site in."""
    app = create_app(replace(settings, origins=frozenset({desk.address})))
    with running(make_server("127.0.0.1", 0, app, threaded=True)) as server:
        yield f"http://127.0.0.1:{server.server_port}"


@pytest.fixture
def token(database):
    return TokenStore(database).add("desk")


def test_the_widget_checks_a_draft(page, desk, coach, token, report, checked):
    desk.html = (
        '<!doctype html><html lang="en"><title>Desk</title><p id="message">Where is my lamp?</p>'
        '<label for="reply">Reply</label><textarea id="reply"></textarea>'
        f'<script src="{coach}/widget.js" data-target="#reply" data-customer="#message" data-token="{token}"></script>'
    )
    page.goto(desk.address)
    page.get_by_role("textbox", name="Reply").fill("It is late.")
    expect(page.get_by_text(f"Score {report['score']} of 100", exact=True)).to_be_visible()
    assert checked[-1][:2] == ("It is late.", "Where is my lamp?")


def test_without_a_token_the_page_is_told_so(page, desk, coach, token, checked):
    page.goto(desk.address)
    address = f"{coach}/api/v1/drafts/check"
    assert page.evaluate(ASK, [address, ""]) == 401
    assert page.evaluate(ASK, [address, "heard_wrong"]) == 401
    assert page.evaluate(ASK, [address, token]) == 200
    assert len(checked) == 1


def test_a_token_opens_nothing_else(page, desk, coach, token):
    page.goto(desk.address)
    for path in ("sessions", "drafts/keep"):
        assert page.evaluate(ASK, [f"{coach}/api/v1/{path}", token]) == "kept from the page"
    read = "(address) => fetch(address).then((response) => response.status, () => 'kept from the page')"
    for path in ("sessions", "drafts/kept", "moves"):
        assert page.evaluate(read, f"{coach}/api/v1/{path}") == "kept from the page"


def test_a_site_that_is_not_allowed(page, desk, settings, database, token, checked):
    with running(make_server("127.0.0.1", 0, create_app(settings), threaded=True)) as server:
        page.goto(desk.address)
        address = f"http://127.0.0.1:{server.server_port}/api/v1/drafts/check"
        assert page.evaluate(ASK, [address, token]) == "kept from the page"
    assert checked == []
