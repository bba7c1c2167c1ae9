"""Assist in a real browser; the check is played by the test, so that its answers can be late or wrong."""

import json

import pytest
from playwright.sync_api import expect

from coaching.moves import LABELS, STEPS

pytestmark = pytest.mark.e2e

BAD = "Sorry if"
GOOD = "I am sorry that"


def report(draft):
    """What the check would say: a draft with BAD in it is poor."""
    at = draft.find(BAD)
    found = [] if at < 0 else [at]
    span = [{"start": start, "end": start + len(BAD)} for start in found]
    return {
        "language": {"code": "en", "name": "English", "confidence": 0.99, "judged": True},
        "score": 20 if found else 60,
        "sentences": [
            {
                "text": draft,
                "start": 0,
                "end": len(draft),
                "labels": ["apologize"] + ["weak_apology"] * len(found),
                "unsure": ["blame", "dismiss", "rush"] * draft.startswith("Well"),
                "confidence": {**dict.fromkeys(LABELS, 0.4), "dismiss": 0.344, "blame": 0.3, "rush": 0.2},
            }
        ],
        "findings": [
            {**each, "id": "f", "rule": "weak", "label": "weak_apology", "title": "Weak apology", "text": BAD}
            | {"severity": "medium", "message": "Leaves it open.", "why": "Because.", "suggestion": "s"}
            for each in span
        ],
        "steps": {step: {"covered": step == "apologize", "spans": []} for step in STEPS},
        "suggestions": [
            {**each, "id": "s", "kind": "replace", "text": GOOD, "step": None, "why": "Plain.", "rule": "weak"}
            for each in span
        ]
        + [
            {
                "start": len(draft),
                "end": len(draft),
                "id": "r",
                "kind": "insert",
                "text": " I will [what you do] today.",
            }
            | {"step": "resolve", "why": "Missing.", "rule": "resolve"}
        ],
        "sentiment": {"polarity": -0.5, "subjectivity": 1.0, "assessments": []},
        "points": [{"rule": "start", "points": 10, "reason": "Where every draft starts."}],
        "rubric": {"id": "draft", "version": "1", "formula": "Points are added up."},
        "recogniser": "0123456789ab",
    }


class Check:
    """Answers the checks of one page."""

    def __init__(self, page):
        self.asked, self.held, self.hold, self.status = [], [], "", 200
        page.route("**/api/v1/drafts/check", self.answer)

    def answer(self, route):
        draft = json.loads(route.request.post_data)["draft"]
        self.asked.append(draft)
        if self.hold and draft.startswith(self.hold):
            self.held.append((route, draft))
        elif self.status == 200:
            route.fulfill(json=report(draft))
        else:
            body = {"type": "/problems/recogniser-missing", "title": "The recogniser is not trained", "status": 503}
            problem = json.dumps(body | {"detail": "Run `make train`."})
            route.fulfill(status=503, content_type="application/problem+json", body=problem)

    def release(self):
        for route, draft in self.held:
            route.fulfill(json=report(draft))


@pytest.fixture
def check(page):
    return Check(page)


@pytest.fixture
def assist(page, site, check):
    page.goto(f"{site}/assist")
    return page


def draft(page):
    return page.get_by_label("Your reply")


def score(page):
    return page.locator("#score strong")


def test_a_poor_draft_is_marked_and_a_suggestion_raises_its_score(assist):
    draft(assist).fill(f"{BAD} it is late.")
    expect(score(assist)).to_have_text("20")
    expect(assist.locator("#backdrop .underline")).to_have_text(BAD)
    assist.get_by_role("button", name="Use the suggestion").click()
    expect(draft(assist)).to_have_value(f"{GOOD} it is late.")
    expect(score(assist)).to_have_text("60")
    expect(assist.locator("#findings")).to_contain_text("No mistakes found.")
    expect(assist.locator("#announcer")).to_contain_text("Score 60 of 100")


def test_marks_lie_right_behind_an_emoji(assist):
    draft(assist).fill(f"🎂🎂 {BAD} it is late.")
    expect(assist.locator("#backdrop .underline")).to_have_text(BAD)
    draft(assist).press("Control+Enter")
    expect(draft(assist)).to_have_value(f"🎂🎂 {GOOD} it is late.")


