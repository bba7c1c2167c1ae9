"""How the writer of one message would take a reply: the orderings that practice has, and what is said of them."""

import json

import pytest

from coaching.customer.foresight import failure_behind, foresee
from coaching.customer.foresight_rules import FORESIGHT_FILE, load_foresight
from coaching.errors import DataError
from coaching.moves import in_codebook_order
from coaching.recognition import RecognisedSentence, Recogniser
from coaching.understanding import Detail, Emotion, Understanding, Urgency, Want, read_facts, understand

MESSAGE = (
    "My parcel ST-4471 was due on Monday and it's my daughter's birthday tomorrow. I've been refreshing the tracking "
    "page all day. Where is it?"
)
EMPATHY = ("With your daughter's birthday tomorrow I can see how worrying this is.", "empathize")
STOCK = ("I understand how frustrating this is.", "empathize")
SORRY = ("I am sorry your parcel did not come on Monday.", "apologize")
WEAK = ("We are sorry if you were upset.", "apologize+weak_apology")
REMEDY = ("A courier brings the parcel to you by noon tomorrow.", "resolve")
CAUSE = ("It went back because the label on the parcel was torn.", "diagnose")
POLICY = ("As per our policy, we cannot do that.", "dismiss+policy")
BLAME = ("You should have ordered earlier.", "blame")
OK = ("Okay.", "")
UPSET = ("disappointed", "frustrated", "angry", "anxious", "sad")


def sentences(*pairs):
    start, found = 0, []
    for text, labels in pairs:
        moves = in_codebook_order(filter(None, labels.split("+")))
        found.append(RecognisedSentence(text, start, start + len(text), moves, {}))
        start += len(text) + 1
    return found


def understood(emotion="frustrated", strength=0.6, urgency=0.5, wants=("delivery",), details=True, message=MESSAGE):
    start = MESSAGE.index("my daughter's")
    occasion = Detail("occasion", "my daughter's birthday", start, start + 22, "detail.occasion")
    return Understanding(
        Emotion(emotion, strength),
        Urgency("Soon", urgency),
        tuple(Want(want, "Where is it", 0, 11, "want") for want in wants),
        (occasion,) if details else (),
        read_facts(message),
    )


def after(*pairs, **about):
    return foresee(MESSAGE, understood(**about), sentences(*pairs)).after


def ranking(mood):
    return mood.anger, -mood.satisfaction


@pytest.mark.parametrize("emotion", UPSET)
@pytest.mark.parametrize("strength", [0.2, 0.6, 1])
def test_the_more_is_done_well_the_calmer_they_are(emotion, strength):
    replies = [
        (EMPATHY, SORRY, REMEDY, CAUSE),
        (EMPATHY, SORRY, REMEDY),
        (EMPATHY, REMEDY),
        (STOCK, REMEDY),
        (REMEDY,),
        (OK,),
        (POLICY,),
    ]
    moods = [ranking(after(*reply, emotion=emotion, strength=strength)) for reply in replies]
    assert moods == sorted(moods)
    assert len(set(moods)) == len(moods)


@pytest.mark.parametrize("emotion", UPSET)
@pytest.mark.parametrize("mistake", [BLAME, POLICY])
def test_blame_and_dismissal_make_angrier_than_before_whatever_else_is_said(emotion, mistake):
    for good in ((), (EMPATHY, SORRY), (EMPATHY, SORRY, REMEDY, CAUSE)):
        reaction = foresee(MESSAGE, understood(emotion), sentences(*good, mistake))
        assert reaction.after.anger > reaction.before.anger
        assert any(word in reaction.summary for word in ("angrier", "a little angrier"))


@pytest.mark.parametrize("emotion", UPSET)
def test_specific_words_help_more_than_stock_ones_and_a_conditional_apology_about_nothing(emotion):
    nothing = after(OK, emotion=emotion)
    assert after(EMPATHY, emotion=emotion).anger < after(STOCK, emotion=emotion).anger < nothing.anger
    weak = after(WEAK, emotion=emotion)
    assert abs(weak.anger - nothing.anger) < 0.05
    assert weak.satisfaction <= nothing.satisfaction


def test_empathy_first_calms_more_than_the_remedy_first():
    assert after(EMPATHY, SORRY, REMEDY).anger < after(REMEDY, EMPATHY, SORRY).anger


def test_a_remedy_that_was_asked_for_helps_more_than_another():
    refund = ("We have sent your money back to your card today.", "resolve")
    assert after(refund, wants=("refund",)).anger < after(refund, wants=("replacement",)).anger


def test_asking_for_what_they_told_annoys():
    start = MESSAGE.index("ST-4471")
    order = Detail("order", "ST-4471", start, start + 7, "detail.order")
    known = Understanding(Emotion("angry", 0.5), Urgency("Soon", 0.5), (), (order,), read_facts(MESSAGE))
    asks = sentences(("Could you tell me your order number?", "inquire"))
    reaction = foresee(MESSAGE, known, asks)
    assert "asked_twice" in {change.rule for change in reaction.changes}
    confirms = sentences(("Is ST-4471 your order number?", "inquire"))
    assert "asked_twice" not in {change.rule for change in foresee(MESSAGE, known, confirms).changes}


