"""A person plays a session to its end and reads it; another mends a draft. Nothing is played by the tests."""

import re

import pytest
from playwright.sync_api import expect
from talking import delivered, say

pytestmark = [pytest.mark.e2e, pytest.mark.rasa]

SORRY = "We are sorry that it did not come on Tuesday."
HEARD = "So the telescope was promised for Tuesday and still has not come, is that right?"
FELT = "I can imagine how worried you are with the birthday on Saturday."
POLICY = "As per our policy, delivery dates are not guaranteed."


def test_a_session_is_played_looked_back_at_and_taken_again(chat):
    say(chat, f"{SORRY} {HEARD}")
    for step in ("apologize", "hear"):
        expect(chat.locator(f"#steps [data-step={step}]")).to_contain_text("done")
    calmer = anger(chat)
    say(chat, POLICY)
    assert anger(chat) > calmer
    say(chat, FELT)
    expect(delivered(chat)).to_have_count(3)

    chat.get_by_role("button", name="End session").click()
    chat.get_by_role("button", name="End the session").click()
    expect(chat.locator("#ending")).to_be_visible(timeout=60000)
    expect(chat.locator(".score-figure strong")).to_have_text(re.compile(r"^\d+$"))
    expect(chat.locator(".three-faces .chosen")).to_be_visible(timeout=60000)
    chat.get_by_role("link", name="See the debrief").click()
    expect(chat.locator(".score-mistakes")).to_contain_text(POLICY)
    expect(chat.locator(".moment-list")).to_contain_text(POLICY)
    expect(chat.locator(".advice").first).to_be_visible()

    expect(sentence(chat, SORRY)).to_have_attribute("data-labels", re.compile("apologize"))
    expect(sentence(chat, HEARD)).to_have_attribute("data-labels", re.compile("hear"))
    expect(sentence(chat, FELT)).to_have_attribute("data-labels", re.compile("empathize"))
    expect(sentence(chat.locator("#turn-2"), POLICY).locator("mark.mark-mistake")).to_be_visible()
    chat.locator(".score-mistakes").get_by_role("link", name="turn 2").click()
    expect(chat.locator("#turn-2")).to_be_focused()

    chat.locator("#turn-2").get_by_role("button", name="Take this turn again").click()
    expect(chat.locator(".fork")).to_be_visible()
    say(chat, FELT)
    chat.get_by_role("button", name="End session").click()
    chat.get_by_role("button", name="End the session").click()
    chat.get_by_role("link", name="See the debrief").click()
    expect(chat.get_by_role("heading", name="Turn 2, taken twice")).to_be_visible()
    expect(chat.locator(".try").nth(0)).to_contain_text(POLICY)
    expect(chat.locator(".try").nth(1)).to_contain_text(FELT)

    chat.get_by_role("link", name="All sessions").click()
    expect(chat.locator(".session-row").first).to_contain_text("of 100")


def test_a_poor_draft_is_mended_by_a_suggestion(page, stack):
    page.goto(f"{stack.address}/assist")
    page.get_by_label("Customer’s message").fill("My telescope is three days late and the birthday is on Saturday!")
    draft = page.get_by_label("Your reply")
    draft.fill("We apologise for any inconvenience caused. As per our policy you have to wait.")
    score = page.locator("#score strong")
    expect(score).to_be_visible(timeout=60000)
    before = int(score.inner_text())
    expect(page.locator("#advice")).to_contain_text("As per our policy")
    page.locator("#advice .use").first.click()
    expect(draft).not_to_have_value("We apologise for any inconvenience caused. As per our policy you have to wait.")
    expect(page.locator("#check-state")).to_have_text("Checked.", timeout=60000)
    expect(score).not_to_have_text(str(before))
    assert int(score.inner_text()) > before


def anger(page):
    return int(page.locator("#mood [role=meter][aria-label=Anger]").get_attribute("aria-valuenow"))


def sentence(within, text):
    return within.locator(".marked-sentence").filter(has_text=text)
