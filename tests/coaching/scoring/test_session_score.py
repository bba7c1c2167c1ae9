"""Whole sessions, played by script: what they score, hand-labelled and recognised, and that no trick pays."""

import json

import pytest
from played_scripts import SCRIPTS, play

from coaching.moves import STEPS
from coaching.scorecard import score
from coaching.scoring.session import rows_of, score_session
from coaching.scoring.session_weights import QUALITIES

BANDS = {
    "excellent": (85, 100),
    "solutions": (40, 65),
    "feelings": (40, 65),
    "rude": (0, 14),
    "magic": (0, 39),
    "soup": (0, 25),
    "glue": (0, 39),
    "parrot": (0, 30),
}
BOTH = ["labelled", pytest.param("recognised", marks=pytest.mark.model)]


@pytest.mark.parametrize("how", BOTH)
@pytest.mark.parametrize("kind", BANDS)
@pytest.mark.parametrize("scenario", SCRIPTS)
def test_each_kind_of_agent_scores_in_its_band(customer, rubric, request, scenario, kind, how):
    reader = request.getfixturevalue("reader") if how == "recognised" else None
    played = play(customer, scenario, SCRIPTS[scenario][kind], reader)
    low, high = BANDS[kind]
    assert low <= score_session(played, customer.scenarios[scenario], rubric).score <= high


@pytest.mark.parametrize("scenario", SCRIPTS)
def test_every_point_is_accounted_for_and_every_line_names_its_words(customer, rubric, scenario):
    played = play(customer, scenario, SCRIPTS[scenario]["excellent"])
    data = score_session(played, customer.scenarios[scenario], rubric).to_json()
    assert data["score"] == round(sum(point["points"] for point in data["points"]))
    assert tuple(data["qualities"]) == QUALITIES
    texts = [row.text for row in rows_of(played)]
    for part in (*data["steps"].values(), *data["qualities"].values()):
        assert bool(part["evidence"]) == (part["points"] > 0)
        for proof in part["evidence"]:
            assert texts[proof["row"]][proof["start"] : proof["end"]] == proof["text"]
            assert proof["turn"] == (proof["row"] + 1) // 2
    for name, quality in data["qualities"].items():
        (point,) = [point for point in data["points"] if point["rule"] == f"quality.{name}"]
        assert point["points"] == quality["points"] <= quality["of"]
    assert json.loads(json.dumps(data)) == data


def test_the_same_session_scores_the_same(customer, rubric):
    scenario = customer.scenarios["late_parcel"]
    once, again = (
        score_session(play(customer, "late_parcel", SCRIPTS["late_parcel"]["excellent"]), scenario, rubric)
        for _ in range(2)
    )
    assert once.to_json() == again.to_json()


def test_without_a_scenario_what_only_it_tells_goes_to_the_steps(customer, rubric):
    played = play(customer, "late_parcel", SCRIPTS["late_parcel"]["excellent"])
    with_story = score_session(played, customer.scenarios["late_parcel"], rubric)
    without = score(rows_of(played), rubric)
    assert set(without.qualities) == set(QUALITIES) - {"remedy", "cause"}
    for card in (with_story, without):
        lines = [*(card.steps[step].of for step in STEPS), *(one.of for one in card.qualities.values())]
        assert sum(lines) == pytest.approx(100)


def test_asking_for_what_the_card_shows_costs_and_names_it(customer, rubric):
    script = [[("inquire", "Could you give me your order number?")], *SCRIPTS["late_parcel"]["solutions"]]
    card = score_session(play(customer, "late_parcel", script), customer.scenarios["late_parcel"], rubric)
    (line,) = [point for point in card.points if point.rule == "asked_known"]
    assert line.points < 0
    assert "order number" in line.reason


def test_a_promise_beyond_the_limits_costs_and_makes_up_for_nothing(customer, rubric):
    scenario = customer.scenarios["warranty_claim"]
    inside = [[("resolve", "I will ask my supervisor for the price of the machine back, and ring you by noon.")]]
    beyond = [[("resolve", "I will pay you the price of the machine back by noon.")]]
    good, bad = (score_session(play(customer, "warranty_claim", one), scenario, rubric) for one in (inside, beyond))
    assert good.qualities["remedy"].points > bad.qualities["remedy"].points == 0
    (line,) = [point for point in bad.points if point.rule == "beyond_limits.money_back"]
    assert line.points < 0
    assert "needs a supervisor" in line.reason


def test_a_fitting_remedy_earns_more_than_a_poor_one(customer, rubric):
    scenario = customer.scenarios["late_parcel"]
    scripts = (
        [[("resolve", "I am giving you a voucher today.")]],
        [[("resolve", "I am sending it by courier, so that you have it on Saturday.")]],
    )
    poor, fitting = (score_session(play(customer, "late_parcel", one), scenario, rubric) for one in scripts)
    assert 0 < poor.qualities["remedy"].points < fitting.qualities["remedy"].points


def test_a_guess_at_the_cause_is_none(customer, rubric):
    scenario = customer.scenarios["late_parcel"]
    scripts = (
        [[("diagnose", "Perhaps the label was wrong?")]],
        [[("diagnose", "The label leaves out flat 6, so the driver turned back.")]],
    )
    guess, found = (score_session(play(customer, "late_parcel", one), scenario, rubric) for one in scripts)
    assert guess.qualities["cause"].points == 0 < found.qualities["cause"].points
