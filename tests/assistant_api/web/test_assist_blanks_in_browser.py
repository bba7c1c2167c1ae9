"""Blanks in Assist: what waits for them, and the question before they are copied."""

import pytest
from played_check import GOOD, checked, draft
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e
BLANK = f"{GOOD} it is late. I will [what you do] by [time]."


@pytest.fixture
def asked(assist):
    """The page with a draft with blanks, of which the copy is asked for."""
    assist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assist.evaluate("navigator.clipboard.writeText('before')")
    checked(assist, BLANK, 60)
    assist.get_by_role("button", name="Copy reply").click()
    return assist


def dialog(page):
    return page.get_by_role("dialog", name="2 blanks still to fill")


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def test_a_step_that_waits_for_its_blank_says_so(assist):
    checked(assist, BLANK, 60)
    step = assist.locator("#steps [data-step=resolve]")
    expect(step).to_contain_text("Counts once it is filled in")
    expect(step.locator(".step-state")).to_have_text("not covered")
    assist.get_by_role("heading", name="Sentence by sentence").click()
    expect(assist.locator("#sentences")).to_contain_text("Resolve: counts once the blank is filled in.")
    checked(assist, f"{GOOD} it is late.", 60)
    expect(assist.get_by_text("Counts once it is filled in").locator("visible=true")).to_have_count(0)


def test_blanks_are_asked_about_before_they_are_copied(asked):
    expect(dialog(asked)).to_contain_text("It still says [what you do] and [time].")
    expect(dialog(asked).get_by_role("button", name="Fill in the first")).to_be_focused()
    asked.keyboard.press("Enter")
    expect(dialog(asked)).to_be_hidden()
    asked.keyboard.type("send another")
    expect(draft(asked)).to_have_value(BLANK.replace("[what you do]", "send another"))
    assert clipboard(asked) == "before"


def test_they_are_copied_all_the_same_where_the_agent_wants_it(asked):
    asked.keyboard.press("Shift+Tab")
    asked.keyboard.press("Enter")
    expect(asked.locator("#check-state")).to_have_text("Copied, with 2 blanks still to fill.")
    assert clipboard(asked) == BLANK


def test_escape_does_nothing_and_loses_nothing(asked):
    asked.keyboard.press("Escape")
    expect(dialog(asked)).to_be_hidden()
    expect(draft(asked)).to_have_value(BLANK)
    assert clipboard(asked) == "before"
    asked.keyboard.press("Alt+c")
    expect(dialog(asked)).to_be_visible()


def test_a_rewrite_with_blanks_is_put_in_to_be_filled(assist):
    checked(assist, "Sorry if it is late. I will [what you do].", 20)
    assist.get_by_role("button", name="Warmer").click()
    assist.get_by_role("button", name="Copy it").click()
    assist.get_by_role("button", name="Fill in the first").click()
    assist.keyboard.type("send another")
    expect(draft(assist)).to_have_value("I am sorry that it is late. I will send another.")


def test_a_reply_without_blanks_is_copied_at_once(assist):
    assist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    checked(assist, f"{GOOD} it is late.", 60)
    assist.get_by_role("button", name="Copy reply").click()
    expect(assist.locator("#check-state")).to_have_text("Copied.")
