"""Exports from the pages: of a session, of the list as it is filtered, of a person."""

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e


def fetched(cast, name, page, form):
    """What the link leads to; browsers leave a test's headers out of downloads, so it is asked for beside the page."""
    address = page.locator(".export-menu[open]").get_by_role("link", name=form, exact=True).get_attribute("href")
    answer = cast[name].client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.data


def test_a_session_is_taken_along_by_key(cast, at, ended):
    page = at("ann", f"/review/{ended}", viewport={"width": 390, "height": 900})
    menu = page.locator(".export-menu summary")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="XLSX", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
    assert fetched(cast, "ann", page, "PDF").startswith(b"%PDF-")
    menu.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="XLSX", exact=True)).to_be_hidden()


def test_a_list_is_taken_along_as_it_is_filtered(at, ended):
    page = at("tess", "/review?level=3")
    page.locator("#list-export summary").click()
    link = page.locator("#list-export").get_by_role("link", name="CSV", exact=True)
    assert link.get_attribute("href") == "/api/v1/exports/sessions.csv?level=3"


def test_a_person_is_taken_along_by_their_trainer(cast, at, ended):
    page = at("tess", "/people")
    page.locator("summary", has_text="Export the sessions of Ann Lee").click()
    assert violations(page) == []
    assert ended in fetched(cast, "tess", page, "CSV").decode("utf-8-sig")
