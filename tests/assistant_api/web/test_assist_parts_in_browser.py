"""What Assist tells beside advice: the customer understood, their reaction, the tone, the channel."""

import pytest
from played_check import checked, draft, message, report
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e

MESSAGE = "🎂 This is ridiculous. Order #4711 never came, I want my money back."


def part(page, title):
    page.get_by_role("heading", name=title).click()
    return page.locator("details.part").filter(has=page.get_by_role("heading", name=title))


def test_the_message_is_understood_and_each_chip_marks_its_words(assist):
    understood = assist.locator("#understood")
    expect(understood).to_be_hidden()
    message(assist).fill(MESSAGE)
    checked(assist, "I am sorry.", 60)
    expect(understood).to_contain_text("Angry, strongly")
    expect(understood).to_contain_text("because of ‘ridiculous’")
    expect(understood).to_contain_text("No hurry")
    marks = assist.locator("#customer-backdrop mark")
    for chip, words in (("Angry, strongly", "ridiculous"), ("Refund", "money back"), ("Order #4711", "#4711")):
        button = understood.get_by_role("button", name=chip)
        button.click()
        expect(marks).to_have_text(words)
        expect(button).to_have_attribute("aria-pressed", "true")
    expect(understood.get_by_role("button", name="Refund")).to_have_attribute("aria-pressed", "false")
    understood.get_by_role("button", name="Order #4711").click()
    expect(marks).to_have_count(0)
    message(assist).fill("")
    expect(understood).to_be_hidden()


def test_a_calm_message_without_facts_says_so(assist):
    message(assist).fill("Where is my parcel?")
    checked(assist, "I am sorry.", 60)
    understood = assist.locator("#understood")
    expect(understood).not_to_contain_text("Wants")
    expect(understood).to_contain_text("No facts to go by.")
    expect(understood.get_by_role("button")).to_have_count(0)


def test_who_has_asked_before_and_says_no_more_wants_an_answer(assist, check):
    text = "I have written twice!"
    said = report("I am sorry.", text)
    cue = {"start": 0, "end": 20, "text": "I have written twice", "rule": "urgency.chased"}
    said["understanding"]["urgency"] = {"strength": 0.3, "title": "Some hurry", "cues": [cue]}
    check.others = {"I am sorry.": said}
    message(assist).fill(text)
    checked(assist, "I am sorry.", 60)
    understood = assist.locator("#understanding")
    expect(understood).to_contain_text("Some hurry")
    understood.get_by_role("button", name="An answer").click()
    expect(assist.locator(".understood")).to_have_text("I have written twice")
    expect(understood).to_contain_text("not said, but they have asked before")


def test_their_reaction_is_told_in_words_with_what_moved_it(assist):
    took = part(assist, "How they would take it")
    checked(assist, "I am sorry.", 60)
    expect(took).to_contain_text("Paste the customer’s message")
    message(assist).fill(MESSAGE)
    expect(assist.locator("#reaction-gist")).to_have_text("Angry → Annoyed, calmer", use_inner_text=True)
    expect(took).to_contain_text("They would calm down a little.")
    expect(took.locator("q")).to_have_text("I am sorry.")
    expect(took).to_contain_text("Apologize, tied to their case: anger −20")
    expect(took.get_by_role("meter", name="Anger")).to_have_count(2)


def test_the_tone_has_bars_whose_words_are_shown_on_demand(assist):
    tone = part(assist, "Tone")
    checked(assist, "I am sorry.", 60)
    expect(assist.locator("#tone-gist")).to_have_text("Much clarity; little empathy")
    expect(tone.get_by_role("meter", name="Clarity")).to_have_attribute("aria-valuenow", "90")
    tone.get_by_text("Clarity", exact=True).click()
    expect(tone).to_contain_text("Easy to follow.")
    tone.get_by_role("button", name="sorry").click()
    expect(draft(assist)).to_be_focused()
    assert assist.evaluate("getSelection().toString()") == "sorry"
    expect(tone).to_contain_text("−0.50 negative")
    expect(tone).to_contain_text("1.00 mostly feeling")


def test_parts_that_were_opened_stay_open(assist):
    part(assist, "Tone")
    assist.reload()
    expect(assist.locator("details.part[open] h2")).to_have_text(["Tone"])


def test_the_score_names_its_points_and_its_rules_version(assist):
    checked(assist, "I am sorry.", 60)
    assist.get_by_text("How this score is made").click()
    expect(assist.locator("#account")).to_contain_text("Where every draft starts.")
    expect(assist.locator("#account")).to_contain_text("Rubric draft, version 1.")


def test_a_mistake_raised_by_words_alone_names_its_rule_in_place_of_a_probability(assist, check):
    text = "It is our policy."
    said = report(text)
    said["sentences"][0] |= {"labels": ["policy"], "raised": {"policy": "policy.our_policy"}}
    check.others = {text: said}
    draft(assist).fill(text)
    sentences = part(assist, "Sentence by sentence")
    sentences.locator("summary").nth(1).click()
    expect(sentences.locator(".confidence li").first).to_contain_text("by its words, rule policy.our_policy.")
    expect(sentences.locator(".confidence li").first).not_to_contain_text("%")


def test_on_a_telephone_what_was_understood_is_folded_to_one_line(open_page, site, played):
    page = open_page(viewport={"width": 390, "height": 844})
    played(page)
    page.goto(f"{site}/assist")
    message(page).fill(MESSAGE)
    summary = page.get_by_text("What we understood: angry, refund")
    expect(summary).to_be_visible()
    expect(page.get_by_role("button", name="Refund")).to_be_hidden()
    summary.click()
    expect(page.get_by_role("button", name="Refund")).to_be_visible()


def test_a_message_without_a_reply_is_understood_and_sentences_to_begin_with_are_offered(assist):
    message(assist).fill(MESSAGE)
    expect(assist.locator("#understood")).to_contain_text("Angry, strongly")
    expect(assist.locator("#advice")).to_contain_text("Missing: Resolve")
    expect(assist.locator("#score")).to_contain_text("Write a few words")
    assist.get_by_role("button", name="Put it in").click()
    expect(draft(assist)).to_have_value("I will [what you do] today.")
    assert assist.evaluate("getSelection().toString()") == "[what you do]"
    draft(assist).fill("")
    expect(assist.locator("#advice")).to_contain_text("Missing: Resolve")
