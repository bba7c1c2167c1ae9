"""Assigning, trying, passing and the certificate in a real browser."""

from datetime import timedelta

import pytest
from fake_rasa import FAREWELL
from playwright.sync_api import expect
from served import opening, served

from assistant_api.store import now
from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def at(cast, open_page):
    """Opens a page of the application where people sign in, as somebody."""
    with served(cast.app) as address:
        yield opening(address, open_page, cast)


def today(**by):
    return (now() + timedelta(**by)).date().isoformat()


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_trainer_assigns_and_an_agent_passes(at, cast):
    desk = at("tess", "/assignments")
    desk.get_by_text("Assign something").click()
    desk.get_by_label("Title").fill("Find the parcel, keep the customer")
    desk.get_by_label("Scenario").select_option("late_parcel")
    desk.get_by_label("Level").select_option("1")
    desk.get_by_label("Pass mark").fill("1")
    desk.get_by_label("Tries").fill("2")
    desk.get_by_label("Last day").first.fill(today(days=2))
    desk.get_by_label("North").check()
    desk.get_by_label("A word to them").fill("Say what you do next, and when.")
    desk.get_by_role("button", name="Assign it").click()
    expect(desk.get_by_role("heading", name="Find the parcel, keep the customer")).to_be_visible()
    expect(desk.get_by_role("row", name="Ann Łee")).to_contain_text("Not begun")

    page = at("ann", "/practice")
    strip = page.get_by_role("region", name="Assigned to you")
    expect(strip).to_contain_text("Due by")
    strip.get_by_role("button", name="Start a try: Find the parcel").click()
    page.get_by_label("Your message").fill("I am sorry. I understand what it means to you. I will refund it.")
    page.keyboard.press("Enter")
    page.get_by_text("Answer 1.").wait_for(timeout=60_000)
    session = page.url.rsplit("/", 1)[1].split("#")[0]
    assert cast["ann"].say({"id": session}, FAREWELL).status_code == 200

    page.goto(page.url.split("/practice")[0] + "/assignments")
    mine = page.get_by_role("region", name="Yours")
    expect(mine).to_contain_text("Passed")
    expect(mine).to_contain_text("1 left")
    mine.get_by_role("link", name="Certificate: Find the parcel").click()
    expect(page.get_by_role("heading", name="Ann Łee")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as PDF").click()
    assert saved.value.suggested_filename.startswith("certificate-")

    # The trainer hears of it once she has opened the debrief.
    desk.reload()
    row = desk.get_by_role("row", name="Ann Łee")
    expect(row).to_contain_text("1 result not told yet")
    assert cast["ann"].get(f"/sessions/{session}/debrief").status_code == 200
    desk.reload()
    expect(row).to_contain_text("Passed")
    expect(row.get_by_role("link", name="certificate of Ann Łee")).to_be_visible()


def test_a_trainer_changes_and_closes(at, cast):
    made = cast["tess"].assign(tries=1)
    page = at("tess", f"/assignments/{made['id']}")
    page.get_by_text("Change it").click()
    expect(page.get_by_label("North")).to_be_checked()
    page.get_by_label("Title").fill("Stay calmer")
    page.get_by_label("Ben").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Stay calmer")).to_be_visible()
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("button", name="Open it again")).to_be_visible()
    told = cast["tess"].read(made)
    assert told["closed_at"] and told["people"] == [{"id": "ben", "name": "Ben"}]
    other = at("ann", f"/assignments/{made['id']}")
    expect(other.locator("#what")).to_contain_text("closed on")
    expect(other.get_by_role("button", name="Start a try")).to_have_count(0)


def test_what_is_wrong_in_the_form_is_told_there(at):
    page = at("tess", "/assignments")
    page.get_by_text("Assign something").click()
    expect(page.get_by_label("Level").locator("option")).to_have_count(5)
    page.get_by_role("button", name="Assign it").click()
    title = page.get_by_label("Title")
    expect(title).to_be_focused()
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description(
        "Title: expected something to read, not only spaces and control characters"
    )
    expect(page.get_by_role("alert")).to_have_count(0)
    assert violations(page) == []
    title.fill("Stay calm")
    expect(title).not_to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Title: expected")).to_have_count(0)
    page.get_by_role("button", name="Assign it").click()
    people = page.get_by_role("group", name="People")
    expect(people).to_contain_text("People: expected somebody, or a team in teams")
    expect(people.get_by_role("checkbox").first).to_be_focused()


def test_a_goal_is_set_and_celebrated_once(at, cast):
    page = at("tess", "/assignments")
    page.get_by_text("Set a goal").click()
    page.get_by_label("What", exact=True).select_option("sessions")
    page.get_by_label("Target").fill("1.5")
    page.get_by_role("button", name="Set the goal").click()
    expect(page.get_by_role("heading", name="North: 1.5 sessions for each agent")).to_be_visible()
    for _ in range(3):
        session = cast["ann"].start()
        cast["ann"].say(session, FAREWELL)
        cast.ended_ago(session["id"], hours=25)
    member = at("ann", "/assignments", reduced_motion="reduce")
    expect(member.get_by_role("status").get_by_text("You did it, together.")).to_be_visible()
    assert member.locator(".celebration").evaluate("node => getComputedStyle(node).animationName") == "none"
    expect(member.get_by_text("Reached on")).to_be_visible()
    member.reload()
    expect(member.get_by_text("Reached on")).to_be_visible()
    expect(member.get_by_text("You did it, together.")).to_have_count(0)


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def test_everybody_can_use_the_pages(at, cast, viewport):
    tess, ann = cast["tess"], cast["ann"]
    late = tess.assign(title="Overdue since yesterday", due_on=today(days=-1), pass_mark=100, tries=1, people=["ben"])
    made = tess.assign(due_on=today(days=2), tries=3)
    ann.get(f"/sessions/{ann.attempt(made)}/debrief")
    ann.attempt(late)
    tess.post("/goals", {"team": "north", "measure": "score", "target": 80})
    code = ann.read(made)["mine"]["certificate"]
    for name, path, ready in (
        ("ann", "/assignments", "#mine h3"),
        ("tess", "/assignments", "#managed h3"),
        ("ann", f"/assignments/{made['id']}", "#mine .try-list"),
        ("tess", f"/assignments/{made['id']}", "#progress table"),
        ("ann", f"/certificates/{code}", ".certificate"),
        ("ben", "/practice", ".assigned-row"),
    ):
        page = at(name, path, viewport=viewport)
        page.locator(ready).first.wait_for()
        for summary in page.locator("main details:visible > summary").all():
            summary.click()
        page.wait_for_load_state("networkidle")
        assert fits(page), (name, path)
        assert violations(page) == [], (name, path)
