"""What is stored of you: told, taken along, erased after a word was typed; and what a cleaned message looks like."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e


@pytest.fixture
def played_one(api):
    session = api.start()
    api.say(session, "I am sorry about the lamp.")
    return session


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read(open_page, site, width, scheme):
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    page.goto(site)
    page.get_by_role("link", name="What is stored of you").click()
    expect(page.get_by_role("heading", name="What is stored of you")).to_be_visible()
    expect(page.locator("main")).to_contain_text("They stay until you delete them.")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    page.get_by_role("button", name="Erase everything …").click()
    assert violations(page) == []


def test_everything_is_downloaded(page, site, played_one):
    page.goto(f"{site}/stored")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download everything").click()
    assert download.value.suggested_filename == "heard-coach-what-is-stored.json"
    told = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [one["id"] for one in told["sessions"]] == [played_one["id"]]


def test_everything_is_erased_once_the_word_is_typed(page, site, api, played_one):
    page.goto(f"{site}/stored")
    page.get_by_role("button", name="Erase everything …").click()
    now = page.get_by_role("button", name="Erase everything", exact=True)
    expect(page.get_by_label("Type erase to confirm")).to_be_focused()
    expect(now).to_be_disabled()
    page.keyboard.type("erasure")
    page.keyboard.press("Enter")
    assert len(api.get("/sessions").json["sessions"]) == 1
    page.get_by_label("Type erase to confirm").fill("Erase")
    now.click()
    expect(page.locator(".stored-done")).to_contain_text("1 session erased.")
    assert api.get("/sessions").json["sessions"] == []


def test_it_can_be_left_alone(page, site, api, played_one):
    page.goto(f"{site}/stored")
    page.get_by_role("button", name="Erase everything …").click()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert len(api.get("/sessions").json["sessions"]) == 1


def test_a_cleaned_message_is_told_and_shown_as_it_was_stored(page, site, api):
    session = api.start()
    page.goto(f"{site}/practice/{session['id']}")
    page.locator("#message").fill("Ring me on 07700 900461, or ask for Gareth Whitcombe.")
    page.keyboard.press("Enter")
    expect(page.locator(".taken-out")).to_have_text(
        "[phone] and [name] were taken out before storing. The customer did not see it."
    )
    expect(page.locator(".message-agent .bubble")).to_have_text("Ring me on [phone], or ask for [name].")
    page.locator("#message").fill("I am sorry.")
    page.keyboard.press("Enter")
    expect(page.locator(".message-agent")).to_have_count(2)
    expect(page.locator(".taken-out")).to_have_count(0)
