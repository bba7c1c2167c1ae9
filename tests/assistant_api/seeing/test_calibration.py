"""Rating blind: the sample, keeping and taking back, who may, what it comes to, and corrections that follow from it."""

import json

import pytest
from api_client import assert_problem

from assistant_api.store.review_overrules import Overrules


@pytest.fixture
def session(cohort):
    return cohort.add("ann", 60)


def test_the_sample_hides_who_it_was_and_what_the_machine_sees(cohort, session):
    found = cohort["tess"].sample(seed=7)
    assert {one["text"] for one in found["sentences"]} == {
        "I am sorry.",
        "It is our policy.",
        "I will send a new lamp.",
    }
    (policy,) = [one for one in found["sentences"] if one["sentence"] == 1]
    assert policy["before"] == "I am sorry." and policy["customer"] == "Where is my lamp?" and policy["labels"] is None
    (whole,) = found["sessions"]
    assert [line["by"] for line in whole["lines"]] == ["customer", "agent", "customer"] and whole["score"] is None
    text = json.dumps(found)
    assert "apologize" not in text and "Ann" not in text and '"machine"' not in text and ": 60" not in text


def test_the_same_seed_draws_the_same_for_colleagues(cohort):
    for _ in range(30):
        cohort.add("ann")
    places = [
        [(one["session"], one["sentence"]) for one in cohort[name].sample(seed=seed)["sentences"]]
        for name, seed in (("tess", 3), ("tom", 3), ("tess", 4))
    ]
    assert len(places[0]) == 40 and places[0] == places[1] != places[2]


def test_only_told_sessions_of_ones_people_are_drawn(cohort):
    cohort.add("ann", opened=False, days=0)
    cohort.add("bo")
    cohort.add("tess")
    assert cohort["tess"].sample()["sentences"] == []
    # Admins rate everybody's, but neither do they see the first.
    assert len(cohort["ada"].sample()["sessions"]) == 2


def test_ratings_are_kept_changed_and_taken_back(cohort, session):
    tess = cohort["tess"]
    tess.rate(session, turn=1, sentence=0, labels=["resolve", "hear", "hear"])
    tess.rate(session, score=30)
    tess.rate(session, score=40)
    found = tess.sample()
    assert [one["labels"] for one in found["sentences"] if one["sentence"] == 0] == [["hear", "resolve"]]
    assert found["sessions"][0]["score"] == 40
    assert cohort["tom"].sample()["sessions"][0]["score"] is None
    tess.rate(session, turn=1, sentence=0)
    tess.rate(session)
    assert tess.agreement()["raters"] == 0
    tess.rate(session, turn=1, sentence=0, labels=[])
    assert [one["labels"] for one in tess.sample()["sentences"] if one["sentence"] == 0] == [[]]


def test_agreement_among_trainers_and_with_the_machine(cohort):
    ids = [cohort.add("ann", score) for score in (20, 50, 80)]
    for name, labels in (("tess", ["apologize"]), ("tom", ["hear"])):
        for number, one in enumerate(ids):
            cohort[name].rate(one, turn=1, sentence=0, labels=labels)
            cohort[name].rate(one, turn=1, sentence=1, labels=[])
            cohort[name].rate(one, score=10 + 30 * number)
    found = cohort["tess"].agreement()
    assert (found["raters"], found["sentences"], found["sessions"]) == (2, 6, 3)
    by_label = {one["label"]: one for one in found["labels"]}
    sorry = by_label["apologize"]
    assert (sorry["machine"]["n"], sorry["machine"]["both"], sorry["machine"]["second"]) == (12, 3, 3)
    assert sorry["machine"]["kappa"] == pytest.approx(0.5)
    assert sorry["among"]["n"] == 6 and sorry["among"]["kappa"] == 0
    assert by_label["thank"]["among"]["kappa"] is None and by_label["thank"]["among"]["note"] == "nobody gave it"
    assert found["scores_machine"]["pearson"] == pytest.approx(1) and found["scores_machine"]["n"] == 6
    assert found["scores_among"] == {"n": 3, "pearson": pytest.approx(1), "spearman": pytest.approx(1), "note": ""}
    assert {"trainer": "hear", "machine": "apologize", "count": 3} in found["confusion"]
    assert {"trainer": "none", "machine": "policy", "count": 6} in found["confusion"]
    assert found["weak"] == ["hostile", "dismiss", "blame"]
    assert {one["sentence"] for one in found["differing"]} == {1}


def test_what_differs_can_be_sent_to_corrections(cohort):
    tess, session = cohort["tess"], cohort.played("ann", "It is our policy.")
    tess.rate(session, turn=1, sentence=0, labels=["dismiss"])
    (one,) = tess.agreement()["differing"]
    assert (one["labels"], one["machine"], one["corrected"]) == (["dismiss"], ["policy"], False)
    said = {"turn": 1, "sentence": 0, "labels": one["labels"], "reason": "It refuses."}
    assert tess.post(f"/review/sessions/{session}/labels", said).status_code == 201
    assert [kept["labels"] for kept in Overrules(cohort.database).labels()] == [["dismiss"]]
    assert tess.agreement()["differing"][0]["corrected"] is True


def test_who_may_rate(cohort, session):
    assert_problem(cohort["ann"].get("/calibration"), "role-too-low", 403)
    assert_problem(cohort["ann"].get("/calibration/agreement"), "role-too-low", 403)
    assert_problem(cohort["ann"].put(f"/calibration/sessions/{session}", {"score": 1}), "role-too-low", 403)
    cohort["tess"].rate(session, score=1)
    assert cohort["sid"].agreement()["raters"] == 0
    mine, untold = cohort.add("tess"), cohort.add("ann", days=0, opened=False)
    for name, one in (("sid", session), ("tess", mine), ("tess", untold), ("tess", "none"), ("tess", "%00")):
        assert_problem(cohort[name].put(f"/calibration/sessions/{one}", {"score": 1}), "not-found", 404)


WRONG = [
    *(({"score": value}, "score") for value in (-1, 101, 1.5, "5", True, [], {})),
    *(({"turn": 1, "sentence": 0, "labels": value}, "labels") for value in ("hear", ["nice"], [1], [None], {}, 3)),
    *(({"turn": value, "sentence": 0, "labels": []}, "turn") for value in (0, -1, "1", 1.5, [], True)),
    *(({"turn": 1, "sentence": value, "labels": []}, "sentence") for value in (-1, 3, 99, "0", None)),
    ({"turn": 9, "sentence": 0, "labels": []}, "sentence"),
    ({"sentence": 0, "labels": []}, "sentence"),
    ({"labels": []}, "labels"),
    ({"turn": 1, "sentence": 0, "score": 4}, "score"),
    ({"rater": "tom"}, "rater"),
]
WRONG_SAMPLES = [("seed", "-1"), ("seed", "x"), ("seed", "1000001"), ("until", "3"), ("until", "2026-02-30")]


def test_malformed_ratings_are_told_what_is_wrong(cohort, session):
    for body, field in WRONG:
        answer = cohort["tess"].put(f"/calibration/sessions/{session}", body)
        assert_problem(answer, "validation", 422)
        assert answer.json["errors"][0]["field"] == field, body


def test_malformed_samples_are_told_what_is_wrong(cohort):
    for name, value in [*WRONG_SAMPLES, ("until", "9999-12-31"), ("sed", "1")]:
        assert_problem(cohort["tess"].get("/calibration", query_string={name: value}), "validation", 422)
