"""Debriefs and progress: made when first asked for, kept as they were, and each session's own."""

import pytest
from aged import age
from api_client import SCENARIO, assert_problem, new_id
from fake_rasa import FAREWELL

from assistant_api.store import SessionStore
from coaching.errors import MissingResourceError
from coaching.hints.wording import LIVE, MODES
from coaching.moves import STEPS


@pytest.fixture
def drafts(app, monkeypatch):
    """No recogniser is loaded: better wording comes from templates."""
    drafts = app.extensions["heard"].drafts
    monkeypatch.setattr(drafts, "checker", lambda: None)
    return drafts


@pytest.fixture
def ended(api, drafts):
    session = api.start(seed=3)
    api.say(session, "I am sorry. I understand. It is our policy.")
    api.say(session, "I will refund it.")
    return api.post(f"/sessions/{session['id']}/end").json


def debrief(api, session):
    return api.get(f"/sessions/{session['id']}/debrief")


def test_a_debrief_of_what_was_played(api, ended):
    answer = debrief(api, ended)
    assert answer.status_code == 200, answer.text
    told = answer.json
    assert told["rating"]["face"] in ("bad", "neutral", "good") and 0 <= told["rating"]["recommend"] <= 10
    assert [(point["turn"], point["anger"]) for point in told["curve"]] == [(0, 0.8), (1, 0.7), (2, 0.6)]
    assert told["figures"]["replies"] == 2
    assert told["ending"] == ended["ending"]
    assert told["scorecard"] == ended["scorecard"]
    assert told["versions"]["customer"] == ended["version"]
    assert told["versions"]["rubric"] == ended["scorecard"]["rubric"]["version"]


def test_it_is_made_once_and_then_stays(api, app, ended, monkeypatch):
    first = debrief(api, ended).json

    def fail(session):
        raise AssertionError("made a second time")

    monkeypatch.setattr(app.extensions["heard"].practice.lookback._debriefs, "debrief", fail)
    assert debrief(api, ended).json == first


def test_without_a_recogniser_there_is_one_that_is_not_kept(api, drafts, ended, database, monkeypatch):
    def untrained():
        raise MissingResourceError("The recogniser is not trained yet.")

    with monkeypatch.context() as patch:
        patch.setattr(drafts, "checker", untrained)
        assert debrief(api, ended).status_code == 200
    store = SessionStore(database)
    assert store.get(ended["id"]).debrief is None
    debrief(api, ended)
    assert store.get(ended["id"]).debrief is not None


def test_there_is_none_before_the_end(api, drafts):
    session = api.start()
    assert_problem(debrief(api, session), "session-open", 409)
    assert_problem(debrief(api, {"id": new_id()}), "not-found", 404)


def test_a_session_that_timed_out_has_one_too(api, drafts, database):
    session = api.start()
    api.say(session, "I am sorry.")
    age(database, session, days=2)
    told = debrief(api, session).json
    assert (told["ending"]["kind"], told["figures"]["replies"]) == ("timed_out", 1)
    # Until the last turn: the day that nobody came back is not time spent on the case.
    assert told["figures"]["seconds"] < 3600


def test_a_rewinds_debrief_is_its_own(api, ended):
    before = debrief(api, ended).json
    again = api.post(f"/sessions/{ended['id']}/rewind", {"turn": 2}).json
    assert_problem(debrief(api, again), "session-open", 409)
    api.say(again, FAREWELL)
    own = debrief(api, again).json
    assert own["ending"]["kind"] == "content"
    assert own["scorecard"] == api.get(f"/sessions/{again['id']}").json["scorecard"]
    assert debrief(api, ended).json == before


def test_the_scenario_may_be_gone(api, app, ended, monkeypatch):
    catalogue = app.extensions["heard"].catalogue
    left = {one: catalogue.library[one] for one in catalogue.library if one != SCENARIO}
    monkeypatch.setattr(catalogue, "library", left)
    assert_problem(debrief(api, ended), "no-debrief", 409)


def test_states_that_are_no_longer_understood_give_none(api, ended, database):
    with database.writing() as connection:
        connection.exec_driver_sql("""UPDATE turns SET state = '{"turn": 1}'""")
    assert_problem(debrief(api, ended), "no-debrief", 409)


def test_progress_before_the_first_session(api):
    progress = api.get("/progress").json
    assert (progress["sessions"], progress["weakest"], progress["hints"]) == ([], None, LIVE)
    assert progress["reason"]


def test_progress_tells_the_sessions_oldest_first(api, ended):
    later = api.post(f"/sessions/{api.start(level=5)['id']}/end").json
    told = debrief(api, later).json
    first, second = api.get("/progress").json["sessions"]
    assert first == {
        "id": ended["id"],
        "scenario": ended["scenario"],
        "level": ended["level"]["number"],
        "blind": False,
        "ended_at": ended["ended_at"],
        "score": ended["scorecard"]["score"],
        "face": None,
        "recommend": None,
        "steps": {
            step: pytest.approx(result["points"] / result["of"], abs=0.001)
            for step, result in ended["scorecard"]["steps"].items()
        },
        "rewind": False,
    }
    assert (second["id"], second["level"]) == (later["id"], 5)
    assert (second["face"], second["recommend"]) == (told["rating"]["face"], told["rating"]["recommend"])


def test_the_weakest_step_is_the_one_with_the_smallest_share_of_late(api, ended):
    progress = api.get("/progress").json
    shares = progress["sessions"][0]["steps"]
    assert progress["weakest"]["step"] == min(STEPS, key=shares.get)
    assert progress["weakest"]["share"] == min(shares.values())
    assert progress["weakest"]["title"] and progress["hints"] in MODES


def test_rewinds_are_shown_and_do_not_count(api, ended):
    before = api.get("/progress").json
    again = api.post(f"/sessions/{ended['id']}/rewind", {"turn": 1}).json
    for text in ("I understand. I am sorry.", FAREWELL):
        api.say(again, text)
    after = api.get("/progress").json
    assert [one["rewind"] for one in after["sessions"]] == [False, True]
    assert {**after, "sessions": after["sessions"][:1]} == before


def test_open_sessions_are_no_part_of_it(api, ended):
    api.start()
    assert len(api.get("/progress").json["sessions"]) == 1


def test_at_most_fifty_the_newest(api, ended, database):
    from sqlalchemy import insert, select

    from assistant_api.store.tables import sessions

    with database.writing() as connection:
        row = connection.execute(select(sessions)).one()._mapping
        copies = [{**row, "serial": None, "id": f"copy-{number}"} for number in range(60)]
        connection.execute(insert(sessions), copies)
    shown = [one["id"] for one in api.get("/progress").json["sessions"]]
    assert shown == [f"copy-{number}" for number in range(10, 60)]
