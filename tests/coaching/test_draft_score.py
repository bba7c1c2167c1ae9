"""What only a draft's score knows: order, padding, the dose, wordings, the channel, and customers who only ask."""

from dataclasses import replace

import pytest

from coaching.errors import DataError
from coaching.moves import STEPS, in_codebook_order
from coaching.recognition import RecognisedSentence
from coaching.reply import Reply, WeakWording
from coaching.rubric import DRAFT, Rubric
from coaching.scorecard import TranscriptTurn, called_for, score
from coaching.tone import channel_fit
from coaching.understanding import Detail, Emotion, Understanding, Urgency, Want, read_facts

MESSAGE = "My son's birthday is on Friday and the Lego castle I ordered three weeks ago never came. Order 48213."
HEAR = ("So the Lego castle you ordered three weeks ago never came.", "hear")
EMPATHY = ("With your son's birthday on Friday, I can see why you are upset.", "empathize")
SORRY = ("I am very sorry that the castle never came.", "apologize")
REMEDY = ("A second Lego castle goes out by courier, and it is with you on Thursday.", "resolve")
CAUSE = ("The castle went back because two labels were printed on it.", "diagnose")
GOOD = (HEAR, EMPATHY, SORRY, REMEDY, CAUSE)
STOCK_EMPATHY = ("I understand how frustrating this is.", "empathize")
QUESTION = "Hi, can the rain jacket go into the tumble dryer? Thank you!"
ANSWER = ("Yes, the rain jacket can go into the dryer on low.", "")


@pytest.fixture(scope="module")
def rubric():
    return Rubric.load(DRAFT)


def drafted(*pairs):
    start, found = 0, []
    for text, labels in pairs:
        moves = in_codebook_order(filter(None, labels.split("+")))
        found.append(RecognisedSentence(text, start, start + len(text), moves, {}))
        start += len(text) + 1
    return TranscriptTurn("agent", " ".join(text for text, _ in pairs), tuple(found))


def card(rubric, *pairs, message=MESSAGE, **reply):
    return score((TranscriptTurn("customer", message), drafted(*pairs)), rubric, reply=Reply(**reply))


def understood(emotion="angry", strength=0.7, wants=(), details=(), message=MESSAGE):
    return Understanding(
        Emotion(emotion, strength),
        Urgency("No hurry"),
        tuple(Want(want, "", 0, 0, "want") for want in wants),
        tuple(details),
        read_facts(message),
    )


def asking():
    return understood("calm", 0.0, ("information",), message=QUESTION)


def rules(card):
    return [point.rule for point in card.points]


def test_five_specific_steps_and_no_finding_are_nearly_full_marks(rubric):
    assert card(rubric, *GOOD, fit=channel_fit(drafted(*GOOD).text, drafted(*GOOD).sentences, "chat")).score >= 90


@pytest.mark.parametrize(
    ("pairs", "most"),
    [
        ((), 10),
        ((("ok", ""),), 10),
        ((("Hello, and have a nice day!", "courtesy"),), 10),
        ((("sorry I understand how frustrating", "apologize+empathize"),), 40),
        ((("sorry I understand how frustrating", "apologize+empathize"),) * 5, 25),
    ],
)
def test_magic_words_and_empty_courtesies_score_low(rubric, pairs, most):
    assert card(rubric, *pairs).score <= most


@pytest.mark.parametrize("step", [HEAR, EMPATHY, SORRY])
def test_words_after_the_remedy_earn_less_than_before_it(rubric, step):
    before, after = card(rubric, step, REMEDY), card(rubric, REMEDY, step)
    assert after.score < before.score
    reason = next(point.reason for point in after.points if point.rule == f"step.{step[1]}")
    assert f"comes only after “{REMEDY[0]}”" in reason


def test_stock_empathy_again_and_again_costs_and_a_specific_one_does_not(rubric):
    once, more = card(rubric, STOCK_EMPATHY), card(rubric, STOCK_EMPATHY, ("I know how annoying it is.", "empathize"))
    assert more.score < once.score
    assert rules(more).count("padding") == 1
    assert "padding" not in rules(card(rubric, STOCK_EMPATHY, EMPATHY))


@pytest.mark.parametrize(("channel", "charged"), [("chat", 1), ("social", 2)])
def test_a_pile_of_sorries_costs_by_the_channel(rubric, channel, charged):
    pile = [("Sorry, I'm so sorry it is late.", "apologize"), ("I do apologise for that.", "apologize")]
    turn = drafted(*pile)
    once, many = card(rubric, pile[0]), card(rubric, *pile, fit=channel_fit(turn.text, turn.sentences, channel))
    assert sum(point.points for point in many.points if point.rule == "apology_dose") == pytest.approx(-3 * charged)
    assert many.score < once.score


