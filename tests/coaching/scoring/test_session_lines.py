"""Each line of a session's account, on transcripts of a few sentences."""

import pytest
from played_scripts import labelled, text_of

from coaching.errors import DataError
from coaching.moves import MISTAKES
from coaching.scorecard import TranscriptTurn, score
from coaching.scoring.keywords import in_a_row
from coaching.scoring.promises import commitment, is_promise
from coaching.scoring.sayings import SAYINGS_FILE, read_sayings

OPENING = "My son's birthday is on Friday and the Lego castle I ordered three weeks ago never came."
HEAR = ("hear", "So the Lego castle you ordered three weeks ago never came.")
FEEL = ("empathize", "With your son's birthday on Friday, I can see why you are upset.")
SORRY = ("apologize", "I am very sorry that the Lego castle never came.")
DEED = ("resolve", "I am sending a second Lego castle by courier, and it is with you on Thursday.")
BLAME = ("blame", "You should have ordered the castle earlier.")


def card(rubric, *turns):
    rows = []
    for turn in turns:
        rows += [TranscriptTurn("customer", OPENING), TranscriptTurn("agent", text_of(turn), labelled(turn))]
    return score(rows, rubric)


def quality(rubric, name, *turns):
    return card(rubric, *turns).qualities[name].points


def test_feelings_before_the_remedy_earn_more_than_behind_it(rubric):
    first = quality(rubric, "order", [HEAR, FEEL, SORRY, DEED])
    some = quality(rubric, "order", [HEAR, DEED, FEEL, SORRY])
    last = quality(rubric, "order", [DEED, HEAR, FEEL, SORRY])
    assert first > some > last == 0


def test_stock_feelings_first_earn_less_than_specific_ones(rubric):
    stock = [("hear", "I hear you."), ("empathize", "I understand."), ("apologize", "Sorry."), DEED]
    assert quality(rubric, "order", stock) < quality(rubric, "order", [HEAR, FEEL, SORRY, DEED]) / 2


def test_taking_the_case_over_earns_ownership_and_passing_on_loses_it(rubric):
    mine = ("resolve", "I'll see this through myself until the castle is with you.")
    away = ("deflect", "You will have to call the courier.")
    assert quality(rubric, "ownership", [DEED]) < quality(rubric, "ownership", [DEED, mine])
    assert quality(rubric, "ownership", [DEED, mine, away]) < quality(rubric, "ownership", [DEED])


def test_a_stock_deed_owns_nothing(rubric):
    assert quality(rubric, "ownership", [("resolve", "I will fix it for you.")]) == 0


def test_a_next_step_needs_who_and_when_in_one_sentence(rubric):
    both = [("resolve", "I will write to you by 5 pm.")]
    apart = [("resolve", "I will write to you."), ("resolve", "It arrives by 5 pm.")]
    who, when = ([one] for one in apart)
    scores = [quality(rubric, "next_step", turn) for turn in (both, apart, when, who, [HEAR])]
    assert scores[0] > scores[1] == scores[2] > scores[3] > scores[4] == 0


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("I’ll ring you on Tuesday at five.", "I", "on Tuesday at five"),
        ("We will write to you within two working days.", "we", "within two working days"),
        ("Our driver brings it tomorrow morning.", "our driver", "tomorrow morning"),
        ("The money is back by the end of the week.", None, "by the end of the week"),
        ("I have sent it.", "I", None),
        ("You have waited since Tuesday.", None, None),
        ("It came three weeks ago.", None, None),
        ("The castle was promised last Friday.", None, None),
        ("I will call you by 12 May.", "I", "by 12 May"),
        ("Back in 20 minutes.", None, "in 20 minutes"),
    ],
)
def test_who_and_when_are_read_from_the_words(text, who, when):
    assert (commitment(text).who, commitment(text).when) == (who, when)


@pytest.mark.parametrize(
    ("labels", "text", "promises"),
    [
        ("resolve", "I will send it today.", True),
        ("empty_promise", "We'll look into it soon.", True),
        ("resolve", "I have refunded the £20.", False),
        ("resolve", "Shall I send it, or will you come by?", False),
        ("hear", "So you will need it by Friday.", False),
        ("", "I will ring you by noon.", True),
        ("blame", "You will have it when you behave.", False),
    ],
)
def test_a_promise_is_told_from_a_deed(labels, text, promises):
    assert is_promise(labelled([(labels, text)])[0]) is promises


