import json
from dataclasses import replace

import pytest

from coaching.moves import LABELS, MISTAKES, STEPS
from coaching.recognition import RecognisedSentence, Recogniser
from coaching.rubric import Rubric
from coaching.scorecard import TranscriptTurn, recognise_transcript, score

OPENING = "My son's birthday is on Friday and the Lego castle I ordered three weeks ago never came."
GOOD = [
    ("So the Lego castle you ordered three weeks ago never came.", "hear"),
    ("With your son's birthday on Friday, I can see why you are upset.", "empathize"),
    ("I am very sorry that the castle never came.", "apologize"),
    ("I am sending a second Lego castle by courier, and it is with you on Thursday.", "resolve"),
    ("The castle went back because two labels were printed on it.", "diagnose"),
]
STOCK = [
    ("I hear what you say.", "hear"),
    ("I understand how frustrating this is.", "empathize"),
    ("I am sorry.", "apologize"),
    ("I will fix it for you.", "resolve"),
    ("I will find the cause.", "diagnose"),
]


@pytest.fixture(scope="module")
def rubric():
    return Rubric.load()


def agent(*sentences):
    """An agent's row from (text, labels joined by +) pairs."""
    start, found = 0, []
    for text, labels in sentences:
        found.append(RecognisedSentence(text, start, start + len(text), tuple(filter(None, labels.split("+"))), {}))
        start += len(text) + 1
    return TranscriptTurn("agent", " ".join(text for text, _ in sentences), tuple(found))


def customer(text=OPENING):
    return TranscriptTurn("customer", text)


def test_a_step_names_the_words_that_made_it(rubric):
    transcript = [customer(), agent(("Hello.", "courtesy")), customer("Well?"), agent(("Hm.", ""), *GOOD[:2])]
    card = score(transcript, rubric)
    assert [step for step in STEPS if card.steps[step].done] == ["hear", "empathize"]
    (proof,) = card.steps["hear"].evidence
    assert (proof.row, proof.turn, proof.text) == (3, 2, GOOD[0][0])
    assert transcript[3].text[proof.start : proof.end] == proof.text


def test_all_five_specific_steps_in_one_message_lack_only_a_close_and_an_owner(rubric):
    assert 85 <= score([customer(), agent(*GOOD)], rubric).score < 95


def test_specific_words_earn_more_than_stock_ones(rubric):
    assert score([customer(), agent(*GOOD)], rubric).score > 1.5 * score([customer(), agent(*STOCK)], rubric).score


@pytest.mark.parametrize("number", range(len(GOOD)))
def test_each_step_left_out_costs(rubric, number):
    less = [sentence for place, sentence in enumerate(GOOD) if place != number]
    assert score([customer(), agent(*less)], rubric).score < score([customer(), agent(*GOOD)], rubric).score


@pytest.mark.parametrize("label", MISTAKES)
def test_each_mistake_costs_and_is_named(rubric, label):
    spoiled = score([customer(), agent(*GOOD, ("That is how it is.", label))], rubric)
    assert spoiled.score < score([customer(), agent(*GOOD)], rubric).score
    (mistake,) = spoiled.mistakes
    assert (mistake.label, mistake.evidence.text, mistake.evidence.turn) == (label, "That is how it is.", 1)
    assert mistake.points < 0


def test_mending_one_of_many_mistakes_shows(rubric):
    bad = [(f"Bad sentence of kind {label}.", label) for label in MISTAKES]
    assert (
        score([customer(), agent(*GOOD, *bad[1:])], rubric).score
        > score([customer(), agent(*GOOD, *bad)], rubric).score
    )


def test_pasting_stock_empathy_in_every_turn_stays_low(rubric):
    paste = agent(("sorry I understand how frustrating", "apologize+empathize"))
    transcript = [row for _ in range(8) for row in (customer(), paste)]
    assert score(transcript, rubric).score < 40


def test_stock_sentences_for_every_step_again_and_again_earn_no_more(rubric):
    once = score([customer(), agent(*STOCK)], rubric).score
    assert score([customer(), agent(*STOCK), customer("And?"), agent(*STOCK)], rubric).score < once


def test_saying_it_again_in_other_words_adds_nothing(rubric):
    once = score([customer(), agent(GOOD[2])], rubric)
    again = score([customer(), agent(GOOD[2], ("I am so very sorry for the missing castle.", "apologize"))], rubric)
    assert again.score == once.score


def test_apologies_beyond_the_dose_cost(rubric):
    many = [
        (f"I am sorry about the {thing}.", "apologize") for thing in ("castle", "wait", "silence", "courier", "box")
    ]
    assert score([customer(), agent(*GOOD, *many)], rubric).score < score([customer(), agent(*GOOD)], rubric).score


