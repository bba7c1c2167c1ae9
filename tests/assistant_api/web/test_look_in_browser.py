"""What every page owes its readers: it fits, it can be read, it says what things are."""

import pytest
from fake_rasa import FAREWELL
from playwright.sync_api import expect

from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e

PAGES = {
    "/": ".door",
    "/practice?scenario=late_parcel": "#start:enabled",
    "/practice/{open}": ".message-customer",
    "/practice/{ended}": ".three-faces",
    "/debrief/{ended}": ".scorecard",
    "/assist": "#draft",
    "/review": ".session-row",
    "/review/{ended}#turn-1": ".turn.aimed",
    "/stored": ".stored",
    "/api": ".operation",
    "/demo/helpdesk": ".message-customer",
    "/nowhere": ".error-page",
}


@pytest.fixture
def visit(site, api):
    """Opens a page of the product and waits until it is there."""
    ended = api.start()
    for text in ("I am sorry. It is our policy.", FAREWELL):
        api.say(ended, text)
    ids = {"ended": ended["id"], "open": api.start(level=1)["id"]}

    def go(page, path):
        page.goto(site + path.format(**ids))
        expect(page.locator(PAGES[path]).first).to_be_visible()

    return go


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_scrolls_sideways(open_page, visit, width):
    page = open_page(viewport={"width": width, "height": 800})
    for path in PAGES:
        visit(page, path)
        # Folded parts as well.
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(open_page, visit, scheme):
    page = open_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    faults = {}
    for path in PAGES:
        visit(page, path)
        if path != "/api":
            # There a part is like the other, and looking at them all takes long.
            page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        if found := violations(page):
            faults[path] = found
    assert faults == {}, "\n".join(f"{name}: {nodes}" for name, nodes in faults.items())


def test_dark_follows_the_system_and_the_choice_is_remembered(open_page, visit):
    page = open_page(color_scheme="dark")
    background = "getComputedStyle(document.documentElement).backgroundColor"
    visit(page, "/")
    dark = page.evaluate(background)
    assert sum(map(int, dark[4:-1].split(","))) < 150
    page.get_by_role("button", name="Colours: system").click()
    light = page.evaluate(background)
    assert light != dark
    visit(page, "/assist")
    assert page.evaluate(background) == light
    expect(page.get_by_role("button", name="Colours: light")).to_be_visible()


def test_the_shortcuts_are_listed(page, visit):
    visit(page, "/assist")
    page.locator("h1").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_contain_text("Use the first suggestion")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_nothing_is_fetched_from_elsewhere(page, visit, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        visit(page, path)
    assert {url for url in asked if not url.startswith(site)} == set()


def test_motion_is_reduced_on_request(open_page, visit):
    page = open_page(reduced_motion="reduce")
    visit(page, "/practice/{open}")
    assert page.locator("#mood .meter i").first.evaluate("node => getComputedStyle(node).transitionDuration") == "0s"
