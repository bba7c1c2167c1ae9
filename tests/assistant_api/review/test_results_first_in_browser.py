"""Results reach the trainee first, in a real browser: what a trainer reads meanwhile, what the trainee is told."""

import os
import re

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e
SHOTS = os.environ.get("REVIEW_SHOTS")
LATEST = re.compile(r"Shown from .+ \d\d:\d\d at the latest")


@pytest.fixture
def unseen(cast):
    """A session of Ann's, who has not opened its debrief."""
    return cast["ann"].played("I am sorry. It is our policy.", "I understand. I will refund it.")


def shot(page, name):
    if SHOTS:
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True)


def test_a_trainer_reads_the_words_and_until_when_the_rest_is_held_back(at, cast, unseen):
    page = at("tess", "/review")
    row = page.locator(".session-row")
    expect(row.locator(".session-held strong")).to_have_text("Not yet seen by Ann Lee")
    expect(row).to_contain_text(LATEST)
    expect(row).not_to_contain_text("of 100")
    expect(row.locator(".outcome")).to_have_text("Ended")
    expect(row.get_by_role("link", name="Debrief")).to_have_count(0)
    assert violations(page) == []
    shot(page, "list")
    row.locator(".session-link").click()
    card = page.get_by_role("region", name="How it went")
    expect(card).to_contain_text("Not yet seen by Ann Lee.")
    expect(card).to_contain_text(LATEST)
    expect(page.locator("#turn-1-s2")).to_contain_text("It is our policy.")
    expect(page.locator("#turn-1-s2 .label, #turn-1-s2 .chip").first).to_be_visible()
    for gone in (".score-figure", ".mood-beside", ".ledger", "[data-act=overrule]"):
        expect(page.locator(gone)).to_have_count(0)
    expect(page.get_by_role("link", name="Read the debrief")).to_have_count(0)
    expect(page.locator("[data-act=comment]").first).to_be_visible()
    assert violations(page) == []
    shot(page, "session")
    page = at("tess", f"/debrief/{unseen}")
    expect(page.get_by_role("heading", name="Results reach the trainee first")).to_be_visible()
    expect(page.locator("#debrief-body")).to_contain_text("Ann Lee sees first how this session went.")
    shot(page, "debrief-held")
    page.get_by_role("link", name="Read what was said").click()
    expect(page.get_by_role("region", name="How it went")).to_be_visible()


def test_the_trainee_is_told_who_sees_what_and_opens_it_by_the_debrief_alone(at, cast, unseen):
    ann = at("ann", f"/practice/{unseen}")
    told = ann.locator("#ending .seen-first")
    expect(told).to_contain_text(
        "How it went is yours alone for now. Your trainer (Tess Trainer) and the admins read what"
    )
    expect(told).to_contain_text("once you have opened the debrief, or from")
    expect(ann.locator("#ending .three-faces")).to_be_visible()
    shot(ann, "ending")
    assert cast["tess"].review(unseen)["held_back"] is True
    ann.get_by_role("link", name="See the debrief").click()
    expect(ann.locator(".seen-first")).to_have_text(
        "Your trainer (Tess Trainer) and the admins see how it went, as you do."
    )
    shot(ann, "debrief")
    tess = at("tess", f"/review/{unseen}")
    expect(tess.locator(".score-figure").first).to_be_visible()
    tess.get_by_role("link", name="Read the debrief").click()
    expect(tess.locator("#rating-title")).to_be_visible()
    expect(tess.locator(".seen-first")).to_have_count(0)
    ann.goto(ann.url.replace("/debrief/", "/practice/"))
    expect(ann.locator("#ending .seen-first")).to_contain_text("see how it went, as you do.")


def test_the_filters_say_what_they_leave_out_to_trainers_alone(at, cast, unseen):
    page = at("tess", "/review?score_from=0")
    expect(page.get_by_role("heading", name="No session fits")).to_be_visible()
    expect(page.locator("#filters")).to_contain_text("leave aside what a trainee has not seen yet")
    shot(page, "filters")
    own = at("ann", "/review?score_from=0")
    expect(own.locator(".session-row")).to_have_count(1)
    expect(own.locator("#filters")).not_to_contain_text("has not seen yet")
