"""A draft made of a transcript: what it tells is filled in, personal data is out, the rest waits to be written."""

import re
from pathlib import Path

import pytest

from coaching.authoring import check_text
from coaching.authoring.drafting import draft_from
from coaching.authoring.masks import KINDS
from coaching.customer import load_personas
from coaching.customer.scenario_file import scenario_of
from coaching.privacy.patterns import SHAPED
from coaching.recognition.sentence import RecognisedSentence
from coaching.recognition.sentences import split_sentences
from coaching.yamlfile import parse

PERSONAS = tuple(load_personas())
TALK = """\
[10:32] Maya Kapoor: Where is the lamp I ordered on 3 May?? I paid £24.50 for express and it still isn't here.
Order 48213.
[10:33] Tom Baker: Hello Maya, thank you for contacting us. Could you tell me what you need it for?
[10:35] Maya Kapoor: It's for my daughter's birthday on Saturday. She is turning nine. My number is 07700 900142.
[10:36] Tom Baker: The label printer left out the flat number. I have booked a courier, and I have refunded the £24.50.
[10:38] Maya Kapoor: So it was the label! Tomorrow would be great, thank you Tom. And what about my next order?
[10:40] Tom Baker: I will ask my supervisor for a voucher as well.
"""
MOVES = {
    "Could you tell": "inquire",
    "The label printer": "diagnose",
    "I have booked": "resolve",
    "I will ask": "resolve",
}


class Played:
    """Says of a sentence what the table says."""

    def recognise(self, text, customer=""):
        found = []
        for start, end in split_sentences(text):
            labels = tuple(move for begins, move in MOVES.items() if text[start:end].startswith(begins))
            found.append(RecognisedSentence(text[start:end], start, end, labels or ("courtesy",), {}))
        return tuple(found)


@pytest.fixture(scope="module")
def draft():
    return draft_from(TALK, Played(), PERSONAS)


@pytest.fixture(scope="module")
def story(draft):
    return scenario_of(parse(draft.text, Path("lamp.yml")), "lamp")


def test_it_loads_as_a_draft_without_errors(draft, story):
    assert story.draft
    checked = check_text(draft.text, "lamp", PERSONAS)
    assert checked.errors == () and any(remark.rule == "placeholder" for remark in checked.remarks)


def test_personal_data_is_out_and_counted(draft):
    for word in ("Maya", "Kapoor", "Tom", "Baker", "07700", "900142"):
        assert re.search(rf"\b{word}\b", draft.text) is None
    assert draft.taken_out == {"name": 2, "phone": 1}
    assert (draft.customer, draft.agent) == (3, 3)


def test_the_first_message_opens_it(story):
    assert story.openings[0].lines[0] == "Where is the lamp I ordered on 3 May??"
    assert story.title == "Trouble with the lamp" and story.inquiry == "shipping" and story.touchpoint == "after"
    assert any("48213" in line for line in story.brief.order)


def test_an_answer_to_a_question_is_a_fact(story):
    asked = [fact.lines[0].text for fact in story.facts if fact.given == "asked"]
    assert asked == ["It's for my daughter's birthday on Saturday. She is turning nine."]


def test_offers_are_remedies_and_the_explanation_the_cause(story):
    remedies = {remedy.id: remedy for remedy in story.remedies}
    assert {"refund", "sent_quickly", "voucher"} <= set(remedies)
    assert remedies["voucher"].needs_supervisor and not remedies["refund"].needs_supervisor
    assert story.root_cause.text == "The label printer left out the flat number."
    assert "label printer" in story.root_cause.cues


def test_later_sentences_are_lines(story):
    said = {topic: [line.text for line in lines] for topic, lines in story.lines.items()}
    assert "So it was the label!" in said["cause"]
    assert "And what about my next order?" in said["demand"]
    assert any("Tomorrow would be great" in text for text in said["relief"])
    assert not any("[phone]" in text for lines in said.values() for text in lines)


def test_the_same_gives_the_same(draft):
    assert draft_from(TALK, Played(), PERSONAS) == draft


def test_a_title_is_taken_as_it_is():
    text = draft_from(TALK, Played(), PERSONAS, 'Lamp: "the" #1').text
    assert parse(text, Path("lamp.yml")).at("title").text() == 'Lamp: "the" #1'


def test_a_title_holds_no_personal_data_either():
    text = draft_from(TALK, Played(), PERSONAS, "Gareth Whitcombe on 07700 900461").text
    assert parse(text, Path("lamp.yml")).at("title").text() == "[name] on [phone]"


def test_braces_and_yaml_in_what_was_said_do_no_harm():
    talk = "Customer: {x: [1]} & *y # - why? 'no': \"yes\" | > %\nAgent: I have booked: {a}, [b].\nCustomer: ok: - no?"
    checked = check_text(draft_from(talk, Played(), PERSONAS).text, "x", PERSONAS)
    assert checked.errors == ()


def test_masks_are_those_of_the_privacy_package():
    assert set(KINDS) == {"name", *SHAPED}
