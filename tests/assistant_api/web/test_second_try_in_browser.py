"""A turn that was taken again: both moods, both replies, and the way from one to the other."""

import pytest
from played_practice import Practice, now
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e

SECOND = "I have a courier here who brings you another one before six."


@pytest.fixture
def tries(page):
    """A session of three turns, and one that took its second turn again."""
    practice = Practice(page)
    first = practice.ended("first", texts=("I am sorry.", "It is our policy.", "Goodbye."))
    practice.say(practice.fork(first, 2, "second"), SECOND)
    practice.sessions["second"] |= {"status": "ended", "ended_at": now(), "scorecard": {"score": 74}}
    return practice


@pytest.fixture
def second(page, site, tries):
    page.goto(f"{site}/debrief/second")
    expect(page.get_by_role("heading", name="Turn 2, taken twice")).to_be_visible()
    return page


def test_both_replies_stand_beside_each_other_with_what_came_of_them(second):
    before, now_ = second.locator(".try").nth(0), second.locator(".try").nth(1)
    expect(before).to_contain_text("It is our policy.")
    expect(before.locator(".mood-tag")).to_contain_text("Angry, a little angrier")
    expect(now_).to_contain_text(SECOND)
    expect(now_.locator(".mood-tag")).to_contain_text("Angry")
    expect(now_).to_contain_text("In the end: 74 of 100.")


def test_both_curves_have_the_same_axes_differ_without_colour_and_have_a_table(second):
    figures = second.locator(".try-figure")
    expect(figures).to_have_count(2)
    for figure in figures.all():
        ticks = figure.locator(".tick")
        expect(ticks).to_have_text(["start", "turn 1", "turn 2", "turn 3"])
        dashes = [
            figure.locator(f".curve-{which}").evaluate("node => getComputedStyle(node).strokeDasharray")
            for which in ("before", "now")
        ]
        assert dashes == ["7px, 4px", "none"]
        expect(figure.locator("rect.dot-before")).to_have_count(4)
        expect(figure.locator("circle.dot-now")).to_have_count(3)
    expect(second.locator(".try-legend li")).to_have_text(["Before", "This time"])
    second.get_by_text("Both as a table").click()
    rows = second.get_by_role("region", name="Both moods").locator("tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.last.locator("td")).to_have_text(["50", "–", "40", "–"])


def test_each_try_leads_to_the_other(second):
    second.get_by_role("link", name="Its debrief").click()
    expect(second.locator("#debrief-head")).to_contain_text("You took turn 2 again.")
    second.get_by_role("link", name="See that try").click()
    expect(second.get_by_role("heading", name="Turn 2, taken twice")).to_be_visible()


def test_a_first_try_that_still_goes_on_is_gone_on_with(page, site, tries):
    tries.sessions["first"] |= {"status": "open", "ending": None, "scorecard": None}
    page.goto(f"{site}/debrief/second")
    expect(page.locator(".try").first).to_contain_text("Not ended yet.")
    expect(page.locator(".try").first.get_by_role("link", name="Go on with it")).to_have_attribute(
        "href", "/practice/first"
    )


def test_without_the_first_try_the_rest_is_there(page, site, tries):
    del tries.sessions["first"]
    page.goto(f"{site}/debrief/second")
    expect(page.get_by_role("heading", name="What the customer says")).to_be_visible()
    expect(page.locator("#tries-title")).to_have_count(0)


def test_the_first_turn_can_be_taken_again(page, site, tries):
    tries.fork(tries.sessions["first"], 1, "fresh")
    page.goto(f"{site}/practice/fresh")
    expect(page.locator(".message-customer")).to_have_count(1)
    expect(page.locator(".fork")).to_be_visible()
