"""Reviewing in a real browser: search, comments, overruling, disputes, keys, deep links."""

import os
import re

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import violations

pytestmark = pytest.mark.e2e
SHOTS = os.environ.get("REVIEW_SHOTS")
MARKUP = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'


def test_search_and_filters_stand_in_the_address(at, cast, ended):
    cast["ann"].played("Hello there.")
    page = at("tess", "/review")
    rows = page.locator(".session-link")
    expect(rows).to_have_count(2)
    expect(page.locator("#list-total")).to_have_text("2 sessions")
    page.keyboard.press("/")
    page.keyboard.type('"our policy"')
    expect(rows).to_have_count(1)
    expect(page.locator(".snippet .hit").first).to_have_text("our policy")
    assert "q=%22our+policy%22" in page.url
    page.get_by_text("Filters", exact=False).first.click()
    page.get_by_label("Level").select_option("5")
    expect(page.get_by_role("heading", name="No session fits")).to_be_visible()
    page.go_back()
    expect(rows).to_have_count(1)
    page.reload()
    expect(rows).to_have_count(1)
    expect(page.get_by_label("What was said")).to_have_value('"our policy"')
    page.locator(".snippet a").first.click()
    expect(page.locator("#turn-1")).to_be_focused()


def test_the_list_goes_by_keys(at, cast, ended):
    cast["ann"].played("Hello there.")
    page = at("tess", "/review")
    expect(page.locator(".session-link")).to_have_count(2)
    for key in "jjk":
        page.keyboard.press(key)
    expect(page.locator(".session-link").first).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/review/{ended}$"))


def test_a_comment_with_a_mention_is_written_edited_and_deleted_with_a_way_back(at, ended):
    page = at("tess", f"/review/{ended}#turn-1-s2")
    sentence = page.locator("#turn-1-s2")
    expect(sentence.locator("summary")).to_be_focused()
    page.keyboard.press("c")
    box = page.get_by_label("Your comment on sentence 2 of turn 1")
    expect(box).to_be_focused()
    box.press_sequentially("Look, @an")
    expect(page.get_by_role("option", name="Ann Lee")).to_be_visible()
    box.press("Enter")
    box.press_sequentially(f"policy is no reason {MARKUP}")
    box.press("Control+Enter")
    comment = sentence.locator(".comment")
    expect(comment).to_contain_text("Look, @Ann Lee policy is no reason <img")
    expect(comment.locator(".mention")).to_have_text("@Ann Lee")
    comment.get_by_role("button", name="Edit").click()
    page.get_by_label("Your comment", exact=True).fill("Shorter.")
    page.get_by_role("button", name="Save").click()
    expect(comment.locator(".comment-text")).to_have_text("Shorter.")
    page.get_by_role("button", name="Undo").click()
    expect(comment).to_contain_text("policy is no reason")
    comment.get_by_role("button", name="Delete").click()
    expect(comment).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(comment).to_contain_text("@Ann Lee")
    mine = at("ann", "/review")
    mine.get_by_role("link", name="Tess Trainer mentions you").click()
    expect(mine.locator("#turn-1-s2 .comment")).to_contain_text("policy is no reason")
    expect(mine.locator("#turn-1-s2").get_by_role("button", name="Edit")).to_have_count(0)
    assert page.evaluate("window.ran") is None and mine.evaluate("window.ran") is None


def test_a_trainer_overrules_a_label_and_a_point_and_both_numbers_are_shown(at, cast, ended):
    before = cast["ann"].review(ended)["scorecard"]["score"]
    page = at("tess", f"/review/{ended}")
    page.locator("#turn-1-s2 summary").first.focus()
    page.keyboard.press("o")
    dialog = page.get_by_role("dialog", name="What does this sentence do?")
    dialog.get_by_label("Policy as reason").uncheck()
    dialog.get_by_label("Resolve", exact=True).check()
    dialog.get_by_label("Why?").fill(f"It goes on to a remedy. {MARKUP}")
    dialog.get_by_role("button", name="Overrule").click()
    note = page.locator("#turn-1-s2 .correction")
    expect(note.locator("s .chip")).to_have_text("Policy as reason")
    expect(note).to_contain_text("Overruled by Tess Trainer")
    expect(page.locator("#turn-1-s2")).to_have_attribute("data-labels", "resolve")
    page.get_by_text("How this score is made").click()
    page.locator("tr", has_text="step: hear").get_by_role("button", name="Overrule").click()
    dialog = page.get_by_role("dialog", name="How many points is this worth?")
    dialog.get_by_label("Points").fill("9")
    dialog.get_by_label("Why?").fill("They did ask.")
    dialog.get_by_role("button", name="Overrule").click()
    expect(page.locator(".score-both s")).to_contain_text(str(before))
    now = cast["ann"].review(ended)
    expect(page.locator(".score-both strong")).to_contain_text(str(now["corrected"]["score"]))
    mine = at("ann", f"/review/{ended}")
    expect(mine.locator("#turn-1-s2 .correction")).to_contain_text("It goes on to a remedy.")
    expect(mine.locator(".score-both s")).to_contain_text(str(before))
    expect(mine.get_by_role("button", name="Overrule")).to_have_count(0)
    note.get_by_role("button", name="Withdraw").click()
    expect(note).to_have_count(0)
    page.locator(".points .correction").get_by_role("button", name="Withdraw").click()
    expect(page.locator(".score-both")).to_have_count(0)
    expect(page.locator(".score-figure strong")).to_have_text(str(before))
    assert page.evaluate("window.ran") is None and mine.evaluate("window.ran") is None


