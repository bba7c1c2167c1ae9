"""What an opened sentence tells: the moves that stay unsure, and the words that weighed most."""

import json

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e

TEXT = "🎂 I am sorry. We are busy."
WEIGHED = {"apologize": {"sorry": 3.0, "am": 1.1, "I": 0.9}, "dismiss": {"busy": 0.2}, "blame": {}}


class Reasons:
    """Plays the explanations of one page: the words of WEIGHED, wherever in the sentence they are."""

    def __init__(self, page):
        self.asked, self.status = [], 200
        page.route("**/api/v1/moves/explain", self.answer)

    def answer(self, route):
        asked = json.loads(route.request.post_data)
        self.asked.append(asked)
        if self.status != 200:
            return route.fulfill(status=self.status, content_type="application/problem+json", body="{}")
        found = [(asked["text"].find(word), word, weight) for word, weight in WEIGHED[asked["label"]].items()]
        words = [
            {"text": word, "start": start, "end": start + len(word), "weight": weight} for start, word, weight in found
        ]
        told = {"label": asked["label"], "confidence": 0.5, "words": words, "recogniser": "0123456789ab"}
        return route.fulfill(json=told)


@pytest.fixture
def reasons(page):
    return Reasons(page)


@pytest.fixture
def review(page, site, api, reasons):
    session = api.start()
    api.say(session, TEXT)
    page.goto(f"{site}/review/{session['id']}")
    return page


def sentence(page, number):
    return page.locator("#turn-1 .marked-sentence").nth(number)


def test_an_unsure_sentence_has_dots_and_says_what_it_may_be(review):
    expect(sentence(review, 0).locator(".mark-unsure, .chip-unsure")).to_have_count(0)
    doubtful = sentence(review, 1)
    expect(doubtful.locator("mark.mark-unsure")).to_have_text("We are busy.")
    expect(doubtful.locator("summary .chip-mistake")).to_have_count(0)
    doubtful.locator("summary").click()
    lines = doubtful.locator(".confidence li")
    expect(lines.nth(0)).to_contain_text("Unsure: perhaps a dismissal (34 %). Not counted.")
    expect(lines.nth(1)).to_contain_text("Unsure: perhaps blame (25 %). Not counted.")
    # The third likeliest is left out, also from the moves that come near.
    expect(lines).to_have_count(2)
    review.get_by_text("What the labels mean").click()
    expect(review.locator("#legend")).to_contain_text("A dotted line marks a sentence that may make one more move.")


def test_the_words_that_weighed_most_are_named_and_underlined_while_it_is_open(review, reasons):
    sure = sentence(review, 0)
    assert reasons.asked == []
    # By the keyboard, as by the mouse.
    sure.locator("summary").focus()
    review.keyboard.press("Enter")
    expect(sure.locator(".weighed-line")).to_have_text("Weighed most: ‘sorry’, ‘am’")
    expect(sure.locator(".weighed")).to_have_text(["am", "sorry"])
    expect(sure.locator("mark")).to_have_text("🎂 I am sorry.")
    line = "node => getComputedStyle(node).textDecorationLine"
    assert sure.locator(".weighed").first.evaluate(line) == "underline"
    review.keyboard.press("Enter")
    assert sure.locator(".weighed").first.evaluate(line) == "none"
    (asked,) = reasons.asked
    assert asked == {"text": "🎂 I am sorry.", "customer": "It never came!\nWhere is it?", "label": "apologize"}


def test_they_are_asked_for_once_for_each_label_that_is_told(review, reasons):
    doubtful = sentence(review, 1)
    for _ in range(2):
        doubtful.locator("summary").click()
        expect(doubtful.locator(".weighed-line").first).to_have_text("Weighed most: ‘busy’")
        expect(doubtful.locator(".weighed-line").nth(1)).to_be_hidden()
        doubtful.locator("summary").click()
    assert [asked["label"] for asked in reasons.asked] == ["dismiss", "blame"]


def test_where_nobody_can_tell_nothing_is_said_and_the_next_opening_asks_again(review, reasons):
    reasons.status = 503
    sure = sentence(review, 0)
    with review.expect_response("**/moves/explain"):
        sure.locator("summary").click()
    expect(sure.locator(".confidence")).to_contain_text("100 %")
    expect(sure.locator(".weighed-line")).to_be_hidden()
    expect(review.get_by_role("alert")).to_have_count(0)
    reasons.status = 200
    sure.locator("summary").click()
    sure.locator("summary").click()
    expect(sure.locator(".weighed-line")).to_contain_text("‘sorry’")


def test_the_debrief_lists_what_is_unsure_apart_from_the_score(page, site, api, reasons):
    session = api.start()
    api.say(session, TEXT)
    api.post(f"/sessions/{session['id']}/end")
    page.goto(f"{site}/debrief/{session['id']}")
    expect(page.locator(".scorecard")).to_be_visible()
    expect(page.locator(".score-mistakes")).to_have_count(0)
    page.get_by_text("One more move unsure, so not counted: 1 sentence").click()
    listed = page.locator(".unsure-sentences .marked-sentence")
    expect(listed).to_have_count(1)
    listed.locator("summary").click()
    expect(listed).to_contain_text("Unsure: perhaps a dismissal (34 %). Not counted.")
    expect(listed.get_by_role("link", name="turn 1")).to_have_attribute("href", "#turn-1")


def test_a_session_without_doubts_has_no_such_list(page, site, api):
    session = api.start()
    api.say(session, "I am sorry.")
    api.post(f"/sessions/{session['id']}/end")
    page.goto(f"{site}/debrief/{session['id']}")
    expect(page.locator(".scorecard")).to_be_visible()
    expect(page.locator(".unsure-sentences")).to_have_count(0)


def test_only_the_latest_answers_are_kept(review, reasons):
    ask = """async ([from, to]) => {
        const { weighedWords } = await import("/assets/js/lib/weighed.js");
        for (let number = from; number < to; number++) await weighedWords(`Sorry ${number}.`, "", "apologize");
    }"""
    review.evaluate(ask, [0, 200])
    review.evaluate(ask, [0, 1])
    assert len(reasons.asked) == 200
    review.evaluate(ask, [200, 201])
    review.evaluate(ask, [0, 1])
    assert len(reasons.asked) == 201
    review.evaluate(ask, [1, 2])
    assert len(reasons.asked) == 202
