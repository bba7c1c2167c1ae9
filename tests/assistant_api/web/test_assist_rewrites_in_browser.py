"""Whole rewrites in Assist: fetched when asked for, shown against the draft, used and taken back."""

import pytest
from played_check import BAD, GOOD, checked, draft, rewritten
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e

TEXT = f"{BAD} it is late. You get £40 back."


def style(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_a_rewrite_is_shown_against_the_draft_with_reasons_and_facts(assist):
    expect(style(assist, "Warmer")).to_be_disabled()
    checked(assist, TEXT, 20)
    style(assist, "Warmer").click()
    shown = assist.locator("#rewrites")
    expect(shown.locator("del")).to_have_text(BAD)
    expect(shown.locator("ins")).to_have_text(GOOD)
    expect(shown).to_contain_text("Every fact kept: £40")
    expect(shown).to_contain_text("Score 20 → 71.")
    shown.get_by_text("What was changed, and why").click()
    expect(shown).to_contain_text("Said sorry plainly.")
    expect(shown).to_contain_text("weak_apology.if")
    expect(style(assist, "Warmer")).to_have_attribute("aria-pressed", "true")
    style(assist, "More apologetic").click()
    expect(shown.locator("ins")).to_contain_text(f"{GOOD} this happened.")
    style(assist, "More apologetic").click()
    expect(shown).to_be_empty()


def test_a_rewrite_that_changes_nothing_says_so(assist):
    checked(assist, TEXT, 20)
    style(assist, "Shorter").click()
    expect(assist.locator("#rewrites")).to_contain_text("There is nothing that we would change.")
    expect(assist.get_by_role("button", name="Use this")).to_have_count(0)


@pytest.mark.parametrize("name", ["Warmer", "Shorter"])
def test_a_rewrite_that_brings_nothing_is_not_offered_and_says_what_it_leaves(assist, name):
    said = rewritten(TEXT)
    for one in said["rewrites"]:
        one |= {"text": f"{TEXT} It is so.", "score": 20}
        one["mistakes"] = [{"label": "deflect", "text": "Please contact the courier"}]
    assist.route("**/api/v1/drafts/rewrite", lambda route: route.fulfill(json=said))
    checked(assist, TEXT, 20)
    style(assist, name).click()
    shown = assist.locator("#rewrites")
    expect(shown).to_contain_text(f"“{name}” would bring nothing here: score 20 → 20.")
    expect(shown).to_contain_text("Left as it is: “Please contact the courier” (Deflection).")
    expect(assist.get_by_role("button", name="Use this")).to_have_count(0)


def test_a_shorter_reply_is_offered_at_the_same_score(assist):
    said = rewritten(TEXT)
    said["rewrites"][2] |= {"text": "Late. You get £40 back.", "score": 20}
    assist.route("**/api/v1/drafts/rewrite", lambda route: route.fulfill(json=said))
    checked(assist, TEXT, 20)
    style(assist, "Shorter").click()
    expect(assist.locator("#rewrites")).to_contain_text("Score 20 → 20.")
    expect(assist.get_by_role("button", name="Use this")).to_be_enabled()


def test_a_rewrite_is_used_by_the_agents_hand_only_and_taken_back(assist):
    checked(assist, TEXT, 20)
    style(assist, "Warmer").click()
    expect(draft(assist)).to_have_value(TEXT)
    assist.get_by_role("button", name="Use this").click()
    expect(draft(assist)).to_have_value(TEXT.replace(BAD, GOOD))
    expect(draft(assist)).to_be_focused()
    expect(assist.locator("#rewrites")).to_be_empty()
    draft(assist).press("Control+z")
    expect(draft(assist)).to_have_value(TEXT)


def test_a_rewrite_is_copied(assist):
    assist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    checked(assist, TEXT, 20)
    style(assist, "Warmer").click()
    assist.get_by_role("button", name="Copy it").click()
    expect(assist.locator("#check-state")).to_have_text("Copied.")
    assert assist.evaluate("navigator.clipboard.readText()") == TEXT.replace(BAD, GOOD)


def test_a_rewrite_of_an_older_draft_cannot_be_used(assist):
    checked(assist, TEXT, 20)
    style(assist, "Warmer").click()
    expect(assist.get_by_role("button", name="Use this")).to_be_enabled()
    checked(assist, f"{TEXT} Tom", 20)
    expect(assist.get_by_role("button", name="Use this")).to_be_disabled()
    assist.get_by_role("button", name="Rewrite it again").click()
    expect(assist.locator("#rewrites .version").last).to_contain_text("Tom")
    assist.get_by_role("button", name="Use this").click()
    expect(draft(assist)).to_have_value(f"{TEXT.replace(BAD, GOOD)} Tom")


def test_a_rewrite_that_comes_late_knows_that_the_draft_has_gone_on(assist, check):
    checked(assist, TEXT, 20)
    check.hold_rewrite = True
    style(assist, "Warmer").click()
    expect(assist.locator("#rewrites")).to_have_text("Rewriting …")
    checked(assist, f"{TEXT} Tom", 20)
    check.late_rewrite.fulfill(json=rewritten(TEXT))
    expect(assist.get_by_role("button", name="Use this")).to_be_disabled()
    expect(assist.locator("#rewrites")).to_contain_text("Your draft has changed since.")


def test_where_it_cannot_be_made_that_is_told_and_can_be_tried_again(assist, check):
    checked(assist, TEXT, 20)
    check.status = 503
    style(assist, "Warmer").click()
    alert = assist.locator("#rewrites").get_by_role("alert")
    expect(alert).to_contain_text("The recogniser is not trained")
    check.status = 200
    alert.get_by_role("button", name="Try again now").click()
    expect(assist.get_by_role("button", name="Use this")).to_be_visible()


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("", "I am sorry.", "+I am sorry."),
        ("We are sorry.", "", "-We are sorry."),
        ("It is late. 🎂", "It is late. 🎂", ""),
        ("It is very late.", "It is late.", "-very "),
        ("You get £40 by Friday.", "You get £40 today.", "-by Friday+today"),
        ("Please know that it left.", "I hope that all is well.", "-Please know that it left+I hope that all is well"),
        ("We sent £40 to you.", "I paid £40 at noon.", "-We sent+I paid-to you+at noon"),
        ("Hello,\n\nit is late.", "Hello Dana,\n\nit is on its way.", "+ Dana-late+on its way"),
    ],
)
def test_words_that_differ_are_found_and_both_texts_are_whole(assist, before, after, marked):
    pieces = assist.evaluate(
        """async (texts) => (await import("/assets/js/lib/worddiff.js")).wordDiff(...texts)""", [before, after]
    )
    assert "".join(one["text"] for one in pieces if one["kind"] != "in") == before
    assert "".join(one["text"] for one in pieces if one["kind"] != "out") == after
    assert (
        "".join({"in": "+", "out": "-"}[one["kind"]] + one["text"] for one in pieces if one["kind"] != "same") == marked
    )
