"""Nothing that an agent wrote in Assist is lost: reloads, closed tabs, two tabs, a server that is away, clearing."""

import pytest
from played_check import BAD, GOOD, checked, draft, message, score
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e


def test_a_draft_outlives_a_reload(assist):
    message(assist).fill("Where is it?")
    checked(assist, "I am sorry.", 60)
    assist.reload()
    expect(message(assist)).to_have_value("Where is it?")
    expect(draft(assist)).to_have_value("I am sorry.")
    expect(score(assist)).to_have_text("60")


def test_a_new_tab_takes_up_what_a_closed_one_left_but_nothing_of_an_open_one(assist, played):
    draft(assist).fill("For Dana.")
    second = assist.context.new_page()
    played(second)
    second.goto(assist.url)
    expect(second.locator("#advice-empty")).to_contain_text("Nothing changes unless you say so.")
    expect(draft(second)).to_have_value("")
    draft(second).fill("For Kim.")
    # Each tab has its own again.
    assist.reload()
    expect(draft(assist)).to_have_value("For Dana.")
    second.reload()
    expect(draft(second)).to_have_value("For Kim.")
    second.close()
    third = assist.context.new_page()
    played(third)
    third.goto(assist.url)
    expect(draft(third)).to_have_value("For Kim.")


def test_a_tab_without_locks_begins_with_a_copy(assist, played):
    """Plain HTTP from another machine has none."""
    draft(assist).fill("For Dana.")
    second = assist.context.new_page()
    second.add_init_script("Object.defineProperty(navigator, 'locks', { value: undefined })")
    played(second)
    second.goto(assist.url)
    expect(draft(second)).to_have_value("For Dana.")
    draft(second).fill("For Kim.")
    second.reload()
    expect(draft(second)).to_have_value("For Kim.")
    assist.reload()
    expect(draft(assist)).to_have_value("For Dana.")


def test_undo_after_clear_brings_back_both_texts(assist):
    message(assist).fill("Where is it?")
    checked(assist, "I am sorry.", 60)
    assist.get_by_role("button", name="Clear").click()
    expect(message(assist)).to_have_value("")
    expect(draft(assist)).to_have_value("")
    assist.get_by_role("button", name="Undo").click()
    expect(message(assist)).to_have_value("Where is it?")
    expect(draft(assist)).to_have_value("I am sorry.")
    assist.get_by_role("button", name="Clear").click()
    message(assist).fill("Another case")
    draft(assist).press("Control+z")
    expect(message(assist)).to_have_value("Another case")
    expect(draft(assist)).to_have_value("I am sorry.")


def test_while_the_server_is_away_writing_goes_on(assist):
    checked(assist, f"{BAD} it is late.", 20)
    assist.context.set_offline(True)
    assist.unroute("**/api/v1/drafts/check")
    draft(assist).press("End")
    draft(assist).press_sequentially(" Yours, Tom")
    expect(assist.get_by_role("alert")).to_contain_text("The server cannot be reached")
    expect(assist.locator("#check-state")).to_have_text("Not checked. Your draft is kept in this browser.")
    # What was found before is still marked and can be mended.
    expect(assist.locator("#backdrop .underline")).to_have_text(BAD)
    draft(assist).press("Control+Enter")
    expect(draft(assist)).to_have_value(f"{GOOD} it is late. Yours, Tom")
    assist.get_by_role("button", name="Templates").click()
    expect(assist.get_by_role("dialog")).to_contain_text("A late delivery")


def test_the_first_version_is_shown_against_the_one_that_came_of_it(assist):
    checked(assist, f"{BAD} it is late.", 20)
    compare = assist.get_by_role("button", name="Compare with where I started")
    expect(compare).to_be_hidden()
    draft(assist).press("Control+Enter")
    compare.click()
    expect(assist.locator("#compare del")).to_have_text(BAD)
    expect(assist.locator("#compare ins")).to_have_text(GOOD)
    assist.reload()
    compare.click()
    expect(assist.locator("#compare .version").first).to_contain_text(f"{BAD} it is late.")
    draft(assist).press("End")
    draft(assist).press_sequentially(" Tom")
    expect(assist.locator("#compare .version").last).to_contain_text("late. Tom")
    draft(assist).fill("")
    expect(compare).to_be_hidden()
    expect(assist.locator("#compare")).to_be_hidden()


@pytest.mark.parametrize("keeps", [True, False])
def test_a_copied_reply_is_kept_for_the_team_only_where_the_page_says_so(open_page, site, played, keeps):
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sent = []
    played(page)
    about = {"keeps_drafts": keeps, "keep_drafts_days": 30}
    page.route("**/api/v1/about", lambda route: route.fulfill(json=about))
    page.route(
        "**/api/v1/drafts/keep",
        lambda route: (sent.append(route.request.post_data_json), route.fulfill(status=201, json={"id": "1"})),
    )
    page.goto(f"{site}/assist")
    message(page).fill("Where is it?")
    checked(page, "I am sorry.", 60)
    told = page.get_by_text("Your team keeps each reply that you copy, and the message it answers, for 30 days.")
    expect(told).to_be_visible(visible=keeps)
    assert sent == []
    page.get_by_role("button", name="Copy reply").click()
    expect(page.locator("#check-state")).to_have_text("Copied. Kept for your team." if keeps else "Copied.")
    assert sent == [{"draft": "I am sorry.", "customer": "Where is it?", "channel": "chat"}] * keeps
