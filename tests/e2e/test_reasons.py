"""A person asks why: the words that weighed most, and what the recogniser is unsure of."""

import re

import pytest
from playwright.sync_api import expect
from talking import ANSWER_MS, say

pytestmark = [pytest.mark.e2e, pytest.mark.rasa]

SORRY = "We are sorry that it did not come on Tuesday."
WEAK = "Sorry if that upset you."
VAGUE = "Well, these things take as long as they take, and we are rather busy."


def test_each_label_in_review_names_the_words_that_weighed_most(chat, stack):
    say(chat, f"{SORRY} {VAGUE}")
    session = chat.request.get(f"{stack.address}/api/v1/sessions/{chat.url.split('/')[-1].split('#')[0]}").json()
    chat.goto(f"{stack.address}/review/{session['id']}")
    sorry = chat.locator(".marked-sentence").filter(has_text=SORRY)
    sorry.locator("summary").click()
    expect(sorry.locator("[data-explained=apologize] .weighed-line")).to_contain_text("‘sorry’", timeout=ANSWER_MS)
    expect(sorry.locator(".weighed").filter(has_text=re.compile("^sorry$"))).to_be_visible()
    # What the page marks as unsure is what the recogniser was unsure of.
    unsure = [bool(one["unsure"]) for one in session["turns"][0]["agent"]["sentences"]]
    marks = chat.locator(".marked-sentence mark")
    assert [mark.evaluate("node => node.matches('.mark-unsure')") for mark in marks.all()] == unsure


def test_a_draft_says_which_words_make_an_apology_weak(page, stack):
    page.goto(f"{stack.address}/assist")
    page.get_by_label("Your reply").fill(WEAK)
    page.get_by_role("heading", name="Sentence by sentence").click()
    sentence = page.locator("#sentences .marked-sentence")
    expect(sentence.locator("summary")).to_contain_text("Weak apology", timeout=ANSWER_MS)
    sentence.locator("summary").click()
    expect(sentence.locator("[data-explained=weak_apology] .weighed-line")).to_contain_text("‘if’", timeout=ANSWER_MS)
