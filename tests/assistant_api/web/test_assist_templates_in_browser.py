"""The agent's templates in Assist: they are put in, saved, renamed, deleted and brought back, all in the browser."""

import pytest
from played_check import draft
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e


@pytest.fixture
def window(assist):
    return assist.get_by_role("dialog", name="Templates")


def row(window, name):
    return window.get_by_role("listitem").filter(has=window.page.get_by_role("heading", name=name, exact=True))


def open_window(page):
    page.get_by_role("button", name="Templates").click()


def test_a_template_is_put_in_with_its_first_blank_selected(assist, window):
    open_window(assist)
    row(window, "A late delivery").get_by_role("button", name="Insert").click()
    expect(window).to_be_hidden()
    assert draft(assist).input_value().startswith("Hello [name],")
    assist.keyboard.type("Dana")
    assert draft(assist).input_value().startswith("Hello Dana,")
    draft(assist).press("F9")
    assert assist.evaluate("getSelection().toString()") == "[item]"
    draft(assist).press("Control+z")
    draft(assist).press("Control+z")
    expect(draft(assist)).to_have_value("")


def test_in_a_draft_it_goes_where_the_caret_is(assist, window):
    draft(assist).fill("Before. After.")
    for _ in "After.":
        draft(assist).press("ArrowLeft")
    open_window(assist)
    row(window, "A no, and what we can do").get_by_role("button", name="Insert").click()
    written = draft(assist).input_value()
    assert written.startswith("Before. Hello [name],") and written.endswith("[your name]After.")


def test_a_draft_becomes_a_template_that_outlives_a_reload(assist, window):
    open_window(assist)
    expect(window.get_by_label("Save this draft as a template")).to_be_hidden()
    assist.keyboard.press("Escape")
    draft(assist).fill("Good morning [name]!")
    open_window(assist)
    window.get_by_label("Save this draft as a template").fill("Morning")
    assist.keyboard.press("Enter")
    expect(window.get_by_role("status")).to_have_text("Saved.")
    assist.reload()
    open_window(assist)
    expect(row(window, "Morning")).to_contain_text("Good morning [name]!")


def test_a_template_is_renamed_or_keeps_its_name(assist, window):
    open_window(assist)
    row(window, "It arrived broken").get_by_role("button", name="Rename").click()
    assist.keyboard.type("Broken")
    assist.keyboard.press("Enter")
    expect(row(window, "Broken")).to_be_visible()
    expect(row(window, "It arrived broken")).to_have_count(0)
    row(window, "Broken").get_by_role("button", name="Rename").click()
    assist.keyboard.type("Something else")
    assist.keyboard.press("Escape")
    expect(row(window, "Broken").get_by_role("button", name="Insert")).to_be_focused()
    expect(window).to_be_visible()


def test_a_deleted_template_can_be_brought_back_to_its_place(assist, window):
    open_window(assist)
    names = window.get_by_role("heading", level=3).all_text_contents()
    row(window, names[1]).get_by_role("button", name="Delete").click()
    expect(row(window, names[1])).to_have_count(0)
    expect(window.get_by_role("button", name="Bring it back")).to_be_focused()
    assist.keyboard.press("Enter")
    expect(window.get_by_role("heading", level=3)).to_have_text(names)
    expect(window.get_by_role("status")).to_contain_text("is back.")
    for name in names:
        row(window, name).get_by_role("button", name="Delete").click()
    expect(window).to_contain_text("None left.")
    assist.reload()
    open_window(assist)
    expect(window).to_contain_text("None left.")


def test_what_another_tab_changes_is_seen(assist, window, played):
    other = assist.context.new_page()
    played(other)
    other.goto(assist.url)
    draft(other).fill("From the other tab")
    open_window(assist)
    open_window(other)
    other.get_by_label("Save this draft as a template").fill("Other")
    other.keyboard.press("Enter")
    expect(row(window, "Other")).to_be_visible()
