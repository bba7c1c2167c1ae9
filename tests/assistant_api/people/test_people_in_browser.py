"""In a browser: the first admin comes in, invites an agent, who comes in, makes a token, and is deactivated."""

import os
import re
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from served import served
from sqlalchemy import update
from staff import PASSWORD, Staff

from assistant_api.store import now
from assistant_api.store.tables import people

sys.path.insert(0, str(Path(__file__).parents[2] / "e2e"))
from axe import violations  # noqa: E402

pytestmark = pytest.mark.e2e

LOOKS = ((1280, "light"), (390, "dark"))
SHOTS = os.environ.get("HEARD_SCREENSHOTS")


@pytest.fixture
def address(desk):
    with served(desk) as address:
        yield address


def look(page, name):
    """Nothing is amiss at either width, in either colour scheme, and nothing sticks out sideways."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(200)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{name}-{width}-{scheme}.png", full_page=True)
        assert violations(page) == [], (name, width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)
    page.set_viewport_size({"width": 1280, "height": 900})


def link_for(page):
    field = page.locator("#link-address")
    expect(field).to_be_visible()
    given = field.input_value()
    page.get_by_role("button", name="Close").last.click()
    return given


def test_from_the_first_link_to_deactivation(desk, address, page, browser):
    first = desk.extensions["heard"].people.links.make("first", timedelta(hours=1), None, None)
    page.goto(f"{address}/people")
    expect(page).to_have_url(f"{address}/sign-in?next=/people")
    look(page, "sign-in")

    page.goto(f"{address}/welcome/{first}")
    look(page, "welcome")
    page.get_by_label("Your name").fill("Ada Field")
    page.get_by_label("E-mail address").fill("ada@desk.example")
    page.get_by_label("Password", exact=True).fill("1234567890")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_label("Password", exact=True)).to_have_accessible_description(
        re.compile("Password: expected .*harder to guess")
    )
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="People", exact=True)).to_be_visible()

    page.get_by_label("A new team").fill("Lamps")
    page.get_by_role("button", name="Make the team").click()
    expect(page.locator("#teams")).to_contain_text("Lamps")
    invite = page.locator("#invite")
    invite.get_by_label("Name").fill("Amy <b>Marsh</b>")
    invite.get_by_label("E-mail address").fill("amy@desk.example")
    invite.get_by_label("Lamps").check()
    invite.get_by_role("button").click()
    expect(page.get_by_role("heading", name="An invitation for Amy")).to_be_visible()
    invitation = link_for(page)
    look(page, "people")

    hers = browser.new_page()
    hers.goto(invitation)
    expect(hers.get_by_role("heading", name="Welcome, Amy <b>Marsh</b>")).to_be_visible()
    hers.get_by_label("Password", exact=True).fill(PASSWORD)
    hers.get_by_role("button", name="Come in").click()
    expect(hers).to_have_url(f"{address}/")
    expect(hers.get_by_role("link", name="People")).to_have_count(0)
    hers.goto(invitation)
    expect(hers.get_by_role("heading", name="This link does not work")).to_be_visible()
    look(hers, "gone")
    hers.goto(f"{address}/people")
    expect(hers.get_by_role("heading", name="This is not for your role")).to_be_visible()

    hers.get_by_role("link", name="your account").click()
    expect(hers.locator("#seen")).to_contain_text("Nobody but you so far")
    expect(hers.locator("#seen")).to_contain_text("You see your results first.")
    expect(hers.locator("#seen")).to_contain_text("once you have opened the debrief, or 24 hours after the end")
    hers.get_by_label("What is it for?").fill("Widget")
    hers.get_by_role("button", name="Make a token").click()
    expect(hers.locator("#made-secret")).to_have_value(re.compile("heard_.{43}"))
    look(hers, "account")
    hers.get_by_role("button", name="Sign out").click()
    expect(hers).to_have_url(f"{address}/sign-in")
    hers.get_by_label("E-mail address").fill("amy@desk.example")
    hers.get_by_label("Password").fill("wrong")
    hers.get_by_role("button", name="Sign in").click()
    expect(hers.get_by_role("alert")).to_contain_text("do not belong together")
    hers.get_by_label("Password").fill(PASSWORD)
    hers.keyboard.press("Enter")
    expect(hers).to_have_url(f"{address}/")

    page.get_by_role("button", name="Change Amy").click()
    look(page, "change")
    page.get_by_label("May come in").uncheck()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".tag-off")).to_have_text("Deactivated")
    hers.goto(f"{address}/practice")
    expect(hers).to_have_url(f"{address}/sign-in?next=/practice")

    page.get_by_role("link", name="What was done").click()
    expect(page.locator("tbody tr").first).to_contain_text("Ada Field")
    look(page, "audit")


def test_what_a_trainer_sees(desk, address, page):
    Staff(desk)
    page.goto(f"{address}/sign-in?next=https://evil.example/")
    page.get_by_label("E-mail address").fill("tess@desk.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{address}/")
    page.get_by_role("link", name="People").click()
    expect(page.locator(".person-row")).to_have_count(2)
    expect(page.get_by_role("button", name="Change")).to_have_count(0)
    look(page, "trainer")


def test_nobody_who_has_been_here_reads_invited(app, page):
    with served(app) as address:
        page.goto(f"{address}/people")
        rows = page.locator(".person-row")
        expect(rows).to_have_count(1)
        expect(rows).to_contain_text("Here now")
        expect(page.locator(".tag")).to_have_count(0)
        invite = page.locator("#invite")
        invite.get_by_label("Name").fill("Amy")
        invite.get_by_label("E-mail address").fill("amy@desk.example")
        invite.get_by_role("button").click()
        expect(rows.filter(has_text="Amy").locator(".tag")).to_have_text("Invited")
        with app.extensions["heard"].database.writing() as connection:
            connection.execute(update(people).where(people.c.login == "amy@desk.example").values(seen_at=now()))
        page.reload()
        expect(rows.filter(has_text="Amy")).to_contain_text("Here last on")
        expect(page.locator(".tag")).to_have_count(0)
