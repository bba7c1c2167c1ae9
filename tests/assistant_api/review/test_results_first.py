"""Results reach the trainee first: what others read of a session before its player has opened the debrief."""

from datetime import timedelta

import pytest
from aged import age, told
from api_client import assert_problem
from sqlalchemy import select, update

from assistant_api.store import SessionStore, now
from assistant_api.store.tables import sessions
from assistant_api.store.told import Onlooker

DAY = timedelta(hours=24)
RESULT = ("score", "ending", "mood")


@pytest.fixture
def unseen(cast):
    """A session of Ann's, who has not opened its debrief."""
    return cast["ann"].played("I am sorry. It is our policy.", "I understand. I will refund it.")


def line(who, session_id):
    (found,) = [one for one in who.listed()["sessions"] if one["id"] == session_id]
    return found


def ids(page):
    return [one["id"] for one in page["sessions"]]


@pytest.mark.parametrize("name", ["tess", "ada"])
def test_the_list_says_until_when_in_place_of_the_result(cast, unseen, name):
    held = line(cast[name], unseen)
    assert {one: held[one] for one in RESULT} == dict.fromkeys(RESULT)
    assert held["held_back"] is True
    assert told(held["held_until"]) == told(held["ended_at"]) + DAY
    own = line(cast["ann"], unseen)
    assert None not in [own[one] for one in RESULT]
    assert (own["held_back"], own["held_until"]) == (False, None)
    cast["ann"].opens(unseen)
    assert {one: line(cast[name], unseen)[one] for one in RESULT} == {one: own[one] for one in RESULT}
    assert line(cast[name], unseen)["held_back"] is False


def test_after_a_day_it_is_shown_opened_or_not(cast, unseen, database):
    age(database, {"id": unseen}, hours=23, minutes=58)
    assert line(cast["tess"], unseen)["held_back"] is True
    age(database, {"id": unseen}, minutes=3)
    assert line(cast["tess"], unseen)["score"] == line(cast["ann"], unseen)["score"]
    assert cast["tess"].get(f"/sessions/{unseen}/debrief").status_code == 200


@pytest.mark.parametrize("query", [{"score_from": 0}, {"score_to": 100}, {"ending": "content"}])
def test_no_filter_tells_what_is_held_back(cast, unseen, query):
    for name in ("tess", "ada"):
        page = cast[name].listed(**query)
        assert (page["sessions"], page["total"]) == ([], 0)
        assert cast[name].get("/exports/sessions.json", query_string=query).json["sessions"] == []
    assert ids(cast["ann"].listed(**query)) == [unseen]
    cast["ann"].opens(unseen)
    assert ids(cast["tess"].listed(**query)) == [unseen]


def test_nor_does_the_order_by_score(cast, database):
    ann = cast["ann"]
    best, worst, middle = made = [ann.played("Hello.") for _ in range(3)]
    with database.writing() as connection:
        for session_id, score in zip(made, (90, 10, 50), strict=True):
            connection.execute(update(sessions).where(sessions.c.id == session_id).values(score=score))
    assert ids(ann.listed(sort="highest")) == [best, middle, worst]
    ann.opens(middle)
    # Among those of which nothing is known, the time of the start decides.
    assert ids(cast["tess"].listed(sort="highest")) == [middle, worst, best]
    assert ids(cast["tess"].listed(sort="lowest")) == [best, worst, middle]
    first = cast["tess"].listed(sort="highest", limit=2)
    assert ids(cast["tess"].listed(sort="highest", limit=2, before=first["next"])) == [best]


def test_what_was_said_and_its_marks_are_read_at_once(cast, unseen):
    held, own = cast["tess"].review(unseen), cast["ann"].review(unseen)
    for name in ("opening", "closing", "title", "customer", "level", "started_at", "ended_at", "people"):
        assert held[name] == own[name]
    assert [(one["agent"], one["customer"]) for one in held["turns"]] == [
        (one["agent"], one["customer"]) for one in own["turns"]
    ]
    assert held["turns"][0]["agent"]["sentences"][1]["labels"] == ["policy"]
    for name in ("scorecard", "corrected", "ending", "mood", "opening_mood"):
        assert held[name] is None
    assert all(one["mood"] is None and one["changes"] == [] for one in held["turns"])
    assert (held["held_back"], told(held["held_until"])) == (True, told(held["ended_at"]) + DAY)
    assert (own["held_back"], own["held_until"], own["scorecard"] is None) == (False, None, False)
    assert held["may"] == dict.fromkeys(held["may"], False)