def test_a_late_apology_earns_less_than_an_early_one(rubric):
    wait = agent(("One moment.", ""))
    early = [customer(), agent(GOOD[2]), customer(), wait, customer(), wait]
    late = [customer(), wait, customer(), wait, customer(), agent(GOOD[2])]
    assert score(late, rubric).score < score(early, rubric).score


def test_a_weak_apology_earns_less_than_a_plain_one(rubric):
    weak = agent(("I am sorry if the castle never came.", "apologize+weak_apology"))
    assert score([customer(), weak], rubric).score < score([customer(), agent(GOOD[2])], rubric).score


def test_naming_the_pain_never_counts_against_the_agent(rubric):
    pain = ("I am so sorry for the terrible delay.", "apologize"), ("This must be upsetting.", "empathize")
    policy = ("As per our policy, we cannot do that.", "policy+dismiss")
    assert score([customer(), agent(*pain)], rubric).score > score([customer(), agent(policy)], rubric).score


def test_only_what_the_customer_had_said_by_then_makes_a_sentence_specific(rubric):
    asked_later = [customer("Hello?"), agent(GOOD[0]), customer()]
    known = [customer(), agent(GOOD[0])]
    assert score(asked_later, rubric).steps["hear"].points < score(known, rubric).steps["hear"].points


def test_what_the_card_tells_counts_as_the_customers_words_do(rubric):
    transcript = [customer("Where is it?"), agent(("I am sorry that the Lego castle never came.", "apologize"))]
    assert score(transcript, rubric, card=["Lego castle, due on Friday"]).score > score(transcript, rubric).score


def test_every_point_is_accounted_for(rubric):
    card = score([customer(), agent(*GOOD, ("You should have asked.", "blame"), *STOCK)], rubric)
    data = card.to_json()
    assert data["score"] == round(sum(point["points"] for point in data["points"]))
    assert all(point["reason"] for point in data["points"])
    for step in STEPS:
        (point,) = [point for point in data["points"] if point["rule"] == f"step.{step}"]
        assert point["points"] == data["steps"][step]["points"]
    assert [mistake["title"] for mistake in data["mistakes"]] == ["Blame"]
    assert data["rubric"]["version"] == rubric.version
    assert json.loads(json.dumps(data)) == data


def test_reasons_name_the_turn_where_there_are_several(rubric):
    one = score([customer(), agent(GOOD[0])], rubric).to_json()["points"]
    two = score([customer(), agent(("Hello.", "courtesy")), customer(), agent(GOOD[0])], rubric).to_json()["points"]
    assert not any("turn" in point["reason"] for point in one)
    assert [point["rule"] for point in two if "turn 2" in point["reason"]] == ["step.hear"]


def test_the_same_transcript_scores_the_same(rubric):
    transcript = [customer(), agent(*GOOD, *STOCK)]
    assert score(transcript, rubric).to_json() == score(list(transcript), Rubric.load()).to_json()


def test_no_agent_rows_score_nothing(rubric):
    card = score([customer()], rubric)
    assert card.score == 0
    assert not any(step.done for step in card.steps.values())


def test_recognition_sees_the_customers_last_message():
    class Recogniser:
        seen = []

        def recognise(self, text, customer=""):
            self.seen.append((text, customer))
            return []

    rows = [("agent", "Hello"), ("customer", "A"), ("customer", "B"), ("agent", "One"), ("agent", "Two")]
    transcript = recognise_transcript(rows, Recogniser().recognise)
    assert Recogniser.seen == [("Hello", ""), ("One", "B"), ("Two", "B")]
    assert [(turn.speaker, turn.text) for turn in transcript] == rows


@pytest.mark.model
def test_magic_words_pasted_into_a_real_session_stay_low_and_a_good_session_does_not(rubric):
    asked = [OPENING, "Hello?? Where is it?", "That is no answer.", "So when does it come?"]
    recogniser = Recogniser.load()
    pasted = [row for said in asked for row in (("customer", said), ("agent", "sorry I understand how frustrating"))]
    good = [("customer", OPENING), ("agent", " ".join(text for text, _ in GOOD))]
    assert score(recognise_transcript(pasted, recogniser.recognise), rubric).score < 40
    assert score(recognise_transcript(good, recogniser.recognise), rubric).score > 60


def test_what_is_unsure_counts_nowhere(rubric):
    sure = [customer(), agent(("Hello.", "courtesy"), GOOD[2])]
    doubts = tuple(replace(one, unsure=tuple({*LABELS} - {*one.labels})) for one in sure[1].sentences)
    assert score([sure[0], replace(sure[1], sentences=doubts)], rubric) == score(sure, rubric)
