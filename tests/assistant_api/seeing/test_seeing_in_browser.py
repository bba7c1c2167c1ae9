"""Insight and calibration in a real browser: charts with tables, choosing whom, rating by keys, undo, correcting."""

import os

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e
SHOTS = os.environ.get("SEEING_SHOTS")
SIZES = ((1280, 900), (390, 844))


def practised(cohort):
    for number in range(24):
        who, title = ("ann", "abe", "ann")[number % 3], ("A late parcel", "Cold soup", "The double charge")[number % 3]
        cohort.add(
            who,
            35 + number * 2,
            days=50 - 2 * number,
            title=title,
            level=1 + number % 4,
            hear=min(1.0, 0.2 + number / 30),
            empathize=0.9,
            anger=(number % 5) / 5,
            face=("bad", "neutral", "good")[number % 3],
            recommend=number % 11,
            mistakes={"blame": 2, "rush": 1} if number % 2 else {"policy": 1},
            first_response_seconds=20.0 * number,
        )


def looked_at(page, name, width):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True)


def test_ones_own_insight_says_who_sees_it_and_has_tables(at, cohort):
    practised(cohort)
    page = at("ann", "/insight")
    expect(page.get_by_role("heading", name="Who sees this")).to_be_visible()
    expect(page.locator("#insight")).to_contain_text("Besides you: Ada, Tess Trainer, Tom Trainer.")
    expect(page.get_by_label("Whose", exact=True)).to_have_count(0)
    charts = page.locator(".chart")
    expect(charts).to_have_count(11)
    for number in range(charts.count()):
        one = charts.nth(number)
        expect(one.locator(".chart-n")).to_contain_text("n = ")
        assert one.locator("svg[role=img]").get_attribute("aria-label")
        one.get_by_text("The same as a table").click()
        expect(one.locator("table tbody tr").first).to_be_visible()
    page.get_by_label("Pass mark", exact=True).fill("50")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#reach")).to_contain_text("reached 50 points")
    assert "mark=50" in page.url
    page.go_back()
    expect(page.locator("#reach")).to_contain_text("reached 70 points")
    assert violations(page) == []


def test_a_trainer_chooses_a_team_or_a_person_and_hears_what_is_held_back(at, cohort):
    practised(cohort)
    cohort.add("ann", days=0, opened=False)
    page = at("tess", "/insight")
    expect(page.get_by_role("heading", name="Nothing to draw yet")).to_be_visible()
    page.get_by_label("Whose", exact=True).select_option("team=north")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Insight: North")).to_be_visible()
    expect(page.locator("#insight")).to_contain_text("1 session more is not counted")
    page.get_by_label("Whose", exact=True).select_option("person=ann")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Insight: Ann Lee")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Insight: Ann Lee")).to_be_visible()
    expect(page.get_by_label("Whose", exact=True)).to_have_value("person=ann")
    page.goto(page.url.replace("ann", "bo"))
    expect(page.get_by_role("alert")).to_contain_text("There is nobody with this id.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_both_pages_look_right(at, cohort, width, height, scheme):
    practised(cohort)
    options = {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
    page = at("ada", "/insight?everybody=yes", **options)
    expect(page.locator(".chart")).to_have_count(11)
    looked_at(page, f"insight-{scheme}", width)
    assert violations(page) == []
    for name, other in (("tess", []), ("tom", ["hear"])):
        for one in cohort[name].sample(seed=5)["sentences"][:12]:
            labels = {"I am sorry.": ["apologize"], "It is our policy.": ["dismiss"]}.get(one["text"], other)
            cohort[name].rate(one["session"], turn=one["turn"], sentence=one["sentence"], labels=labels)
    page = at("tess", "/calibration?seed=5", **options)
    expect(page.locator(".rate-labels button")).to_have_count(16)
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    expect(page.locator("#sentences-done")).to_have_text("13 of 40")
    page.get_by_role("button", name="Compare now").click()
    expect(page.get_by_role("heading", name="What kappa means")).to_be_visible()
    looked_at(page, f"calibration-{scheme}", width)
    assert violations(page) == []


def test_rating_by_keys_is_kept_and_undone(at, cohort):
    session = cohort.add("ann")
    page = at("tess", "/calibration?seed=1")
    expect(page.locator("#sentences-done")).to_have_text("0 of 3")
    expect(page.get_by_role("heading", name="Sentence 1 of 3")).to_be_visible()
    first = page.locator(".rate-text").inner_text()
    page.keyboard.press("3")
    page.keyboard.press("q")
    page.keyboard.press("1")
    page.keyboard.press("1")
    expect(page.locator(".rate-labels [aria-pressed=true]")).to_have_count(2)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Sentence 2 of 3")).to_be_focused()
    expect(page.locator("#sentences-done")).to_have_text("1 of 3")
    page.keyboard.press("u")
    expect(page.locator(".rate-text")).to_have_text(first)
    expect(page.locator("#sentences-done")).to_have_text("0 of 3")
    expect(page.locator(".rate-labels [aria-pressed=true]")).to_have_count(2)
    for number in (1, 2, 3):
        expect(page.get_by_role("heading", name=f"Sentence {number} of 3")).to_be_focused()
        page.keyboard.press("Enter")
    expect(page.locator("#rate")).to_contain_text("All of these are rated")
    page.get_by_role("button", name="Whole sessions").click()
    page.get_by_label("Points, 0 to 100").fill("55")
    page.keyboard.press("Enter")
    expect(page.locator("#sessions-done")).to_have_text("1 of 1")
    page.reload()
    expect(page.locator("#sentences-done")).to_have_text("3 of 3")
    assert cohort["tess"].sample()["sessions"][0] | {"lines": []} == {
        **{"session": session, "title": "A late parcel", "customer": "Maya", "level": 3, "lines": [], "score": 55}
    }


def test_a_rating_that_differs_corrects_the_machine(at, cohort):
    session = cohort.played("ann", "It is our policy <b>here</b>.")
    cohort["tess"].rate(session, turn=1, sentence=0, labels=["dismiss"])
    page = at("tess", "/calibration")
    page.get_by_role("button", name="Compare now").click()
    one = page.locator(".differing > li")
    expect(one).to_contain_text("It is our policy <b>here</b>.")
    one.get_by_text("Correct the machine").first.click()
    one.get_by_label("Why is yours right?").fill("It refuses.")
    one.get_by_role("button", name="Correct the machine").click()
    expect(one).to_contain_text("coach corrections export")
    assert cohort["tess"].agreement()["differing"][0]["corrected"] is True