def test_sorry_without_an_apology_is_in_no_dose(rubric):
    asks = [(f"Sorry, which {thing} was it?", "inquire") for thing in ("colour", "size", "shop", "day")]
    assert "apology_dose" not in rules(card(rubric, *asks))


def test_asking_for_what_they_told_costs_and_names_it(rubric):
    order = Detail("order", "48213", MESSAGE.index("48213"), len(MESSAGE) - 1, "detail.order")
    asks = ("Could I have your order number?", "inquire")
    told = card(rubric, *GOOD, asks, understanding=understood(details=[order]))
    assert told.score < card(rubric, *GOOD, asks, understanding=understood()).score
    assert [point.reason for point in told.points if point.rule == "asked_again.order"] == [
        f"“{asks[0]}” asks for what the customer told already: “48213”."
    ]


def test_weak_wordings_cost_by_severity_up_to_a_cap_and_name_rule_and_words(rubric):
    def weak(severity, number=1):
        return [WeakWording(f"cold.advised{place}", severity, 0, 6, "Please") for place in range(number)]

    scores = [card(rubric, *GOOD, wordings=weak(severity)).score for severity in ("low", "medium", "high")]
    assert sorted(scores, reverse=True) == scores
    assert scores[0] < card(rubric, *GOOD).score
    point = card(rubric, *GOOD, wordings=weak("high")).points[-1]
    assert (point.rule, point.reason) == ("wording.cold.advised0", "Weak wording (high): “Please”.")
    many = card(rubric, *GOOD, wordings=weak("high", 20))
    assert sum(point.points for point in many.points if point.points < 0) == -rubric.reply.wordings.most


def test_too_long_for_the_channel_costs_a_little_and_says_why(rubric):
    long = [*GOOD, *[(f"We have a warehouse in town number {place}, and it is open daily.", "") for place in range(9)]]
    turn = drafted(*long)
    chat, email = (card(rubric, *long, fit=channel_fit(turn.text, turn.sentences, one)) for one in ("chat", "email"))
    assert email.score - rubric.reply.channel.most <= chat.score < email.score
    assert next(point.reason for point in chat.points if point.rule == "channel.length").startswith("Long for a chat")


def test_an_endless_sentence_earns_less_and_says_so(rubric):
    text = f"{SORRY[0][:-1]}, and that the parcel with it " + "went from one depot to the next and then " * 5 + "back."
    endless = card(rubric, (text, "apologize"))
    assert endless.steps["apologize"].points < card(rubric, SORRY).steps["apologize"].points
    (reason,) = [point.reason for point in endless.points if point.rule == "step.apologize"]
    assert reason.endswith("is a sentence too long to be taken in.")


def test_a_short_reply_costs_nothing_for_being_short(rubric):
    turn = drafted(SORRY)
    assert rules(card(rubric, SORRY, fit=channel_fit(turn.text, turn.sentences, "email"))) == rules(card(rubric, SORRY))


def test_a_calm_question_needs_an_answer_and_no_comfort(rubric):
    asked = {"message": QUESTION, "understanding": asking()}
    answer = card(rubric, ANSWER, **asked)
    assert answer.score >= 90
    assert answer.steps["resolve"].evidence[0].text == ANSWER[0]
    assert answer.steps["apologize"].of == 0
    assert card(rubric, ("Thank you for your question about the jacket!", "thank"), **asked).score == 10
    assert card(rubric, ("Which jacket is it?", "inquire"), **asked).score == 10
    upset = card(rubric, ANSWER, message=QUESTION, understanding=understood())
    assert upset.score == 10


def test_an_apology_to_a_calm_question_earns_nothing_and_a_weak_one_costs(rubric):
    asked = {"message": QUESTION, "understanding": asking()}
    plain, weak = ("I am sorry about that.", "apologize"), ("Sorry for any trouble caused.", "apologize+weak_apology")
    assert card(rubric, plain, ANSWER, **asked).score == card(rubric, ANSWER, **asked).score
    assert card(rubric, weak, ANSWER, **asked).score < card(rubric, ANSWER, **asked).score


@pytest.mark.parametrize(
    ("about", "steps"),
    [
        ({"emotion": "calm", "strength": 0.0, "wants": ("information",), "message": QUESTION}, ("resolve",)),
        ({"emotion": "calm", "strength": 0.0, "wants": ("refund",), "message": QUESTION}, STEPS),
        ({"emotion": "calm", "strength": 0.0, "wants": ("information",)}, STEPS),
        ({"emotion": "calm", "strength": 0.0, "message": QUESTION}, STEPS),
        ({"emotion": "angry", "strength": 0.7, "wants": ("information",), "message": QUESTION}, STEPS),
        ({"emotion": "pleased", "strength": 0.7, "message": "Thank you, it fits!"}, ()),
    ],
)
def test_which_steps_a_message_calls_for(rubric, about, steps):
    assert called_for(understood(**about), rubric) == steps
    assert called_for(understood(**about), Rubric.load()) == STEPS


