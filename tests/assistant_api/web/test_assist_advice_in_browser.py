"""The advice beside a draft in Assist: how much of it, what comes first, what is put aside, what one wording mends."""

import pytest
from played_check import ALWAYS, BAD, COLD, GOOD, IDLE, checked, draft, report
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e

TEXT = f"{BAD} it is late. Please {COLD} that we {ALWAYS} try."


def popover(page):
    return page.locator("#popover")


def mark(page, words):
    return page.locator("#backdrop .underline").filter(has_text=words)


def test_what_was_put_aside_stays_so_for_this_draft_and_can_be_shown_again(assist):
    checked(assist, TEXT, 20)
    assist.keyboard.press("F8")
    expect(popover(assist).get_by_role("button", name="Use it")).to_be_focused()
    assist.keyboard.press("Tab")
    assist.keyboard.press("Enter")
    expect(mark(assist, BAD)).to_have_count(0)
    expect(assist.locator("#advice")).not_to_contain_text("Weak apology")
    expect(assist.locator("#advice-aside")).to_contain_text("1 put aside.")
    checked(assist, f"{TEXT} Yours, Tom", 20)
    expect(mark(assist, BAD)).to_have_count(0)
    assist.reload()
    expect(assist.locator("#advice-aside")).to_contain_text("1 put aside.")
    expect(mark(assist, BAD)).to_have_count(0)
    assist.get_by_role("button", name="Show again").click()
    expect(mark(assist, BAD)).to_have_count(1)
    assist.locator("#advice").get_by_role("button", name="Not now: Weak apology").click()
    expect(mark(assist, BAD)).to_have_count(0)
    # Another draft begins without it.
    assist.get_by_role("button", name="Clear").click()
    checked(assist, TEXT, 20)
    expect(mark(assist, BAD)).to_have_count(1)


def test_at_most_three_pieces_are_shown_unless_the_agent_wants_all(assist):
    checked(assist, f"{TEXT} It is {IDLE}{IDLE}so.", 20)
    items = assist.locator("#advice > li")
    expect(items).to_have_count(3)
    # The weightiest first.
    expect(items.locator(".chip").nth(0)).to_have_text("Weak apology")
    expect(items.locator(".chip").nth(1)).to_have_text("Absolute")
    expect(assist.locator("#advice-more")).to_have_text("3 lighter points after these.")
    # What is beyond the three is marked all the same, and counted once.
    expect(assist.locator("#backdrop .underline")).to_have_count(5)
    expect(assist.locator("#announcer")).to_contain_text("5 marks")
    expect(assist.locator("#sentences-gist")).to_have_text("1 sentence, 5 marks")
    assist.get_by_label("All", exact=True).check()
    expect(items).to_have_count(6)
    expect(items.last).to_contain_text("Missing: Resolve")
    expect(assist.locator("#backdrop .underline")).to_have_count(5)
    assist.reload()
    expect(items).to_have_count(6)


def test_what_is_mended_makes_room_for_the_next(assist):
    checked(assist, f"{TEXT} It is {IDLE}so.", 20)
    expect(assist.locator("#advice")).not_to_contain_text("Filler")
    draft(assist).press("Control+Enter")
    expect(assist.locator("#advice")).to_contain_text("Filler")


def test_the_reason_stays_open_in_the_list_while_the_text_goes_on(assist):
    checked(assist, TEXT, 20)
    item = assist.locator("#advice > li").first
    item.get_by_text("Why").click()
    expect(item).to_contain_text("(Handbook)")
    checked(assist, f"Hello! {TEXT}", 20)
    expect(item.locator(".why")).to_have_attribute("open", "")
    item.get_by_role("button", name=BAD, exact=True).click()
    assert assist.evaluate("[document.activeElement.selectionStart, document.activeElement.selectionEnd]") == [7, 15]


def test_two_marks_that_one_wording_mends_are_one_piece_of_advice(assist, check):
    text = f"Please {COLD} that {BAD.lower()} it is late."
    said = report(text)
    whole = next(one for one in said["suggestions"] if one["id"] == "s0") | {
        "start": 0,
        "end": len(text),
        "text": "Late.",
    }
    said["suggestions"] = [whole]
    said["findings"] = [one | {"suggestion": "s0"} for one in said["findings"]]
    said["advice"] = [{"finding": "f0", "suggestion": "s0", "weight": 30}]
    check.others = {text: said}
    checked(assist, text, 20)
    expect(assist.locator("#advice > li")).to_have_count(1)
    expect(assist.locator("#backdrop .underline")).to_have_text([COLD, BAD.lower()])
    for words in (COLD, BAD.lower()):
        assist.keyboard.press("F8")
        expect(popover(assist).locator("q")).to_have_text(words)
    assist.keyboard.press("Enter")
    expect(draft(assist)).to_have_value("Late.")
    draft(assist).press("Control+z")
    expect(assist.locator("#check-state")).to_have_text("Checked.")
    assist.locator("#advice").get_by_role("button", name="Not now").click()
    expect(assist.locator("#backdrop .underline")).to_have_count(0)


def test_putting_aside_in_the_list_goes_on_to_the_next_and_a_missing_step_stays_aside(assist):
    checked(assist, f"{GOOD} it {ALWAYS} is late.", 60)
    not_now = assist.locator("#advice").get_by_role("button", name="Not now")
    not_now.first.press("Enter")
    expect(not_now.first).to_have_accessible_name("Not now: Resolve")
    expect(assist.get_by_role("button", name="Put it in: Resolve")).to_be_focused()
    not_now.first.press("Enter")
    expect(assist.get_by_role("heading", name="Advice")).to_be_focused()
    expect(assist.locator("#advice-clear")).to_have_text("Nothing more to mend.")
    checked(assist, f"{GOOD} it {ALWAYS} is late. Tom", 60)
    expect(assist.locator("#advice-aside")).to_contain_text("2 put aside.")


def test_a_mistake_goes_by_the_codebooks_name_with_the_rules_words_beneath(assist, check):
    text = f"{BAD} it is late."
    said = report(text)
    said["findings"] = [one | {"label": "deflect", "title": "Passing the buck"} for one in said["findings"]]
    check.others = {text: said}
    checked(assist, text, 20)
    expect(assist.locator("#advice .chip-mistake")).to_have_text("Deflection")
    expect(assist.locator("#advice")).to_contain_text("Passing the buck: It leaves open whether anything went wrong.")
    expect(assist.locator("#sentences .sentence-marks .chip-mistake")).to_have_text("Deflection")
