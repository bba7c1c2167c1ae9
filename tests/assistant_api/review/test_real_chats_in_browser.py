"""A real chat brought in, in a real browser: looked at, stored, read; nothing in it runs."""

import os
import re

import pytest
from playwright.sync_api import expect
from test_real_chats import PASTED, Reads

from assistant_api.drafts import Drafts
from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e
SHOTS = os.environ.get("REVIEW_SHOTS")


@pytest.mark.parametrize("width", [1280, 390])
def test_it_is_shown_before_it_is_stored(at, monkeypatch, width):
    monkeypatch.setattr(Drafts, "reader", lambda self: Reads())
    page = at("tess", "/review/import", viewport={"width": width, "height": 900})
    page.get_by_label("The chat").fill("Hello.")
    page.get_by_role("button", name="Show what would be stored").click()
    expect(page.get_by_role("alert")).to_contain_text("The chats cannot be read")
    page.get_by_label("The chat").fill(PASTED)
    page.get_by_role("button", name="Show what would be stored").click()
    expect(page.locator("#import-taken")).to_contain_text("email ×1")
    expect(page.locator("#import-chats")).not_to_contain_text("Maya")
    expect(page.locator("#import-chats .hit").first).to_have_text("[name]")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/import-{width}.png", full_page=True)
    page.get_by_label("Whose chats are these?").select_option(label="Ann Lee")
    page.get_by_label("A title").fill("<b>The lamp</b>")
    page.get_by_role("button", name="Store it without personal data").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("<b>The lamp</b>")
    expect(page).to_have_url(re.compile("/review/[0-9a-f-]{36}$"))
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".mood-curve")).to_have_count(0)
    expect(page.locator("#turn-1 .marked-sentence")).to_have_attribute("data-labels", "apologize")
    expect(page.get_by_role("heading", name="Scorecard")).to_be_visible()
    expect(page.locator("#turn-2")).to_contain_text("<script>alert(1)</script>")
    assert violations(page) == []
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/imported-{width}.png", full_page=True)
