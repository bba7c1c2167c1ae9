"""Assist in each of its states: axe finds no fault, nothing scrolls sideways, a thumb can press every button."""

import pytest
from played_check import ALWAYS, BAD, COLD, IDLE, checked, draft, message, unjudged
from playwright.sync_api import expect

from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e

MESSAGE = "This is ridiculous. Order #4711 never came, I want my money back."
TEXT = f"{BAD} it is late. Please {COLD} that we {ALWAYS} try. It is {IDLE}so. You get £40 back by [day]."
GERMAN = "Das tut mir leid."
THUMB = 40
"""Pixels; WCAG 2.2 asks for 24."""


def empty(page, check):
    pass


def advised(page, check):
    message(page).fill(MESSAGE)
    checked(page, TEXT, 20)


def reason(page, check):
    advised(page, check)
    draft(page).press("F8")
    page.locator("#popover").get_by_text("Why").click()


def rewritten(page, check):
    advised(page, check)
    draft(page).press("Control+Enter")
    page.get_by_role("button", name="More apologetic", exact=True).click()
    expect(page.get_by_role("button", name="Use this")).to_be_visible()
    page.get_by_role("button", name="Compare with where I started").click()
    page.get_by_role("button", name="Order #4711").click()
    page.locator("#advice").get_by_role("button", name="Not now").first.click()


def not_judged(page, check):
    check.others = {GERMAN: unjudged("de", "German", 0.97)}
    draft(page).fill(GERMAN)
    expect(page.locator("#advice-empty")).to_contain_text("German")


def refused(page, check):
    check.status = 503
    draft(page).fill(TEXT)
    expect(page.get_by_role("alert")).to_be_visible()


def templates(page, check):
    advised(page, check)
    page.get_by_role("button", name="Templates").click()
    page.get_by_role("button", name="Delete: A late delivery").click()
    page.get_by_role("button", name="Rename: It arrived broken").click()


STATES = [empty, advised, reason, rewritten, not_judged, refused, templates]


def go(page, site, played, state):
    check = played(page)
    page.goto(f"{site}/assist")
    expect(page.locator("#advice-empty")).not_to_be_empty()
    # Folded parts as well.
    page.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))")
    state(page, check)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_no_fault(open_page, site, played, state, scheme, width):
    page = open_page(viewport={"width": width, "height": 850}, color_scheme=scheme, reduced_motion="reduce")
    go(page, site, played, state)
    assert violations(page) == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_on_a_telephone_nothing_scrolls_sideways_and_a_thumb_can_press_it(open_page, site, played, state):
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    go(page, site, played, state)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    small = page.evaluate(
        """least => [...document.querySelectorAll("main button:not(.link-button), dialog[open] button")]
            .filter((each) => each.offsetParent && each.getBoundingClientRect().height < least)
            .map((each) => each.textContent)""",
        THUMB,
    )
    assert small == []


def test_on_a_telephone_text_comes_first_then_advice_then_the_rest(open_page, site, played):
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    go(page, site, played, advised)
    tops = [
        page.locator(part).bounding_box()["y"] for part in ("#customer", "#draft", "#steps", "#advice", "#rewrites")
    ]
    assert tops == sorted(tops)
    # What is pressed most stays in reach while the draft is in sight.
    draft(page).fill(TEXT * 12)
    page.evaluate("scrollTo(0, document.querySelector('#draft').offsetTop + 200)")
    expect(page.get_by_role("button", name="Copy reply")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Next mark")).to_be_in_viewport()


def test_on_a_telephone_no_name_of_a_tone_is_broken(open_page, site, played):
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    go(page, site, played, advised)
    longest = page.locator(".tone-name").first
    lines = longest.evaluate(
        """name => {
            name.textContent = "Concreteness";
            const range = document.createRange();
            range.selectNodeContents(name);
            return range.getClientRects().length;
        }"""
    )
    assert lines == 1


def test_bars_do_not_move_for_those_who_want_no_motion(open_page, site, played):
    page = open_page(reduced_motion="reduce")
    go(page, site, played, advised)
    for moving in (".tone-bar i", ".lamp"):
        assert page.locator(moving).first.evaluate("node => getComputedStyle(node).transitionDuration") == "0s"


def test_a_mark_far_down_is_brought_into_sight_with_its_reason(open_page, site, played):
    page = open_page(viewport={"width": 1280, "height": 700})
    go(page, site, played, empty)
    checked(page, "It will be all right.\n" * 60 + f"{BAD} it is late.", 20)
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("F8")
    expect(page.locator("#backdrop .underline")).to_be_in_viewport()
    expect(page.locator("#popover").get_by_role("button", name="Use it")).to_be_in_viewport()
