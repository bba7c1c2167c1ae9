"""A certificate says what it was given for, whatever is renamed or erased later; only with its owner it goes."""

from api_client import SCENARIO, assert_problem
from full_store import fill
from sqlalchemy import delete, select, update

from assistant_api.store.migrate import go_back, migrate
from assistant_api.store.person_data import erase_person
from assistant_api.store.tables import assignments, certificates, sessions


def certificate(asking, made):
    told = asking.get(f"/certificates/{asking.read(made)['mine']['certificate']}")
    assert told.status_code == 200, told.text
    return told.json


def paper(asking, told):
    answer = asking.get(f"/certificates/{told['code']}.pdf")
    assert answer.status_code == 200, answer.text
    return answer.data


def test_what_is_renamed_later_stays_as_it_was(cast, ann, tess, database):
    made = tess.assign()
    ann.attempt(made)
    before = certificate(ann, made)
    printed = paper(ann, before)
    assert tess.change(made, title="Stay very calm").status_code == 200
    with database.writing() as connection:
        connection.execute(update(assignments).values(scenario_id="gone", level=5, pass_mark=0))
        connection.execute(update(sessions).values(scenario_title="Another name", scorecard=None))
    after = certificate(ann, made)
    assert after == before and after["title"] == "Stay calm" and after["rubric"]
    assert paper(ann, after) == printed


def test_it_outlives_the_session_whole(ann, tess):
    made = tess.assign()
    session = ann.attempt(made)
    before = certificate(ann, made)
    assert ann.client.delete(f"/api/v1/sessions/{session}").status_code == 204
    assert certificate(ann, made) == before


def test_it_goes_with_whoever_it_was_given_to(cast, ann, tess, database):
    made = tess.assign()
    ann.attempt(made)
    told = certificate(ann, made)
    erase_person(database, "ann")
    assert_problem(cast["ada"].get(f"/certificates/{told['code']}"), "not-found", 404)


def test_those_of_before_keep_what_is_still_known(database):
    fill(database)
    go_back(database, "0008")
    migrate(database)
    with database.reading() as connection:
        row = connection.execute(select(certificates)).one()
        scored = connection.execute(select(sessions.c.scorecard).where(sessions.c.id == row.session_id)).scalar_one()
    assert (row.title, row.level, row.pass_mark, row.scenario_title) == ("Parcels", 3, 60, "A late parcel")
    assert row.rubric == scored["rubric"]["version"]


def test_one_of_before_without_its_session_names_the_scenario_as_it_is_now(database, alone):
    fill(database)
    go_back(database, "0008")
    with database.changing_tables() as connection:
        connection.execute(delete(sessions))
        connection.execute(update(assignments).values(scenario_id=SCENARIO))
    migrate(database)
    told = alone.get("/certificates/HEARD-1").json
    assert told["rubric"] is None and told["title"] == "Parcels"
    assert told["scenario"] == "A late parcel, needed for a birthday"
