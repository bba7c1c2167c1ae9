"""Marks in Assist: the reason at the mark, by pointer, key and touch, and what can be done there."""

import pytest
from played_check import ALWAYS, BAD, COLD, GOOD, IDLE, checked, draft
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e

TEXT = f"{BAD} it is late. Please {COLD} that we {ALWAYS} try."


def popover(page):
    return page.locator("#popover")


def mark(page, words):
    return page.locator("#backdrop .underline").filter(has_text=words)


def centre(page, words):
    """Where the pointer has to be: the mark lies behind the text area."""
    box = mark(page, words).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_pointer_on_a_mark_shows_the_reason_and_the_wording(assist):
    checked(assist, TEXT, 20)
    assist.mouse.move(*centre(assist, COLD))
    expect(popover(assist)).to_contain_text("It sounds like a form.")
    expect(popover(assist)).to_contain_text("please know")
    expect(draft(assist)).to_be_focused()
    # It stays while the pointer is on it, and goes with the pointer.
    popover(assist).hover()
    expect(popover(assist)).to_be_visible()
    assist.mouse.move(5, 5)
    expect(popover(assist)).to_be_hidden()
    # Whoever opens the reason reads it in peace.
    assist.mouse.move(*centre(assist, COLD))
    popover(assist).get_by_text("Why").click()
    expect(popover(assist)).to_contain_text("(Handbook)")
    expect(popover(assist)).to_contain_text("cold.kindly")
    assist.mouse.move(5, 5)
    assist.wait_for_timeout(500)
    expect(popover(assist)).to_be_visible()
    assist.keyboard.press("Escape")
    expect(popover(assist)).to_be_hidden()


def test_the_wording_at_the_mark_is_put_in_by_a_click(assist):
    checked(assist, TEXT, 20)
    assist.mouse.move(*centre(assist, COLD))
    popover(assist).get_by_role("button", name="Use it").click()
    expect(draft(assist)).to_have_value(TEXT.replace(COLD, "please know"))
    expect(popover(assist)).to_be_hidden()


def test_keys_go_from_mark_to_mark_in_reading_order(assist):
    checked(assist, TEXT, 20)
    for words in (BAD, COLD, ALWAYS, BAD):
        assist.keyboard.press("F8")
        expect(popover(assist).locator("q")).to_have_text(words)
        chosen = "box => box.value.slice(box.selectionStart, box.selectionEnd)"
        assert draft(assist).evaluate(chosen) == words
    assist.keyboard.press("Shift+F8")
    expect(popover(assist).locator("q")).to_have_text(ALWAYS)
    assist.keyboard.press("Alt+ArrowUp")
    expect(popover(assist).locator("q")).to_have_text(COLD)
    assist.keyboard.press("Alt+ArrowDown")
    expect(popover(assist).locator("q")).to_have_text(ALWAYS)
    expect(popover(assist).get_by_role("button", name="Use it")).to_have_count(0)
    expect(popover(assist).get_by_role("button", name="Not now")).to_be_focused()


def test_enter_uses_the_wording_and_escape_leaves_it(assist):
    checked(assist, TEXT, 20)
    assist.keyboard.press("F8")
    expect(popover(assist).get_by_role("button", name="Use it")).to_be_focused()
    assist.keyboard.press("Escape")
    expect(popover(assist)).to_be_hidden()
    expect(draft(assist)).to_be_focused()
    expect(draft(assist)).to_have_value(TEXT)
    # The words are selected, so that the agent's own go over them; the next key goes on from there.
    assert assist.evaluate("[document.activeElement.selectionStart, document.activeElement.selectionEnd]") == [0, 8]
    assist.keyboard.press("F8")
    expect(popover(assist).locator("q")).to_have_text(COLD)
    assist.keyboard.press("Enter")
    expect(draft(assist)).to_have_value(TEXT.replace(COLD, "please know"))
    expect(draft(assist)).to_be_focused()


