"""The widget in a page of another site; the check is played by the test, so that it can fail and be late."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from coaching.moves import STEPS
from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e

BAD, GOOD = "As per our policy", "Because opened items can't be sold again"
WARM = "Hello Priya, I am so sorry about the jug."


@pytest.fixture
def foreign():
    """The address of another site; its only page is set as ``foreign.html``."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            # As strict as a helpdesk may be: nothing inline, scripts and answers from the coach alone.
            policy = f"default-src 'none'; script-src {server.coach}; connect-src {server.coach}"
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(server.html.encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    server.html = server.coach = ""
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    server.address = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


TEXT_AREA = '<label for="reply">Reply</label><textarea id="reply"></textarea>'
EDITABLE = '<div id="reply" contenteditable="true" role="textbox" aria-label="Reply"></div>'


def opened(page, site, foreign, box=TEXT_AREA, answers=None, **data):
    """The foreign page with the widget in it, and the requests that the widget makes."""
    asked = []

    def answer(route):
        body = json.loads(route.request.post_data)
        asked.append((route.request, body))
        given = (answers or played)(route.request.url, body)
        status, content = given if isinstance(given, tuple) else (200, given)
        route.fulfill(status=status, json=content, headers={"Access-Control-Allow-Origin": "*"})

    page.route("**/api/v1/drafts/**", answer)
    attributes = " ".join(f'data-{name}="{value}"' for name, value in {"target": "#reply", **data}.items())
    foreign.coach = site
    foreign.html = (
        f'<!doctype html><html lang="en"><title>Desk</title><main><h1>Desk</h1>'
        f'<p id="message">My jug 🏺 is cracked.</p>{box}</main>'
        f'<script src="{site}/widget.js" {attributes}></script></html>'
    )
    page.goto(foreign.address)
    return asked


def played(url, body):
    """What the API would answer: a draft with BAD in it is poor."""
    if url.endswith("/rewrite"):
        return {"rewrites": [{"style": "warmer", "title": "Warmer", "text": WARM}]}
    at = body["draft"].find(BAD)
    spans = [{"start": at, "end": at + len(BAD)}] * (at >= 0)
    return {
        "language": {"judged": True, "name": "English"},
        "score": 20 if spans else 60,
        "steps": {step: {"covered": step == "resolve"} for step in STEPS},
        "findings": [
            {**span, "id": "f", "title": "Policy", "text": BAD, "message": "A rule is no reason.", "why": "It is cold."}
            for span in spans
        ],
        "suggestions": [
            {**span, "id": "s", "kind": "replace", "text": GOOD, "why": "Gives the reason."} for span in spans
        ]
        + [
            {"start": 0, "end": 0, "id": f"i{number}", "kind": "insert", "text": f"Sorry, [name] {number}. "}
            | {"step": "apologize", "why": "A plain sorry."}
            for number in range(4)
        ],
        "advice": [{"finding": "f", "suggestion": "s"}] * len(spans)
        + [{"finding": None, "suggestion": f"i{number}"} for number in range(4)],
        "reaction": {"summary": "They would stay as they are."},
    }


@pytest.mark.parametrize("box", [TEXT_AREA, EDITABLE])
def test_a_finding_is_shown_applied_and_taken_back(page, site, foreign, box):
    asked = opened(page, site, foreign, box, customer="#message", token="hc_secret", channel="email")
    reply = page.get_by_role("textbox", name="Reply")
    reply.click()
    page.keyboard.type(f"🙂 Hello. {BAD}, we can't.")
    expect(page.get_by_text("Score 20 of 100", exact=True)).to_be_visible()
    request, body = asked[-1]
    assert body == {"draft": f"🙂 Hello. {BAD}, we can't.", "channel": "email", "customer": "My jug 🏺 is cracked."}
    assert request.headers["authorization"] == "Bearer hc_secret"
    page.get_by_role("button", name=f"Use it: {GOOD}").click()
    expect(page.get_by_text("Score 60 of 100", exact=True)).to_be_visible()
    assert asked[-1][1]["draft"] == f"🙂 Hello. {GOOD}, we can't."
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Score 20 of 100", exact=True)).to_be_visible()
    assert asked[-1][1]["draft"] == f"🙂 Hello. {BAD}, we can't."


def test_the_words_are_shown_in_the_box(page, site, foreign):
    opened(page, site, foreign)
    page.get_by_label("Reply").fill(f"🙂 {BAD}, we can't.")
    page.get_by_role("button", name=f"Show: {BAD}").click()
    assert page.evaluate("getSelection().toString()") == BAD


def test_a_blank_is_selected_to_be_typed_over(page, site, foreign):
    opened(page, site, foreign)
    page.get_by_label("Reply").fill("Hello.")
    page.get_by_role("button", name="Add it: Sorry, [name] 0.").click()
    page.keyboard.type("Priya")
    expect(page.get_by_label("Reply")).to_have_value("Sorry, Priya 0. Hello.")


def test_three_pieces_of_advice_at_once(page, site, foreign):
    opened(page, site, foreign)
    page.get_by_label("Reply").fill("Hello.")
    expect(page.get_by_role("button", name="Add it")).to_have_count(3)
    page.get_by_role("button", name="Show 1 more").click()
    expect(page.get_by_role("button", name="Add it")).to_have_count(4)


def test_a_rewrite_takes_the_place_of_the_draft_and_can_be_undone(page, site, foreign):
    opened(page, site, foreign)
    page.get_by_label("Reply").fill("Hello.")
    page.get_by_role("button", name="Rewrite it").click()
    page.get_by_role("button", name="Use this: Warmer").click()
    expect(page.get_by_label("Reply")).to_have_value(WARM)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Reply")).to_have_value("Hello.")


def test_a_refusal_is_told_and_tried_again(page, site, foreign):
    answers = iter([(401, {"title": "The token is not known", "detail": "Ask for another."})])
    opened(page, site, foreign, answers=lambda url, body: next(answers, None) or played(url, body))
    page.get_by_label("Reply").fill("Hello.")
    expect(page.get_by_role("alert")).to_have_text("The token is not known Ask for another.")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("Score 60 of 100", exact=True)).to_be_visible()


