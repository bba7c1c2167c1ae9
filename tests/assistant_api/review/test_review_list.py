"""The list to review from: who sees what, filters, search, paging, and how many queries it takes."""

from datetime import timedelta

import pytest
from api_client import assert_problem
from sqlalchemy import event, update

from assistant_api.store import Database, now
from assistant_api.store.migrate import go_back, migrate
from assistant_api.store.search import Question, searchable
from assistant_api.store.tables import sessions


def ids(page):
    return [one["id"] for one in page["sessions"]]


def test_each_sees_their_own_trainers_their_team_admins_all(cast, ended):
    other = cast["bo"].played("Hello.")
    seen = {name: set(ids(who.listed())) for name, who in cast.items()}
    assert seen == {"ann": {ended}, "bo": {other}, "tess": {ended}, "sid": {other}, "ada": {ended, other}}


def test_open_sessions_are_for_their_agents_alone(cast):
    session = cast["ann"].start()["id"]
    assert ids(cast["ann"].listed()) == [session]
    assert cast["tess"].listed()["sessions"] == []


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ({"person": "ann"}, True),
        ({"person": "bo"}, False),
        ({"team": "north"}, True),
        ({"team": "south"}, False),
        ({"scenario": "late_parcel"}, True),
        ({"scenario": "other"}, False),
        ({"level": 5}, False),
        ({"kind": "practice"}, True),
        ({"kind": "imported"}, False),
        ({"ending": "content"}, True),
        ({"ending": "walks_off"}, False),
        ({"score_from": 0, "score_to": 100}, True),
        ({"score_from": 100}, False),
        ({"date_from": "2020-01-01"}, True),
        ({"date_to": "2020-01-01"}, False),
        ({"commented": "no"}, True),
        ({"commented": "yes"}, False),
        ({"disputed": "none"}, True),
        ({"disputed": "any"}, False),
        ({"q": "POLICY refund"}, True),
        ({"q": '"our policy"'}, True),
        ({"q": '"policy our"'}, False),
        ({"q": "sorry -refund"}, False),
        ({"q": "never came"}, True),
        ({"q": "100% sure_of"}, False),
    ],
)
def test_each_filter_lets_through_what_fits(cast, ended, query, fits):
    page = cast["ada"].listed(**query)
    assert ids(page) == ([ended] if fits else [])
    assert page["total"] == len(page["sessions"])


def test_what_was_looked_for_is_shown_with_what_stands_around_it(cast, ended):
    (one,) = cast["tess"].listed(q="refund")["sessions"]
    assert one["found"]["turn"] == 2 and one["found"]["by"] == "agent"
    assert [piece["text"] for piece in one["found"]["pieces"] if piece["hit"]] == ["refund"]


def test_pages_follow_each_other_in_every_order(cast):
    ann = cast["ann"]
    made = [ann.played(*["I am sorry. I understand. I will refund it."] * (number % 2)) for number in range(5)]
    for sort in ("newest", "oldest", "highest", "lowest"):
        found, cursor = [], None
        while True:
            page = ann.listed(sort=sort, limit=2, **({"before": cursor} if cursor else {}))
            found += page["sessions"]
            assert page["total"] == 5
            cursor = page["next"]
            if cursor is None:
                break
        assert sorted(one["id"] for one in found) == sorted(made)
        scores = [one["score"] for one in found]
        if sort in ("highest", "lowest"):
            assert scores == sorted(scores, reverse=sort == "highest")
        else:
            assert [one["id"] for one in found] == (made if sort == "oldest" else made[::-1])


def test_the_newest_are_those_that_began_last_whenever_they_came_into_the_store(cast, database):
    ann = cast["ann"]
    first, second, third = (ann.played("I am sorry.") for _ in range(3))
    with database.writing() as connection:
        days_ago = {first: 1, second: 3, third: 2}
        for session, days in days_ago.items():
            one = sessions.c.id == session
            connection.execute(update(sessions).where(one).values(started_at=now() - timedelta(days=days)))
    page = ann.listed(limit=1)
    assert ids(page) == [first]
    page = ann.listed(limit=1, before=page["next"])
    assert ids(page) == [third]
    assert ids(ann.listed(limit=1, before=page["next"])) == [second]
    assert ids(ann.listed(sort="oldest")) == [second, third, first]


def test_it_takes_as_many_queries_for_many_sessions_as_for_one(cast, settings):
    counted = []

    def count(*_):
        counted[-1] += 1

    def queries():
        counted.append(0)
        cast["tess"].listed(q="sorry", limit=100)
        return counted[-1]

    engine = cast["tess"].app.extensions["heard"].database.engine
    cast["ann"].played("I am sorry.")
    event.listen(engine, "before_cursor_execute", count)
    queries()
    one = queries()
    event.remove(engine, "before_cursor_execute", count)
    for _ in range(6):
        cast["ann"].played("I am sorry.", "I am sorry.")
    event.listen(engine, "before_cursor_execute", count)
    assert queries() == one


def test_a_result_is_kept_when_a_session_ends(cast, ended, database):
    with database.reading() as connection:
        row = connection.exec_driver_sql("SELECT * FROM results").one()
    assert (row.session_id, row.person_id, row.replies) == (ended, "ann", 3)
    assert row.score == cast["ann"].review(ended)["scorecard"]["score"]
    assert 0 < row.hear + row.empathize + row.apologize + row.resolve + row.diagnose <= 5
    assert row.face in ("bad", "neutral", "good") and 0 <= row.recommend <= 10


def test_sessions_of_before_get_their_result_and_are_found(cast, ended, settings):
    database = Database(settings.database_url, settings.database_timeout)
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM results")
    go_back(database, "0005")
    with database.changing_tables() as connection:
        connection.exec_driver_sql("UPDATE sessions SET search_text = ''")
    migrate(database)
    (one,) = cast["tess"].listed(q='"our policy" refund')["sessions"]
    assert one["id"] == ended and one["score"] is not None
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM results").scalar_one() == 1


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"level": "six"}, "level"),
        ({"score_from": "-1"}, "score_from"),
        ({"date_from": "20260101"}, "date_from"),
        ({"date_to": "tomorrow"}, "date_to"),
        ({"commented": "maybe"}, "commented"),
        ({"disputed": "1"}, "disputed"),
        ({"sort": "best"}, "sort"),
        ({"before": "1"}, "before"),
        ({"before": "1.x"}, "before"),
        ({"q": "x" * 201}, "q"),
        ({"kind": "all"}, "kind"),
        ({"people": "ann"}, "people"),
    ],
)
def test_what_cannot_be_filtered_by_is_told(cast, query, field):
    problem = assert_problem(cast["ann"].get("/review/sessions", query_string=query), "validation", 422)
    assert [error["field"] for error in problem["errors"]] == [field]


def test_what_a_question_asks():
    assert Question.read('Parcel "NOT my  fault" -refund - "" 50%') == Question(
        ("parcel", "not my fault", "50%"), ("refund",)
    )
    assert Question.read('"open phrase').wanted == ("open phrase",)
    assert Question.read("late").snippet("nothing") == ()
    assert searchable(["İstanbul\nnow", "B"]) == f"{'İstanbul'.lower()} now\nb\n"


def test_letters_that_change_their_length_do_not_shift_the_snippet():
    pieces = Question.read("late").snippet("İİİ it is LATE.")
    assert [piece.text for piece in pieces if piece.hit] == ["late"]
