"""Assist with a draft that is not English; the check is played by the test."""

import pytest
from played_check import checked, draft, score, unjudged
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e

SAID = "This looks like German (97 % sure). We can only read English, so nothing is judged."
GERMAN = "Das tut mir leid."
FRENCH = "Merci beaucoup à vous."


@pytest.fixture(autouse=True)
def languages(check):
    check.others = {GERMAN: unjudged("de", "German", 0.972), FRENCH: unjudged("fr", "French", 0.41)}


def test_the_language_is_said_in_place_of_advice_and_read_aloud(assist):
    draft(assist).fill(GERMAN)
    expect(assist.locator("#advice-empty")).to_have_text(SAID)
    expect(assist.locator("#announcer")).to_have_text(SAID)
    expect(assist.locator("#announcer")).to_have_attribute("role", "status")
    expect(assist.locator("#score")).to_have_text("Not judged.")
    expect(assist.locator("#sentiment")).to_contain_text("Not judged.")
    for part in ("tone", "fit", "sentences", "reaction"):
        expect(assist.locator(f"#{part}-gist")).to_have_text("Not judged")
    for gone in ("#steps", "#advice", "#account"):
        expect(assist.locator(gone)).to_be_hidden()
    expect(assist.locator("#report")).to_have_attribute("aria-busy", "false")


def test_what_an_english_draft_had_goes_and_comes_back(assist):
    checked(assist, "Sorry if that was late.", 20)
    draft(assist).fill(GERMAN)
    expect(assist.locator("#advice-empty")).to_have_text(SAID)
    expect(assist.locator("#backdrop mark")).to_have_count(0)
    expect(assist.get_by_role("button", name="Next mark")).to_be_disabled()
    draft(assist).press("Control+Enter")
    expect(draft(assist)).to_have_value(GERMAN)
    checked(assist, "Sorry about this.", 60)
    expect(assist.locator("#steps")).to_be_visible()
    draft(assist).fill(GERMAN)
    expect(assist.locator("#advice-empty")).to_have_text(SAID)
    draft(assist).fill("")
    expect(assist.locator("#steps")).to_be_visible()
    expect(score(assist)).to_have_count(0)
    expect(assist.locator("#advice-empty")).to_contain_text("What hurts is underlined as you write")


def test_a_guess_is_told_as_one(assist):
    draft(assist).fill(FRENCH)
    expect(assist.locator("#advice-empty")).to_contain_text("does not look like English; it may be French (41 % sure).")