def test_a_box_that_comes_late_and_goes_again(page, site, foreign):
    opened(page, site, foreign, box="<p id='slot'></p>")
    panel = page.get_by_role("region", name="HEARD Coach")
    page.evaluate("document.querySelector('#slot').innerHTML = '<textarea id=reply aria-label=Reply></textarea>'")
    expect(panel).to_have_count(1)
    page.evaluate("document.querySelector('#slot').innerHTML = '<textarea id=reply aria-label=Reply>Hello.</textarea>'")
    expect(page.get_by_text("Score 60 of 100", exact=True)).to_be_visible()
    expect(panel).to_have_count(1)
    page.evaluate("document.querySelector('#slot').replaceChildren()")
    expect(panel).to_have_count(0)


def test_another_message_of_the_customer_is_read(page, site, foreign):
    asked = opened(page, site, foreign, customer="#message")
    page.get_by_label("Reply").fill("Hello.")
    expect(page.get_by_text("Score 60 of 100", exact=True)).to_be_visible()
    with page.expect_request("**/drafts/check"):
        page.evaluate("document.querySelector('#message').textContent = 'And my lamp.'")
    page.get_by_text("Score 60 of 100", exact=True).wait_for()
    assert asked[-1][1]["customer"] == "And my lamp."


def test_axe_finds_nothing(page, site, foreign):
    opened(page, site, foreign)
    page.get_by_label("Reply").fill(f"{BAD}, we can't.")
    expect(page.get_by_text("Score 20 of 100", exact=True)).to_be_visible()
    assert violations(page) == []


def test_the_demo_helpdesk(page, site):
    page.route(
        "**/api/v1/drafts/**", lambda route: route.fulfill(json=played(route.request.url, route.request.post_data_json))
    )
    page.goto(f"{site}/demo/helpdesk")
    expect(page.get_by_text("Score 20 of 100", exact=True)).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Tom Okafor").click()
    expect(page.get_by_text("Write a few words")).to_be_visible()
    page.get_by_label("Your reply").fill("Hello Tom.")
    expect(page.get_by_text("Score 60 of 100", exact=True)).to_be_visible()
    page.get_by_role("button", name="Priya Nair").click()
    expect(page.get_by_text("Score 20 of 100", exact=True)).to_be_visible()
    page.get_by_role("button", name="Tom Okafor").click()
    expect(page.get_by_label("Your reply")).to_have_value("Hello Tom.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Sent, in the demo only.")).to_be_visible()
