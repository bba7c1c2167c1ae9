"""Assist in a real browser: writing, checking, and what happens when the check is late or cannot be made."""

import pytest
from played_check import BAD, GOOD, checked, draft, score
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e


def test_a_poor_draft_is_marked_and_the_wording_raises_its_score(assist):
    checked(assist, f"{BAD} it is late.", 20)
    expect(assist.locator("#backdrop .underline")).to_have_text(BAD)
    assist.locator("#advice").get_by_role("button", name="Use it: Weak apology, Sorry if").click()
    expect(draft(assist)).to_have_value(f"{GOOD} it is late.")
    expect(draft(assist)).to_be_focused()
    expect(score(assist)).to_have_text("60")
    expect(assist.locator("#advice .chip-mistake")).to_have_count(0)
    expect(assist.locator("#announcer")).to_contain_text("Score 60 of 100")


def test_marks_lie_right_behind_an_emoji(assist):
    checked(assist, f"🎂🎂 {BAD} it is late.", 20)
    expect(assist.locator("#backdrop .underline")).to_have_text(BAD)
    draft(assist).press("Control+Enter")
    expect(draft(assist)).to_have_value(f"🎂🎂 {GOOD} it is late.")


def test_several_wordings_are_put_in_before_the_next_check_has_answered(assist, check):
    checked(assist, f"{BAD} it is late. Kindly note that {BAD.lower()} it is.", 20)
    check.hold = GOOD
    for _ in range(3):
        draft(assist).press("Control+Enter")
    expect(draft(assist)).to_have_value(f"{GOOD} it is late. please know that {GOOD} it is.")


def test_a_blank_in_a_suggestion_is_selected_to_be_typed_over(assist):
    checked(assist, f"{GOOD} it is late.", 60)
    draft(assist).press("Control+Enter")
    assist.keyboard.type("send another")
    expect(draft(assist)).to_have_value(f"{GOOD} it is late. I will send another today.")


def test_a_late_answer_to_an_older_text_is_thrown_away(assist, check):
    check.hold = BAD
    draft(assist).fill(f"{BAD} it is late.")
    expect(assist.locator("#check-state")).to_have_text("Checking …")
    draft(assist).fill(f"{GOOD} it is late.")
    expect(score(assist)).to_have_text("60")
    check.release()
    expect(assist.locator("#backdrop .underline")).to_have_count(0)
    expect(score(assist)).to_have_text("60")


def test_the_check_waits_for_a_pause(assist, check):
    assist.clock.install(time=0)
    assist.clock.pause_at(1000)
    for character in "I am sorry.":
        draft(assist).press_sequentially(character)
        assist.clock.run_for(300)
    assert check.drafts == []
    assist.clock.run_for(400)
    expect(score(assist)).to_have_text("60")
    assert check.drafts == ["I am sorry."]


def test_marks_stay_where_the_text_did_not_change(assist, check):
    checked(assist, f"{BAD} it is late.", 20)
    check.hold = "Hello"
    draft(assist).press("Home")
    draft(assist).press_sequentially("Hello! ")
    expect(assist.locator("#backdrop .underline")).to_have_text(BAD)
    # Words that were changed lose theirs at once.
    draft(assist).press("Home")
    for _ in range(len("Hello! So")):
        draft(assist).press("ArrowRight")
    draft(assist).press_sequentially("x")
    expect(assist.locator("#backdrop .underline")).to_have_count(0)


def test_a_check_that_cannot_be_made_is_told_and_made_later(assist, check):
    check.status = 503
    draft(assist).fill("I am sorry.")
    expect(assist.get_by_role("alert")).to_contain_text("Run `make train`.")
    expect(draft(assist)).to_have_value("I am sorry.")
    check.status = 200
    expect(score(assist)).to_have_text("60", timeout=15000)
    expect(assist.get_by_role("alert")).to_have_count(0)


def test_an_empty_draft_is_not_sent(assist, check):
    draft(assist).fill("   ")
    expect(assist.locator("#score")).to_contain_text("Write a few words")
    checked(assist, "I am sorry.", 60)
    assert check.drafts == ["I am sorry."]
    assist.get_by_role("button", name="Clear").click()
    expect(assist.locator("#score")).to_contain_text("Write a few words")
    expect(assist.locator("#advice-empty")).to_contain_text("Nothing changes unless you say so.")


def test_the_channel_goes_with_the_check_and_is_remembered(assist, check):
    checked(assist, "I am sorry.", 60)
    assist.get_by_label("E-mail").check()
    expect(assist.locator("#fit")).to_contain_text("A little short for email.")
    assert [asked["channel"] for asked in check.asked] == ["chat", "email"]
    assist.reload()
    expect(assist.get_by_label("E-mail")).to_be_checked()
    expect(assist.locator("#fit")).to_contain_text("A little short for email.")


def test_the_marks_lie_on_the_letters(assist):
    """The copy behind the text area breaks its lines alike, so that both grow to the same height."""
    text = "\n".join([f"{BAD} it is late, and here is a long line that has to be broken somewhere. " * 3] * 3)
    checked(assist, text, 20)
    heights = assist.evaluate(
        "[document.querySelector('#draft').scrollHeight, document.querySelector('#backdrop').offsetHeight]"
    )
    assert heights[0] == heights[1]


def test_an_unsure_sentence_has_dots_and_its_details_name_the_two_likeliest_moves(assist):
    checked(assist, "Well, I am sorry.", 60)
    expect(assist.locator("#backdrop .mark-unsure")).to_have_text("Well, I am sorry.")
    assist.get_by_role("heading", name="Sentence by sentence").click()
    sentence = assist.locator("#sentences .marked-sentence")
    sentence.locator("summary").click()
    expect(sentence.locator(".confidence")).to_contain_text("Unsure: perhaps a dismissal (34 %). Not counted.")
    expect(sentence.locator(".confidence")).to_contain_text("Unsure: perhaps blame (30 %). Not counted.")
    expect(sentence.locator(".confidence")).not_to_contain_text("Rush")
    draft(assist).fill("I am sorry.")
    expect(assist.locator("#backdrop .mark-unsure")).to_have_count(0)


def test_the_reply_is_copied_and_blanks_that_are_left_are_told(assist):
    assist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    checked(assist, "I am sorry. 🎂", 60)
    draft(assist).press("Alt+c")
    expect(assist.locator("#check-state")).to_have_text("Copied.")
    assert assist.evaluate("navigator.clipboard.readText()") == "I am sorry. 🎂"
    checked(assist, "I am sorry, [name]. It leaves on [day].", 60)
    assist.get_by_role("button", name="Copy reply").click()
    assist.get_by_role("button", name="Copy anyway").click()
    expect(assist.locator("#check-state")).to_have_text("Copied, with 2 blanks still to fill.")


def test_blanks_are_gone_through_by_key_and_by_button(assist):
    selected = "getSelection().toString()"
    expect(assist.get_by_role("button", name="Next blank")).to_be_hidden()
    checked(assist, "Hello [name], it leaves on [day].", 60)
    for blank in ("[name]", "[day]", "[name]"):
        draft(assist).press("F9")
        assert assist.evaluate(selected) == blank
    assist.get_by_role("button", name="Next blank: 2 to fill").click()
    assert assist.evaluate(selected) == "[day]"
    expect(draft(assist)).to_be_focused()