def test_neither_session_nor_debrief_is_read_by_others_and_that_opens_nothing(cast, unseen):
    for name in ("tess", "ada"):
        for path in (f"/sessions/{unseen}", f"/sessions/{unseen}/debrief", f"/sessions/{unseen}/debrief?glance=yes"):
            told_why = assert_problem(cast[name].get(path), "result-held", 409)["detail"]
            assert told_why.startswith("Ann Lee sees first how this session went.") and " UTC. What was" in told_why
        cast[name].get(f"/exports/session/{unseen}.pdf")
        assert line(cast[name], unseen)["held_back"] is True


def test_a_glance_at_the_rating_opens_nothing(cast, unseen):
    glance = cast["ann"].get(f"/sessions/{unseen}/debrief?glance=yes").json
    assert line(cast["tess"], unseen)["held_back"] is True
    assert cast["ann"].get(f"/sessions/{unseen}/debrief").json["rating"] == glance["rating"]
    assert line(cast["tess"], unseen)["held_back"] is False
    assert_problem(cast["ann"].get(f"/sessions/{unseen}/debrief?glance=no"), "validation", 422)


def test_a_session_that_goes_on_is_its_players_too(cast):
    session = cast["ann"].start()
    cast["ann"].say(session, "I am sorry.")
    held = cast["tess"].review(session["id"])
    assert (held["held_back"], held["held_until"], held["mood"], held["status"]) == (True, None, None, "open")
    assert_problem(cast["tess"].get(f"/sessions/{session['id']}"), "result-held", 409)
    assert_problem(cast["tess"].get(f"/sessions/{session['id']}/debrief"), "session-open", 409)


def test_a_comment_may_be_written_before_but_nothing_overruled(cast, unseen):
    one, tess = f"/review/sessions/{unseen}", cast["tess"]
    assert tess.post(f"{one}/comments", {"turn": 1, "text": "Well begun."}).status_code == 201
    labels = {"turn": 1, "sentence": 1, "labels": ["hear"], "reason": "It sums up."}
    points = {"rule": "step.hear", "points": 3, "reason": "It sums up."}
    assert_problem(tess.post(f"{one}/labels", labels), "result-held", 409)
    assert_problem(tess.post(f"{one}/points", points), "result-held", 409)
    cast["ann"].opens(unseen)
    assert tess.review(unseen)["may"]["overrule"] is True
    assert tess.post(f"{one}/labels", labels).status_code == 201


def test_whoever_disputes_a_score_has_seen_it(cast, unseen):
    assert cast["ann"].post(f"/review/sessions/{unseen}/dispute", {"reason": "I did sum up."}).status_code == 201
    seen = cast["tess"].review(unseen)
    assert (seen["held_back"], seen["may"]["answer"]) == (False, True)
    assert seen["scorecard"]["score"] == line(cast["tess"], unseen)["score"]


def test_real_chats_are_nobodys_practice(cast):
    chat = {"format": "text", "content": "Customer: It never came.\nAgent: I am sorry.", "person": "ann", "title": ""}
    answer = cast["tess"].post("/review/imports", chat)
    assert answer.status_code == 201, answer.text
    (brought_in,) = answer.json["sessions"]
    assert line(cast["tess"], brought_in)["held_back"] is False
    assert cast["tess"].review(brought_in)["held_back"] is False


def test_where_nobody_signs_in_nothing_is_held_back(api):
    session = api.start()
    api.post(f"/sessions/{session['id']}/end")
    (row,) = api.get("/review/sessions").json["sessions"]
    assert (row["held_back"], row["score"] is None) == (False, False)
    assert api.get(f"/review/sessions/{session['id']}").json["scorecard"]


def test_it_stays_a_rewinds_own_affair(cast, unseen):
    ann = cast["ann"]
    ann.opens(unseen)
    again = ann.post(f"/sessions/{unseen}/rewind", {"turn": 1}).json["id"]
    ann.post(f"/sessions/{again}/end")
    assert (line(cast["tess"], unseen)["held_back"], line(cast["tess"], again)["held_back"]) == (False, True)


def test_the_rule_is_the_same_for_a_list_and_for_one_session(cast, unseen, database):
    opened, old = cast["ann"].opens(cast["ann"].played("Hello.")), cast["ann"].played("Hello.")
    going_on = cast["ann"].start()["id"]
    age(database, {"id": old}, days=2)
    for viewer, sees in (("ann", {unseen, opened, old, going_on}), ("tess", {opened, old})):
        looks = Onlooker(viewer, now(), DAY)
        with database.reading() as connection:
            listed = set(connection.execute(select(sessions.c.id).where(looks.sees())).scalars())
        store = SessionStore(database)
        assert listed == {one for one in (unseen, opened, old, going_on) if looks.may_see(store.get(one))} == sees