def test_enter_in_the_text_is_a_new_line_whatever_lies_under_the_pointer(assist):
    checked(assist, TEXT, 20)
    assist.mouse.move(*centre(assist, BAD))
    expect(popover(assist)).to_be_visible()
    draft(assist).press("End")
    draft(assist).press("Enter")
    expect(draft(assist)).to_have_value(f"{TEXT}\n")


def test_a_word_too_much_is_taken_out(assist):
    checked(assist, f"It is {IDLE}late.", 60)
    assist.keyboard.press("F8")
    popover(assist).get_by_role("button", name="Take it out").press("Enter")
    expect(draft(assist)).to_have_value("It is late.")


def test_undo_takes_back_one_wording_at_a_time(assist):
    checked(assist, TEXT, 20)
    draft(assist).press("Control+Enter")
    once = TEXT.replace(BAD, GOOD)
    expect(draft(assist)).to_have_value(once)
    assist.keyboard.press("F8")
    expect(popover(assist).locator("q")).to_have_text(COLD)
    assist.keyboard.press("Enter")
    expect(draft(assist)).to_have_value(once.replace(COLD, "please know"))
    draft(assist).press("Control+z")
    expect(draft(assist)).to_have_value(once)
    assist.get_by_role("button", name="Undo").click()
    expect(draft(assist)).to_have_value(TEXT)
    draft(assist).press("Control+Shift+z")
    expect(draft(assist)).to_have_value(once)
    draft(assist).press("Control+y")
    expect(draft(assist)).to_have_value(once.replace(COLD, "please know"))


def test_undo_loses_nothing_that_was_typed_since(assist):
    checked(assist, f"{BAD} it is late.", 20)
    draft(assist).press("Control+Enter")
    draft(assist).press("End")
    draft(assist).press_sequentially(" Yours, Tom")
    expect(draft(assist)).to_have_value(f"{GOOD} it is late. Yours, Tom")
    assist.get_by_role("button", name="Undo").click()
    expect(draft(assist)).to_have_value(f"{GOOD} it is late.")
    assist.get_by_role("button", name="Undo").click()
    expect(draft(assist)).to_have_value(f"{BAD} it is late.")


def test_a_mark_is_told_when_the_caret_comes_to_it(assist):
    checked(assist, TEXT, 20)
    draft(assist).press("Home")
    draft(assist).press("ArrowRight")
    expect(assist.locator("#announcer")).to_have_text(
        f"Weak apology: {BAD}. It leaves open whether anything went wrong. Press F8 for what to do."
    )
    expect(popover(assist)).to_contain_text("Weak apology")
    draft(assist).press("End")
    expect(popover(assist)).to_be_hidden()


def test_every_mark_is_listed_in_reading_order_with_what_to_do(assist):
    assist.get_by_role("heading", name="Sentence by sentence").click()
    checked(assist, f"Please {COLD} that we {ALWAYS} try. {BAD} it is late.", 20)
    marks = assist.locator("#sentences .sentence-mark")
    expect(marks.locator("q")).to_have_text([COLD, ALWAYS, BAD])
    expect(marks.nth(2)).to_contain_text("It leaves open whether anything went wrong.")
    marks.nth(2).get_by_role("button", name="Use it").click()
    expect(draft(assist)).to_have_value(f"Please {COLD} that we {ALWAYS} try. {GOOD} it is late.")


def test_a_tap_on_a_mark_shows_the_reason_and_a_tap_beside_it_hides_it(open_page, site, played):
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    played(page)
    page.goto(f"{site}/assist")
    checked(page, TEXT, 20)
    mark(page, COLD).scroll_into_view_if_needed()
    page.touchscreen.tap(*centre(page, COLD))
    expect(popover(page)).to_contain_text("It sounds like a form.")
    popover(page).get_by_role("button", name="Use it").tap()
    expect(draft(page)).to_have_value(TEXT.replace(COLD, "please know"))
    page.touchscreen.tap(*centre(page, BAD))
    expect(popover(page)).to_contain_text("Weak apology")
    page.get_by_role("heading", name="Assist").tap()
    expect(popover(page)).to_be_hidden()
