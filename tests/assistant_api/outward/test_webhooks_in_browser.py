"""The page of webhooks: one made, told something, looked at, sent again, rested, removed; and it can be read."""

import re

import pytest
from playwright.sync_api import expect
from served import served

from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e


@pytest.fixture
def site(app):
    with served(app) as address:
        yield address


def test_from_making_to_removing(page, site, outward, receiver):
    page.goto(f"{site}/webhooks")
    expect(page.get_by_text("Nothing is sent anywhere yet.")).to_be_visible()
    page.get_by_label("Address").fill("http://desk.example/")
    page.get_by_role("button", name="Make the webhook").click()
    expect(page.get_by_label("Address")).to_be_focused()
    expect(page.get_by_label("Address")).to_have_accessible_description(
        re.compile("are refused. Address: expected an address https://")
    )
    page.get_by_label("Address").fill(f"{receiver.url}/hook")
    page.get_by_role("button", name="Make the webhook").click()
    assert page.get_by_label("The secret").input_value().startswith("whsec_")
    receiver.answers = [500]
    outward.notify("dispute.opened", {})
    outward.sender.send_due()
    page.get_by_text(f"Deliveries to {receiver.url}/hook").click()
    expect(page.get_by_role("cell", name="It answered 500.")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Send again delivery 1").click()
    expect(page.locator("#announcer")).to_have_text("It is sent again")
    assert outward.sender.send_due() == 1
    page.get_by_role("button", name=f"Let it rest {receiver.url}/hook").click()
    expect(page.get_by_text("Resting", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_label("The secret")).to_have_count(0)
    page.get_by_role("button", name=f"Remove {receiver.url}/hook").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("Nothing is sent anywhere yet.")).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_it_can_be_read(open_page, site, outward, width, scheme):
    outward.webhooks.add("7" * 36, "https://desk.example/" + "long" * 40, "whsec_x", ["dispute.opened"])
    outward.notify("dispute.opened", {})
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{site}/people")
    page.get_by_role("link", name="Webhooks").click()
    page.get_by_text("Deliveries to").click()
    expect(page.get_by_role("cell", name="dispute.opened")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
