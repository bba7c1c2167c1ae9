"""The sample holds rare labels, is the same for a seed, tells nothing of how it was drawn, and is noted once."""

import json

from sqlalchemy import select

from assistant_api.seeing.rules import seeing_rules
from assistant_api.seeing.sampling import drawn_by_label, rare_labels
from assistant_api.store.audit import AuditStore
from assistant_api.store.tables import audit

COMMON = (("I am sorry.", ["apologize"]), ("It is our policy.", ["policy"]), ("I will send a new lamp.", ["resolve"]))


def places(sample):
    return [(one["session"], one["turn"], one["sentence"]) for one in sample["sentences"]]


def test_what_fewer_than_a_share_carries_is_rare_and_the_rarest_comes_first():
    carried = [["hear"]] * 96 + [["blame"], ["blame", "hostile"], ["blame"], []]
    assert rare_labels(carried, 0.05) == ["hostile", "blame"]
    assert rare_labels(carried, 0.02) == ["hostile"] and rare_labels([], 0.5) == []


def test_each_label_has_its_turn_and_nothing_is_drawn_twice():
    carried = {f"blame {one}": ["blame"] for one in range(9)} | {"both": ["blame", "hostile"], "neither": ["hear"]}
    found = drawn_by_label(carried, ["hostile", "blame"], 4, 1)
    assert found[0] == "both" and len(set(found)) == 4 and "neither" not in found
    assert (
        found
        == drawn_by_label(carried, ["hostile", "blame"], 4, 1)
        != drawn_by_label(carried, ["hostile", "blame"], 4, 2)
    )
    assert len(drawn_by_label(carried, ["hostile", "blame"], 99, 1)) == 10


def test_rare_labels_are_in_every_sample(cohort):
    for number in range(100):
        said = [*COMMON, ("You should have read it.", ["blame"])] if number in (3, 50, 90) else COMMON
        cohort.add("ann", sentences=said)
    for seed in (1, 2, 3):
        found = cohort["tess"].sample(seed=seed)
        texts = [one["text"] for one in found["sentences"]]
        assert len(texts) == seeing_rules().sentences and len(set(places(found))) == len(texts)
        assert texts.count("You should have read it.") == found["rare"] == 3
        assert places(found) == places(cohort["tom"].sample(seed=seed))
    # They would be known by it if they always came first or last.
    drawn = [cohort["tess"].sample(seed=seed)["sentences"] for seed in range(12)]
    assert {"You should have read it."} not in ({one[0]["text"] for one in drawn}, {one[-1]["text"] for one in drawn})
    assert places(cohort["tess"].sample(seed=1)) != places(cohort["tess"].sample(seed=2))
    assert '"blame"' not in json.dumps(found) and "unsure" not in json.dumps(found)


def test_rare_ones_take_no_more_than_their_share(cohort):
    for _ in range(30):
        cohort.add("ann", sentences=[(f"Word {one}.", ["hear"]) for one in range(24)] + [("Your fault.", ["blame"])])
    found = cohort["tess"].sample()
    assert found["rare"] == round(seeing_rules().sentences * seeing_rules().rare_share) == 20
    assert len(found["sentences"]) == 40


def noted(cohort):
    with cohort.database.reading() as connection:
        return connection.execute(select(audit).where(audit.c.action == "read").order_by(audit.c.serial)).all()


def test_a_sample_is_one_line_of_the_record_and_told_to_whose_it_is(cohort):
    ids = sorted(cohort.add("ann") for _ in range(3)) + [cohort.add("bo")]
    found = cohort["tess"].sample(seed=5)
    cohort["tess"].sample(seed=5)
    for one in found["sentences"]:
        cohort["tess"].rate(one["session"], turn=one["turn"], sentence=one["sentence"], labels=[])
    (line,) = noted(cohort)
    assert (line.person_id, line.object_kind, line.object_id) == ("tess", "sample", f"5 of {found['until']}")
    assert line.detail == {"of": ["ann"], "sessions": ids[:3]}
    store = AuditStore(cohort.database)
    readers = store.readers_of("ann")
    assert {(one.name, one.session) for one in readers} == {("Tess Trainer", one) for one in ids[:3]}
    assert store.readers_of("bo") == []
    told = cohort["ann"].get("/people/ann/export").json
    assert [one["object_id"] for one in told["record"] if one["object_kind"] == "sample"] == [line.object_id]


def test_ones_own_sessions_are_read_by_nobody_else(cohort):
    cohort.add("ada")
    assert cohort["ada"].sample()["sentences"] and noted(cohort) == []