def test_a_dispute_is_opened_once_and_answered(at, ended):
    mine = at("ann", f"/review/{ended}")
    mine.get_by_text("I see it differently").click()
    mine.get_by_label("What is it about?").select_option("1")
    mine.get_by_label("What do you see differently, and why?").fill("The policy was asked for.")
    mine.get_by_role("button", name="Send it to a trainer").click()
    expect(mine.locator("#dispute")).to_contain_text("Waiting for an answer")
    expect(mine.get_by_text("I see it differently")).to_have_count(0)
    page = at("tess", "/review")
    expect(page.get_by_role("heading", name="1 dispute to answer")).to_be_visible()
    page.get_by_role("link", name="Ann Lee:").click()
    page.get_by_label("The score stands").check()
    page.get_by_label("Your answer").fill("The customer asked when, not why.")
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator("#dispute")).to_contain_text("The score stands.")
    mine.reload()
    expect(mine.locator("#dispute")).to_contain_text("The customer asked when, not why.")
    page.goto(page.url.split("/review")[0] + "/review?disputed=answered")
    expect(page.locator(".session-row")).to_contain_text("Dispute: stands")
    expect(page.get_by_role("heading", name="1 dispute to answer")).to_have_count(0)


def test_the_transcript_goes_by_keys_and_the_curve_leads_to_turns(at, ended):
    page = at("tess", f"/review/{ended}")
    expect(page.locator(".turn")).to_have_count(3)
    for key, focused in (
        ("n", "#turn-1"),
        ("n", "#turn-2"),
        ("p", "#turn-1"),
        ("j", "#turn-1-s1 summary"),
        ("j", "#turn-1-s2 summary"),
    ):
        page.keyboard.press(key)
        expect(page.locator(focused).first).to_be_focused()
    page.locator(".mood-dot[data-turn='3']").click()
    expect(page.locator("#turn-3")).to_be_focused()
    expect(page.locator("#turn-3")).to_be_in_viewport()
    page.locator(".score-steps .turn-link").first.click()
    expect(page).to_have_url(re.compile(r"#turn-\d-s\d$"))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_contain_text("Overrule its labels")


def test_others_find_nothing(at, ended):
    page = at("sid", f"/review/{ended}")
    expect(page.get_by_role("heading", name="There is no session here")).to_be_visible()
    expect(page.locator("main")).to_contain_text("There is no session with this id")
    for part in ("Transcript", "What the labels mean", "What moves the customer"):
        expect(page.get_by_text(part)).to_be_hidden()
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_are_clean_and_fit(at, cast, ended, width):
    tess = cast["tess"]
    tess.post(f"/review/sessions/{ended}/comments", {"turn": 1, "sentence": 1, "text": "See @Ann Lee"})
    tess.post(f"/review/sessions/{ended}/labels", {"turn": 1, "sentence": 1, "labels": ["resolve"], "reason": "So."})
    tess.post(f"/review/sessions/{ended}/points", {"rule": "step.hear", "points": 5, "reason": "So."})
    cast["ann"].post(f"/review/sessions/{ended}/dispute", {"turn": 1, "reason": "No."})
    for name, path in (
        ("ann", f"/review/{ended}"),
        ("tess", f"/review/{ended}"),
        ("tess", "/review?q=policy&level=3"),
        ("tess", "/review"),
        ("tess", "/review/import"),
    ):
        page = at(name, path, viewport={"width": width, "height": 900})
        page.locator("[aria-busy=true]").wait_for(state="detached") if "import" not in path else None
        for details in page.locator("details").all():
            details.evaluate("node => (node.open = true)")
        page.wait_for_timeout(100)
        if SHOTS:
            page.screenshot(path=f"{SHOTS}/{name}-{re.sub('[^a-z]', '_', path[:20])}-{width}.png", full_page=True)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
