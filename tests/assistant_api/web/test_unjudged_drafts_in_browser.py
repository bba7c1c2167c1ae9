"""Assist with a draft that is not English; the check is played by the test."""

import json

import pytest
from playwright.sync_api import expect

from coaching.moves import LABELS, STEPS

pytestmark = pytest.mark.e2e

SAID = "This looks like German (97 % sure). We can only read English, so nothing is judged."
GERMAN = "Das tut mir leid."
FRENCH = "Merci beaucoup à vous."


def unjudged(code, name, confidence):
    return {
        "language": {"code": code, "name": name, "confidence": confidence, "judged": False},
        **{key: None for key in ("score", "steps", "sentiment", "rubric")},
        **{key: [] for key in ("sentences", "findings", "suggestions", "points")},
        "recogniser": "0123456789ab",
    }


def judged(draft):
    sentence = {"text": draft, "start": 0, "end": len(draft), "labels": ["apologize"], "unsure": []}
    return {
        "language": {"code": "en", "name": "English", "confidence": 0.99, "judged": True},
        "score": 60,
        "sentences": [{**sentence, "confidence": dict.fromkeys(LABELS, 0.4)}],
        "findings": [],
        "steps": {step: {"covered": step == "apologize", "spans": [{"start": 0, "end": 5}]} for step in STEPS},
        "suggestions": [
            {"id": "r", "kind": "insert", "start": 0, "end": 0, "text": "Hello. ", "step": "hear"}
            | {"why": "Warm.", "rule": "hear"}
        ],
        "sentiment": {"polarity": -0.5, "subjectivity": 1.0, "assessments": []},
        "points": [],
        "rubric": {"id": "draft", "version": "1", "formula": "Points are added up."},
        "recogniser": "0123456789ab",
    }


@pytest.fixture
def assist(page, site):
    def answer(route):
        draft = json.loads(route.request.post_data)["draft"]
        others = {GERMAN: unjudged("de", "German", 0.972), FRENCH: unjudged("fr", "French", 0.41)}
        route.fulfill(json=others.get(draft) or judged(draft))

    page.route("**/api/v1/drafts/check", answer)
    page.goto(f"{site}/assist")
    return page


def test_the_language_is_said_in_place_of_findings_and_read_aloud(assist):
    assist.get_by_label("Your reply").fill(GERMAN)
    expect(assist.locator("#findings")).to_have_text(SAID)
    expect(assist.locator("#announcer")).to_have_text(SAID)
    expect(assist.locator("#announcer")).to_have_attribute("role", "status")
    expect(assist.locator("#score")).to_have_text("Not judged.")
    expect(assist.locator("#sentiment")).to_have_text("Not judged.")
    for gone in ("#steps", "#suggestions-card", "#sentences-card"):
        expect(assist.locator(gone)).to_be_hidden()
    expect(assist.locator("#report")).to_have_attribute("aria-busy", "false")


def test_what_an_english_draft_had_goes_and_comes_back(assist):
    box = assist.get_by_label("Your reply")
    box.fill("Sorry about that.")
    expect(assist.locator("#score strong")).to_have_text("60")
    box.fill(GERMAN)
    expect(assist.locator("#findings")).to_have_text(SAID)
    expect(assist.locator("#backdrop mark")).to_have_count(0)
    box.press("Control+Enter")
    expect(box).to_have_value(GERMAN)
    box.fill("Sorry about this.")
    expect(assist.locator("#score strong")).to_have_text("60")
    expect(assist.locator("#steps")).to_be_visible()
    box.fill(GERMAN)
    expect(assist.locator("#findings")).to_have_text(SAID)
    box.fill("")
    expect(assist.locator("#steps")).to_be_visible()
    expect(assist.locator("#findings")).to_have_text("Nothing to show yet.")


def test_a_guess_is_told_as_one(assist):
    assist.get_by_label("Your reply").fill(FRENCH)
    expect(assist.locator("#findings")).to_contain_text("does not look like English; it may be French (41 % sure).")