def test_the_key_applies_the_first_suggestion_and_undo_takes_it_back(assist):
    draft(assist).fill(f"{BAD} it is late.")
    expect(score(assist)).to_have_text("20")
    draft(assist).press("Control+Enter")
    expect(score(assist)).to_have_text("60")
    draft(assist).press("Control+z")
    expect(draft(assist)).to_have_value(f"{BAD} it is late.")
    expect(assist.get_by_role("button", name="Undo")).to_be_disabled()


def test_a_blank_in_a_suggestion_is_selected_to_be_typed_over(assist):
    draft(assist).fill(f"{GOOD} it is late.")
    expect(score(assist)).to_have_text("60")
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
    assert check.asked == []
    assist.clock.run_for(400)
    expect(score(assist)).to_have_text("60")
    assert check.asked == ["I am sorry."]


def test_marks_stay_where_the_text_did_not_change(assist, check):
    draft(assist).fill(f"{BAD} it is late.")
    expect(score(assist)).to_have_text("20")
    check.hold = "Hello"
    draft(assist).press("Home")
    draft(assist).press_sequentially("Hello! ")
    expect(assist.locator("#backdrop .underline")).to_have_text(BAD)


def test_a_draft_outlives_a_reload(assist):
    assist.get_by_label("Customer’s message").fill("Where is it?")
    draft(assist).fill("I am sorry.")
    assist.reload()
    expect(assist.get_by_label("Customer’s message")).to_have_value("Where is it?")
    expect(draft(assist)).to_have_value("I am sorry.")
    expect(score(assist)).to_have_text("60")


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
    draft(assist).fill("I am sorry.")
    expect(score(assist)).to_have_text("60")
    assert check.asked == ["I am sorry."]
    assist.get_by_role("button", name="Clear").click()
    expect(assist.locator("#score")).to_contain_text("Write a few words")
    assist.get_by_role("button", name="Undo").click()
    expect(draft(assist)).to_have_value("I am sorry.")


def test_undo_after_clear_brings_back_both_texts(assist):
    asked = assist.get_by_label("Customer’s message")
    asked.fill("Where is it?")
    draft(assist).fill("I am sorry.")
    assist.get_by_role("button", name="Clear").click()
    expect(asked).to_have_value("")
    assist.get_by_role("button", name="Undo").click()
    expect(asked).to_have_value("Where is it?")
    expect(draft(assist)).to_have_value("I am sorry.")
    assist.get_by_role("button", name="Clear").click()
    asked.fill("Another case")
    draft(assist).press("Control+z")
    expect(asked).to_have_value("Another case")
    expect(draft(assist)).to_have_value("I am sorry.")


def test_the_marks_lie_on_the_letters(assist):
    """The copy behind the text area breaks its lines alike, so that both grow to the same height."""
    draft(assist).fill(
        "\n".join([f"{BAD} it is late, and here is a long line that has to be broken somewhere. " * 3] * 3)
    )
    expect(score(assist)).to_have_text("20")
    heights = assist.evaluate(
        "[document.querySelector('#draft').scrollHeight, document.querySelector('#backdrop').offsetHeight]"
    )
    assert heights[0] == heights[1]


def test_the_reply_is_copied(assist):
    assist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    draft(assist).fill("I am sorry. 🎂")
    expect(score(assist)).to_have_text("60")
    draft(assist).press("Alt+c")
    expect(assist.locator("#check-state")).to_have_text("Copied.")
    assert assist.evaluate("navigator.clipboard.readText()") == "I am sorry. 🎂"


def test_an_unsure_sentence_has_dots_and_its_details_name_the_two_likeliest_moves(assist):
    draft(assist).fill("Well, I am sorry.")
    expect(assist.locator("#backdrop .mark-unsure")).to_have_text("Well, I am sorry.")
    expect(assist.locator("#findings")).to_contain_text("No mistakes found.")
    sentence = assist.locator("#sentences .marked-sentence")
    sentence.locator("summary").click()
    expect(sentence.locator(".confidence")).to_contain_text("Unsure: perhaps a dismissal (34 %). Not counted.")
    expect(sentence.locator(".confidence")).to_contain_text("Unsure: perhaps blame (30 %). Not counted.")
    expect(sentence.locator(".confidence")).not_to_contain_text("Rush")
    draft(assist).fill("I am sorry.")
    expect(assist.locator("#backdrop .mark-unsure")).to_have_count(0)
