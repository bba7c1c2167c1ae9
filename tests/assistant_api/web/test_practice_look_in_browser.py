"""What the pages of practice owe their readers in every state: they fit, they can be read and used without a mouse."""

import re

import pytest
from played_practice import LEVELS, Practice, now
from playwright.sync_api import expect

from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e

STATES = {
    "/practice": ".scenario-card:not(.surprise)",
    "/practice?scenario=case_0": "#start:enabled",
    "/practice?scenario=%3F&q=nothing": "#nothing-found p",
    "/practice/easy": ".hint-sentence",
    "/practice/face": ".face-only",
    "/practice/rest": "#paused",
    "/practice/over": ".three-faces",
    "/practice/retry": ".fork",
    "/debrief/over": "#moments-title",
    "/debrief/second": "#tries-title",
    "/debrief/easy": ".still-open",
}


def level(number):
    return {key: LEVELS[number - 1][key] for key in ("number", "title", "meter")}


@pytest.fixture
def visit(site):
    """Opens a page in a state that it can have, with all that is folded open."""

    def go(page, path):
        page.unroute_all()
        practice = Practice(page)
        over = practice.ended("over")
        practice.session("easy", idle_at=now(minutes=30))
        practice.session("face", level=level(4), hints="live")
        practice.session("rest", level=level(5), paused=True)
        practice.say(practice.fork(over, 2, "second"), "A courier brings another one today.")
        practice.sessions["second"] |= {"status": "ended", "ended_at": now(), "scorecard": {"score": 74}}
        practice.fork(over, 2, "retry")
        practice.progress |= {
            "sessions": [
                {"id": "over", "scenario": {"id": "case_0", "title": "A late parcel"}, "level": 2, "blind": True}
                | {"ended_at": now(), "score": 58, "face": "neutral", "recommend": 6, "steps": {}, "rewind": True}
            ],
            "weakest": {"step": "hear", "title": "Hear", "share": 0.4},
        }
        page.goto(site + path)
        if path == "/practice/easy":
            page.get_by_role("button", name="I’m stuck").click()
        expect(page.locator(STATES[path]).first).to_be_visible()
        if (bar := page.locator("#panel-toggle:visible")).count():
            bar.click()
        page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")

    return go


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_scrolls_sideways(open_page, visit, width):
    page = open_page(viewport={"width": width, "height": 844})
    for path in STATES:
        visit(page, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_fault(open_page, visit, scheme, width):
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    faults = {}
    for path in STATES:
        visit(page, path)
        if found := violations(page):
            faults[path] = found
    assert faults == {}, "\n".join(f"{name}: {nodes}" for name, nodes in faults.items())


def test_a_turn_is_chosen_played_helped_and_taken_again_with_the_keyboard_alone(page, site):
    practice = Practice(page)
    page.goto(f"{site}/practice")
    expect(page.locator("#found")).to_have_text("12 scenarios")
    tab_to(page, page.get_by_label("Surprise me"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="A late parcel, number 0")).to_be_checked()
    tab_to(page, page.get_by_label("Level", exact=True))
    page.keyboard.press("3")
    tab_to(page, page.get_by_role("button", name="Start the conversation"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your message to the customer")).to_be_focused()
    tab_to(page, page.get_by_role("button", name="I’m stuck"))
    page.keyboard.press("Enter")
    use = page.get_by_role("button", name="Put it into the box")
    expect(use).to_be_visible()
    tab_to(page, use, "Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".message-agent[data-status=delivered]")).to_have_count(1)
    page.goto(f"{site}/practice/new")
    tab_to(page, page.get_by_role("button", name="End session"), "Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="End the session"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="See the debrief"))
    page.keyboard.press("Enter")
    expect(page.locator("#rating-title")).to_be_visible()
    tab_to(page, page.get_by_role("link", name=re.compile("^Moment 1")))
    expect(page.locator(".numbered.lit")).to_have_count(1)
    tab_to(page, page.locator("#turn-1").get_by_role("button", name="Take this turn again (turn 1)"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/practice/again$"))
    assert practice.asked[0][2]["level"] == 3


def tab_to(page, target, key="Tab"):
    for _ in range(60):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} does not reach {target}")