def test_one_who_is_pleased_and_asks_for_nothing_needs_no_step(rubric):
    pleased = understood("pleased", 0.8, message="Thank you, it fits!")
    thanks = card(rubric, ("Lovely to hear, enjoy it!", "courtesy"), message="Thanks!", understanding=pleased)
    assert thanks.score == 100


def test_every_line_adds_up_to_the_score(rubric):
    bad = [("You should have asked.", "blame"), ("We cannot do that.", "dismiss"), STOCK_EMPATHY, STOCK_EMPATHY]
    weak = [WeakWording("cold.advised", "high", 0, 6, "Please")] * 4
    for pairs in (bad, [*GOOD, *bad], []):
        found = card(rubric, *pairs, wordings=weak)
        assert found.score == round(sum(point.points for point in found.points))
        assert all(point.reason and point.rule for point in found.points)


def test_the_version_of_the_rules_is_in_the_score(rubric):
    assert card(rubric, SORRY, rules="a1b2").rubric.version == f"{rubric.version}-a1b2"
    assert card(rubric, SORRY).rubric.version == rubric.version


def test_a_sessions_score_knows_nothing_of_a_drafts_circumstances():
    session = Rubric.load()
    circumstances = Reply(asking(), [WeakWording("cold.advised", "high", 0, 6, "Please")], rules="a1b2")
    transcript = (TranscriptTurn("customer", MESSAGE), drafted(REMEDY, SORRY, STOCK_EMPATHY, STOCK_EMPATHY))
    assert score(transcript, session, reply=circumstances) == score(transcript, session)


def test_the_formula_tells_the_weights_that_only_drafts_have(rubric):
    weights = rubric.reply
    costs = ", ".join(f"{severity} {points:g}" for severity, points in weights.wordings.by.items())
    channel = ", ".join(f"{fit.replace('_', ' ')} {points:g}" for fit, points in weights.channel.by.items())
    for told in (costs, channel, "an answer, their delivery", f"no more than {weights.wordings.most:g} in all"):
        assert told in rubric.formula


def test_a_mistake_that_the_recogniser_doubts_costs_nothing_unless_words_raise_it(rubric):
    def spoiled(confidence, **raised):
        turn = drafted(SORRY, ("You need them to get to work.", "deflect"))
        doubted = replace(turn.sentences[1], confidence={"deflect": confidence}, raised=raised)
        return score(
            (TranscriptTurn("customer", MESSAGE), replace(turn, sentences=(turn.sentences[0], doubted))), rubric
        )

    sure, doubted = spoiled(0.9), spoiled(0.35)
    assert doubted.score > sure.score
    assert doubted.mistakes == ()
    assert spoiled(0.35, deflect="deflect.not_mine") == sure


def test_what_is_done_leans_on_any_sentence_before_it(rubric):
    vague = ("She is with you in a moment.", "resolve")
    between = ("Please tell me everything.", "hear")
    alone, near, far = (card(rubric, *pairs) for pairs in ((vague,), (SORRY, vague), (SORRY, between, vague)))
    points = [one.steps["resolve"].points for one in (alone, near, far)]
    assert points[0] < points[1] == points[2]


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ("order: {steps: [hear,", "order: {steps: [listen,", "'listen'", "hear"),
        ("calm: {below: 0.25,", "calm: {under: 0.25,", "'under'", "below"),
        ("wants: [information,", "wants: [tea,", "'tea'", "refund"),
        ("reply:\n", "answer:\n", "'answer'", "reply"),
        ("reply:\n", "session: {}\nreply:\n", "session", "either a section reply"),
        ("wordings: {low: 1.5,", "wordings: {low: cheap,", "low: 'cheap'", "a number"),
    ],
)
def test_an_error_names_line_found_and_expected(tmp_path, old, new, found, expected):
    text = DRAFT.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / "draft.yml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Rubric.load(path)
    assert found in str(caught.value)
    assert expected in str(caught.value)


def test_what_is_unsure_counts_nowhere(rubric):
    turn = drafted(*GOOD)
    doubts = tuple(replace(one, unsure=("blame",)) for one in turn.sentences)
    asked = TranscriptTurn("customer", MESSAGE)
    assert score((asked, replace(turn, sentences=doubts)), rubric) == score((asked, turn), rubric)
