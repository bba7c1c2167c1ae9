"""Debriefs of whole sessions, played by script in three scenarios."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from played_scripts import BEGAN, SCRIPTS, play, text_of

from coaching.debrief import debrief
from coaching.errors import CoachError
from coaching.rubric import DRAFT, Rubric
from coaching.suggestions import DraftChecker

KINDS = [(scenario, kind) for scenario, kinds in SCRIPTS.items() for kind in kinds]


@pytest.fixture
def look_back(customer, rubric):
    def look(scenario, script, checker=None, **begin):
        played = play(customer, scenario, script, **begin)
        return debrief(played, customer.scenarios[scenario], customer.personas[played.persona_id], rubric, checker)

    return look


@pytest.mark.parametrize(("scenario", "kind"), KINDS)
def test_every_debrief_is_whole_and_no_flood(look_back, scenario, kind):
    script = SCRIPTS[scenario][kind]
    data = look_back(scenario, script).to_json()
    assert json.loads(json.dumps(data)) == data
    assert len(data["differently"]) <= 3 and len(data["went_well"]) <= 3 and len(data["moments"]) <= 5
    assert [point["turn"] for point in data["curve"]] == list(range(data["figures"]["replies"] + 1))
    assert data["goal"] and data["ending"] and all(data["versions"][name] for name in ("rubric", "customer", "debrief"))
    for advice in data["differently"]:
        said = text_of(script[advice["turn"] - 1])
        assert said[advice["start"] : advice["end"]] == advice["said"]
        assert not re.search(r"[\[\]{}]", advice["instead"] + advice["why"])
        assert advice["instead"].endswith((".", "?", "!"))
        assert advice["instead"] not in said
    for praise in data["went_well"]:
        assert praise["words"] in text_of(script[praise["turn"] - 1])
    for moment in data["moments"]:
        assert moment["why"]
        assert moment["words"] in text_of(script[moment["turn"] - 1])


@pytest.mark.parametrize(("scenario", "kind"), KINDS)
def test_the_same_session_has_the_same_debrief(look_back, scenario, kind):
    script = SCRIPTS[scenario][kind]
    assert look_back(scenario, script).to_json() == look_back(scenario, script).to_json()


@pytest.mark.parametrize("scenario", SCRIPTS)
def test_an_excellent_session_is_praised_and_a_rude_one_is_not(look_back, scenario):
    good, rude = (look_back(scenario, SCRIPTS[scenario][kind]) for kind in ("excellent", "rude"))
    assert (good.rating.face, rude.rating.face) == ("good", "bad")
    assert good.rating.recommend >= 7 > 3 >= rude.rating.recommend
    assert len(good.went_well) == 3 and good.differently == ()
    assert len(rude.differently) == 3 and rude.went_well == ()
    assert good.figures.root_cause.found and not rude.figures.root_cause.found
    assert all(want.met for want in good.figures.wants) and not any(want.met for want in rude.figures.wants)


@pytest.mark.parametrize("scenario", SCRIPTS)
def test_what_was_missing_is_what_is_advised(look_back, scenario):
    def rules(kind):
        return {advice.rule for advice in look_back(scenario, SCRIPTS[scenario][kind]).differently}

    assert rules("solutions") == {f"advice.missing.{step}" for step in ("hear", "empathize", "apologize")}
    assert {"advice.remedy.none", "advice.cause"} <= rules("feelings")
    assert {"advice.missing.hear", "advice.stock.empathize"} <= rules("magic")
    assert any(rule.startswith("advice.mistake.") for rule in rules("rude"))


def test_wording_for_a_step_is_the_scenarios_own(look_back):
    advice = look_back("late_parcel", SCRIPTS["late_parcel"]["solutions"]).differently
    assert any("birthday" in one.instead for one in advice)


def test_times_leave_pauses_out_and_are_none_where_not_known(customer, rubric):
    played = play(customer, "late_parcel", SCRIPTS["late_parcel"]["solutions"])
    who, scenario = customer.personas[played.persona_id], customer.scenarios["late_parcel"]
    figures = debrief(played, scenario, who, rubric).figures
    assert (figures.first_response_seconds, figures.seconds) == (60, 120 * len(played.turns))
    rested = debrief(replace(played, paused_seconds=60.0), scenario, who, rubric).figures
    assert rested.seconds == figures.seconds - 60
    unknown = debrief(replace(played, started_at=None), scenario, who, rubric).figures
    assert unknown.first_response_seconds is None and unknown.seconds is None
    early = debrief(replace(played, started_at=BEGAN + timedelta(days=1)), scenario, who, rubric).figures
    assert early.first_response_seconds == early.seconds == 0


def test_promises_are_told_with_who_and_when(look_back):
    promises = look_back("late_parcel", SCRIPTS["late_parcel"]["excellent"]).figures.promises
    told = {(promise.turn, promise.who, promise.when) for promise in promises}
    assert (2, "I", "on Friday by 6 pm") in told
    assert (3, "I", "on Friday at six") in told


def test_a_promise_beyond_the_limits_is_told_and_worded_within_them(look_back):
    script = [[("resolve", "I will pay you the price of the machine back by noon.")], [("courtesy", "Goodbye.")]]
    told = look_back("warranty_claim", script)
    assert [(one.turn, one.limit) for one in told.figures.beyond_limits] == [(1, "needs a supervisor")]
    (advice,) = [one for one in told.differently if one.rule == "advice.beyond_limits"]
    assert "supervisor" in advice.instead


def test_asking_for_what_is_known_is_worded_with_what_it_was(look_back):
    script = [[("inquire", "Could you give me your order number?")], *SCRIPTS["late_parcel"]["excellent"]]
    advice = [one for one in look_back("late_parcel", script).differently if one.rule == "advice.asked_known"]
    assert [one.instead for one in advice] == [
        "I have the order number here in front of me, so you needn't look for it."
    ]


def test_a_mistake_tells_how_far_it_angered(look_back):
    advice = look_back("abandoned_payment", SCRIPTS["abandoned_payment"]["rude"]).differently
    assert any(re.search(r"anger rose by \d+ of 100", one.why) for one in advice)


def test_a_session_without_a_word_has_a_debrief(look_back):
    told = look_back("late_parcel", [])
    assert (told.figures.replies, told.differently, told.went_well, told.moments) == (0, (), (), ())
    assert told.rating.face == "bad"
    assert "rating.silent" in {one.rule for one in told.rating.reasons}


def test_a_message_that_was_not_judged_has_a_debrief(look_back):
    told = look_back("late_parcel", [[], [("apologize", "I am sorry that the telescope is late.")]])
    assert told.figures.replies == 2


def test_a_rubric_for_drafts_is_refused(customer):
    played = play(customer, "late_parcel", [])
    with pytest.raises(CoachError, match="none for sessions"):
        debrief(played, customer.scenarios["late_parcel"], customer.personas["furious"], Rubric.load(DRAFT))


@pytest.mark.model
@pytest.mark.parametrize("scenario", SCRIPTS)
def test_with_the_suggestion_engine_wording_has_no_blanks_and_makes_no_mistakes(look_back, reader, scenario):
    checker = DraftChecker.load()
    for kind in SCRIPTS[scenario]:
        for advice in look_back(scenario, SCRIPTS[scenario][kind], checker).differently:
            assert not re.search(r"[\[\]{}]", advice.instead)
            assert not [one.labels for one in reader.recognise(advice.instead) if "blame" in one.labels]


def test_the_card_offers_no_remedy_twice(look_back):
    script = [[("dismiss", "There is nothing we can do.")], [("policy", "Our rules say no.")], [("courtesy", "Bye.")]]
    told = [one.instead for one in look_back("late_parcel", script).differently]
    offers = [text.split("Here is what I can do for you: ")[1] for text in told if "Here is what" in text]
    assert len(offers) == len(set(offers)) >= 2


@pytest.mark.parametrize("scenario", SCRIPTS)
def test_rudeness_is_told_even_where_nothing_was_left_to_lose(look_back, scenario):
    rules = {one.rule for one in look_back(scenario, SCRIPTS[scenario]["rude"]).differently}
    assert {"advice.mistake.hostile", "advice.mistake.blame"} <= rules
