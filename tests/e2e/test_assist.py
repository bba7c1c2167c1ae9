"""A live agent at Assist, with the real recogniser and rules: a message, a poor draft, and what becomes of it."""

import re

import pytest
from playwright.sync_api import expect
from talking import ANSWER_MS

pytestmark = [pytest.mark.e2e, pytest.mark.rasa]

MESSAGE = (
    "This is ridiculous. I ordered a lamp (order 48213) three weeks ago for my daughter's birthday on Saturday "
    "and it still isn't here. I want my £24.50 back. Maya"
)
POOR = (
    "Hello Maya,\n\nWe apologise for any inconvenience caused. Kindly note that as per our policy we cannot refund "
    "delivery fees. You should have checked the tracking page. I have sent £24.50 back to your card."
)


@pytest.fixture
def assist(page, stack):
    page.goto(f"{stack.address}/assist")
    page.get_by_label("Customer’s message").fill(MESSAGE)
    # The first check waits for the recogniser to load.
    expect(page.locator("#understood")).to_be_visible(timeout=ANSWER_MS)
    return page


def draft(page):
    return page.get_by_label("Your reply")


def score(page):
    expect(page.locator("#check-state")).to_have_text("Checked.", timeout=ANSWER_MS)
    return int(page.locator("#score strong").inner_text())


def test_the_message_is_understood_and_gives_the_first_sentence(assist):
    understood = assist.locator("#understood")
    expect(understood).to_contain_text("Angry")
    expect(understood).to_contain_text("because of ‘ridiculous’")
    understood.get_by_role("button", name="48213").click()
    expect(assist.locator("#customer-backdrop mark")).to_have_text("48213")
    assist.locator("#advice .use").first.click()
    expect(draft(assist)).not_to_have_value("")
    assert score(assist) > 0


def test_a_poor_draft_is_mended_mark_by_mark_with_two_keys(assist):
    draft(assist).fill(POOR)
    before = score(assist)
    marks = assist.locator("#backdrop .underline")
    expect(marks.first).to_be_visible()
    for _ in range(2):
        assist.keyboard.press("F8")
        expect(assist.locator("#popover")).to_be_visible()
        written = draft(assist).input_value()
        assist.keyboard.press("Enter")
        expect(draft(assist)).not_to_have_value(written)
        mended = score(assist)
    assert mended > before
    assist.get_by_role("button", name="Compare with where I started").click()
    expect(assist.locator("#compare .version").first).to_contain_text("for any inconvenience caused")
    for _ in range(2):
        draft(assist).press("Control+z")
    expect(draft(assist)).to_have_value(POOR)


def test_a_rewrite_keeps_the_amount_and_is_taken_back(assist):
    draft(assist).fill(POOR)
    before = score(assist)
    assist.get_by_role("button", name="Warmer", exact=True).click()
    expect(assist.locator("#rewrites .kept")).to_contain_text("£24.50", timeout=ANSWER_MS)
    assist.get_by_role("button", name="Use this").click()
    expect(draft(assist)).to_have_value(re.compile(re.escape("£24.50")))
    assert score(assist) > before
    draft(assist).press("Control+z")
    expect(draft(assist)).to_have_value(POOR)


def test_it_is_told_how_the_customer_would_take_it_and_how_it_sounds(assist):
    draft(assist).fill(POOR)
    score(assist)
    expect(assist.locator("#reaction-gist")).to_contain_text("angrier")
    assist.get_by_role("heading", name="How they would take it").click()
    expect(assist.locator("#reaction q").filter(has_text="You should have checked")).to_be_visible()
    assist.get_by_role("heading", name="Tone").click()
    expect(assist.get_by_role("meter", name="Empathy")).to_be_visible()
    assist.get_by_label("Social media").check()
    assist.get_by_role("heading", name="Fit for the channel").click()
    expect(assist.locator("#fit")).to_contain_text("for a public post")


def test_while_the_web_server_is_away_nothing_written_is_lost(assist, stack):
    draft(assist).fill(POOR)
    score(assist)
    stack.web.stop()
    draft(assist).press("End")
    draft(assist).press_sequentially(" Yours, Tom")
    expect(assist.get_by_role("alert")).to_contain_text("The server cannot be reached")
    expect(draft(assist)).to_have_value(f"{POOR} Yours, Tom")
    stack.start(stack.web)
    score(assist)
    expect(assist.get_by_role("alert")).to_have_count(0)