@pytest.mark.parametrize("emotion", UPSET)
def test_they_come_the_angrier_the_stronger_the_feeling_the_hurry_and_the_sum(emotion):
    def anger(**about):
        return foresee(MESSAGE, understood(emotion, **about), ()).before.anger

    assert anger(strength=0.2) < anger(strength=0.9)
    assert anger(urgency=0) < anger(urgency=1)
    money = Detail("amount", "£1,250.00", 0, 9, "detail.amount")
    plain = understood(emotion, details=False)
    rich = Understanding(plain.emotion, plain.urgency, plain.wants, (money,), plain.facts)
    assert failure_behind(rich).undesirable > failure_behind(plain).undesirable


def test_the_angry_are_angrier_than_the_anxious_and_the_calm():
    before = [foresee(MESSAGE, understood(emotion), ()).before.anger for emotion in ("angry", "anxious", "calm")]
    assert before == sorted(before, reverse=True)


def test_how_it_was_handled_makes_it_a_failed_process():
    assert failure_behind(understood(wants=("explanation",), details=False)).kind == "process"
    assert failure_behind(understood(wants=("refund", "explanation"), details=False)).kind == "outcome"


def test_the_ledger_names_words_and_rules_and_adds_up():
    reaction = foresee(MESSAGE, understood(), sentences(EMPATHY, SORRY, BLAME, REMEDY))
    moved = sum(change.by for change in reaction.changes if change.on == "anger")
    assert reaction.after.anger - reaction.before.anger == pytest.approx(moved)
    assert {BLAME[0], EMPATHY[0], REMEDY[0]} <= {change.words for change in reaction.changes}
    assert all(change.rule for change in reaction.changes)
    data = reaction.to_json()
    assert json.loads(json.dumps(data)) == data
    assert set(data) == {"before", "after", "changes", "summary"}


def test_the_summary_names_what_helps_and_what_costs():
    gist = foresee(MESSAGE, understood(strength=0.3), sentences(EMPATHY, POLICY)).summary
    assert "Naming the birthday helps most (“With your daughter's birthday tomorrow" in gist
    assert "“As per our policy, we cannot do that.” costs more than that" in gist


@pytest.mark.parametrize(
    ("pairs", "about", "gist"),
    [
        ((EMPATHY,), {}, "what is missing is something done about it."),
        ((EMPATHY, SORRY, REMEDY), {}, "calmer. Getting it to them helps most"),
        ((OK,), {"emotion": "calm", "wants": ("information",)}, "What is missing is the answer."),
        ((OK,), {"emotion": "pleased", "wants": (), "message": ""}, "as content as before. Nothing in it moves them"),
        ((BLAME,), {}, "angrier. “You should have ordered earlier.” hurts most"),
    ],
)
def test_what_the_summary_says(pairs, about, gist):
    assert gist in foresee(MESSAGE, understood(**about), sentences(*pairs)).summary


def test_a_plain_answer_is_the_remedy_of_one_who_only_asks():
    answer = ("The tracking page shows the parcel from six in the evening on.", "")
    asks = {"emotion": "calm", "wants": ("information",), "details": False}
    assert after(answer, **asks).satisfaction > after(("Nice weather.", ""), **asks).satisfaction


def test_an_empty_reply_moves_nobody_for_the_better():
    reaction = foresee(MESSAGE, understood(), ())
    assert reaction.after.anger >= reaction.before.anger
    assert reaction == foresee(MESSAGE, understood(), ())


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ("  sad: {loss:", "  glad: {loss:", "'glad'", "sad"),
        ("blame: [0.4, 0.4]", "blame: [0.4]", "blame", "two numbers"),
        ("  refund: [refund, money back", "  money: [refund, money back", "'money'", "refund"),
        (
            "    - {up_to: 0.12, text: a little angrier}",
            "    - {up_to: 0.5, text: a little angrier}",
            "moods",
            "lowest",
        ),
        ("    thank: thanking them\n", "", "without 'thank'", "'thank'"),
    ],
)
def test_an_error_names_line_found_and_expected(tmp_path, old, new, found, expected):
    text = FORESIGHT_FILE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / "foresight.yml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_foresight(path)
    assert caught.value.line
    assert found in str(caught.value)
    assert expected in str(caught.value)


@pytest.mark.model
def test_the_terrible_delay_calms_and_the_policy_angers_by_the_real_recogniser():
    message = "I have been waiting for my fridge for three weeks now, and nobody tells me anything. This is ridiculous."
    recogniser = Recogniser.load()
    kind = "I am so sorry for the terrible delay. I completely understand how frustrating and upsetting this must be."
    cold = "As per our policy, we cannot do that."
    kind, cold = (foresee(message, understand(message), recogniser.recognise(text, message)) for text in (kind, cold))
    assert kind.after.anger < kind.before.anger < cold.after.anger


def test_in_a_long_reply_the_same_sentence_counts_most():
    filler = [(f"Our shop has {number} windows.", "") for number in range(3, 40)]
    gist = foresee(MESSAGE, understood(), sentences(*filler[:18], EMPATHY, REMEDY, *filler[18:])).summary
    assert "Getting it to them helps most" in gist
