"""A rule pack, a draft and a customer's message that are hostile: Assist shows them as they are, and runs nothing."""

import re

import pytest
import yaml
from hostile_text import hostile, without_braces
from playwright.sync_api import expect
from served import served
from walking import Walk

from coaching.suggestions.ruleset import active_rules

pytestmark = [pytest.mark.e2e, pytest.mark.model]
CHECKED_MS = 60_000
"""The first check waits for the recogniser to load."""
GOOD = (
    "I am so sorry that your lamp has not come; three weeks in the dark must be tiring. I have refunded it today and I "
    "will ring the courier myself by noon to find out why it was lost, so that it does not happen again."
)
"""Says nearly all that there is to say, so that little other advice stands before the rule's."""
PACK = {
    **{key: without_braces(f"pack.{key}") for key in ("title", "message", "why", "source")},
    "rules": [
        {
            "id": "ticket",
            "note": without_braces("pack.note"),
            "words": ["your ticket"],
            "replaces": "words",
            "replace": [without_braces("pack.replace")],
            "severity": "high",
            "fires": ["I have read your ticket.", "Your ticket is with me."],
            "quiet": ["The tickets are sold out.", "Your train ticket is valid."],
        }
    ],
}


@pytest.fixture
def own_rules(tmp_path, monkeypatch):
    (tmp_path / "house.yml").write_text(yaml.safe_dump(PACK, allow_unicode=True), "utf-8")
    monkeypatch.setenv("HEARD_RULES", str(tmp_path))
    active_rules.cache_clear()
    yield
    active_rules.cache_clear()


def test_hostile_rules_are_read(own_rules, app, page):
    with served(app) as address:
        walk = Walk(address)
        walk.watch(page, "alone")
        page.goto(f"{address}/assist")
        page.get_by_label("Customer’s message").fill(f"My lamp has not come. {hostile('customer')}")
        draft = page.get_by_label("Your reply")
        draft.fill(f"{GOOD} I have read your ticket. {hostile('draft')}")
        expect(page.locator("#backdrop .underline").first).to_be_visible(timeout=CHECKED_MS)
        walk.look(page, "alone", "checked")
        draft.press("Control+Home")
        page.keyboard.press("F8")
        expect(page.locator("#popover")).to_be_visible()
        walk.unfold(page)
        walk.look(page, "alone", "explained")
        page.keyboard.press("Enter")
        expect(draft).not_to_have_value(re.compile("your ticket"))
        walk.settle(page)
        walk.look(page, "alone", "replaced")
    assert walk.amiss == []
    assert {"pack.message", "pack.why", "pack.replace", "draft", "customer"} <= walk.shown