def test_each_part_of_a_closing_adds(rubric):
    parts = [
        ("courtesy+inquire", "Is there anything else that I can do?"),
        ("thank", "Thank you for your patience."),
        ("courtesy", "Have a lovely birthday party."),
        ("resolve", "I will check on Thursday that the castle is with you."),
    ]
    scores = [quality(rubric, "closing", [DEED], parts[:number]) for number in range(1, len(parts) + 1)]
    assert scores == sorted(set(scores))
    assert scores[-1] == pytest.approx(rubric.session.qualities["closing"].points)


def test_a_close_without_a_deed_closes_nothing(rubric):
    assert quality(rubric, "closing", [("courtesy+inquire", "Is there anything else?"), ("courtesy", "Goodbye.")]) == 0


def test_one_sentence_counts_for_no_more_than_two_steps(rubric):
    all_in_one = card(rubric, [("hear+empathize+apologize+resolve", " ".join(text for _, text in (HEAR, FEEL, SORRY)))])
    assert sum(step.points > 0 for step in all_in_one.steps.values()) == 2
    assert "counts for other steps already" in " ".join(point.reason for point in all_in_one.points)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("I'm sorry I understand refund replacement supervisor closed today", True),
        ("sorry, understand, frustrating, refund, replacement, supervisor", True),
        ("The reservation of £612 was released at 21:40 today, and the laptop is yours.", False),
        ("Your Kestrel 14 arrives at Fennel House on Saturday.", False),
    ],
)
def test_keywords_in_a_row_are_told_from_sentences(rubric, text, row):
    assert in_a_row(text, rubric.session.keywords) is row


def test_keywords_earn_nothing(rubric):
    soup = "I'm sorry I understand refund replacement supervisor closed today"
    assert card(rubric, [("apologize+empathize+resolve", soup)]).score == 0


def test_a_sentence_said_again_counts_for_no_further_step(rubric):
    glued = ("empathize+apologize+resolve", "I am sorry, it must be upsetting about the Lego castle, and I refund it.")
    once, again = card(rubric, [glued]), card(rubric, [glued], [glued])
    assert again.score <= once.score


def test_the_customers_own_words_show_that_one_heard_and_no_more(rubric):
    echo = ("hear+resolve+diagnose", "Your son's birthday is on Friday and the Lego castle you ordered never came.")
    steps = card(rubric, [echo]).steps
    assert steps["hear"].points > 0 == steps["resolve"].points == steps["diagnose"].points
    promise = ("resolve", "I will bring the Lego castle before the birthday on Friday, three weeks or not.")
    assert card(rubric, [promise]).steps["resolve"].points > 0


@pytest.mark.parametrize("label", MISTAKES)
def test_taking_a_mistake_back_earns_a_part_of_it_back(rubric, label):
    mistake = (label, "That is how it is.")
    back = ("apologize", "I am sorry, I should not have said that about your Lego castle.")
    without = card(rubric, [HEAR, FEEL], [mistake], [DEED])
    mended = card(rubric, [HEAR, FEEL], [mistake], [back, DEED])
    late = card(rubric, [HEAR, FEEL], [mistake], [], [], [back, DEED])
    clean = card(rubric, [HEAR, FEEL], [], [back, DEED])
    assert mended.mistakes[0].repaired.turn == 3
    assert late.mistakes[0].repaired is None
    assert without.score < mended.score < clean.score
    (line,) = [point for point in mended.points if point.rule == f"repair.{label}"]
    assert line.points == pytest.approx(-mended.mistakes[0].points * rubric.session.repair.share, abs=0.01)


def test_a_bare_sorry_repairs_no_blame(rubric):
    assert card(rubric, [HEAR, BLAME], [("apologize", "Sorry.")]).mistakes[0].repaired is None


def test_a_deed_repairs_a_refusal_but_no_insult(rubric):
    refusal, insult = ("dismiss", "We can do nothing."), ("hostile", "You are a nuisance.")
    assert card(rubric, [refusal], [DEED]).mistakes[0].repaired is not None
    assert card(rubric, [insult], [DEED]).mistakes[0].repaired is None


def test_reasons_name_the_customers_own_words(rubric):
    reasons = {point.rule: point.reason for point in card(rubric, [FEEL]).points}
    assert "birthday" in reasons["step.empathize"].split("takes up")[1]


def test_a_wrong_expression_is_told_with_its_line(tmp_path):
    path = tmp_path / "sayings.yml"
    path.write_text(SAYINGS_FILE.read_text(encoding="utf-8").replace("- 'anything else'", "- 'anything (else'"))
    with pytest.raises(DataError, match="regular expression"):
        read_sayings(path)
