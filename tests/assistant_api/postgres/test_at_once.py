"""Several at the same moment: each thing is done once, and nobody's is lost."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import pytest
from api_client import Api, new_id
from full_store import ADA, SESSION, TOM, fill, session
from sqlalchemy import func, select, update

from assistant_api.store import Database, DatabaseUnavailable, TokenStore, now
from assistant_api.store.assignments import NoTriesLeft, require_try_left
from assistant_api.store.outbox import Outbox
from assistant_api.store.people_attempts import Attempts
from assistant_api.store.people_errors import LoginTaken, TeamTaken, TokenTaken
from assistant_api.store.people_roster import Entry, Roster
from assistant_api.store.people_teams import Teams
from assistant_api.store.ratings import Rating, Ratings
from assistant_api.store.review_overrules import NewOverrule, Overrules
from assistant_api.store.tables import outbox, overrules, ratings, sessions, turns

MANY = 6


def at_once(work):
    """What came of the same work, done by many who begin together: its results, and its refusals by kind."""
    ready = threading.Barrier(MANY)

    def one(number):
        ready.wait(30)
        try:
            return work(number)
        except Exception as error:  # noqa: BLE001 - told by its kind
            return type(error)

    with ThreadPoolExecutor(MANY) as pool:
        return list(pool.map(one, range(MANY)))


def count(database, table, *conditions):
    with database.reading() as connection:
        return connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()


def test_what_is_to_be_sent_is_taken_once(database):
    box, taken = Outbox(database), []
    box.put("session.ended", [("xapi", {"number": number}) for number in range(25)])

    def take(_):
        while (found := box.take()) is not None:
            taken.append(found.payload["number"])

    assert at_once(take) == [None] * MANY
    assert sorted(taken) == list(range(25))
    assert count(database, outbox, outbox.c.tries != 1) == 0


def test_no_more_passwords_are_tried_than_may_be(database):
    attempts = Attempts(database, timedelta(minutes=15))
    waits = at_once(lambda number: attempts.begin({"ada@example.com": 3, f"address {number}": 20}))
    assert waits.count(None) == 3
    assert all(timedelta(minutes=14) < wait <= timedelta(minutes=15) for wait in waits if wait is not None)


def test_attempts_are_forgotten_in_time_and_with_success(database):
    attempts = Attempts(database, timedelta(minutes=15))
    limits = {"ada@example.com": 2, "address": 3}
    assert [attempts.begin(limits) is None for _ in range(3)] == [True, True, False]
    attempts.succeeded("ada@example.com", "address")
    # Of the address, one of two was taken back.
    assert [attempts.begin(limits) is None for _ in range(3)] == [True, True, False]
    assert Attempts(database, timedelta(0)).begin(limits) is None


@pytest.mark.parametrize("same", [True, False])
def test_no_turn_is_lost_and_none_is_played_twice(api, database, same):
    started, turn_id = api.start(), new_id()

    def say(number):
        asking = Api(api.app)
        return asking.say(started, f"Number {number}.", turn_id if same else new_id()).status_code

    answers = at_once(say)
    assert set(answers) <= {200, 409} and 200 in answers, answers
    with database.reading() as connection:
        kept = connection.execute(select(turns.c.number, turns.c.status).order_by(turns.c.number)).all()
    assert kept == [(number, "answered") for number in range(1, 1 + (1 if same else answers.count(200)))]
    assert len(api.get(f"/sessions/{started['id']}").json["turns"]) == len(kept)


def test_the_last_try_is_begun_once(database):
    fill(database)

    def begin(number):
        with database.writing() as connection:
            require_try_left(connection, "assignment", ADA)
            connection.execute(sessions.insert().values(**session(f"try {number}", ADA, now())))

    # One of three was made.
    assert sorted(map(str, at_once(begin))) == sorted(map(str, [None] * 2 + [NoTriesLeft] * (MANY - 2)))


def test_names_are_taken_once(database):
    def add_team(number):
        return Teams(database).add("Łamps" if number % 2 else "łAMPS").members

    assert sorted(map(str, at_once(add_team))) == sorted(map(str, [0] + [TeamTaken] * (MANY - 1)))

    def add_person(number):
        return Roster(database).add(Entry(f"Ann {number}", "ann@example.com", "agent", ())).role

    assert sorted(map(str, at_once(add_person))) == sorted(map(str, ["agent"] + [LoginTaken] * (MANY - 1)))
    tokens = at_once(lambda _: TokenStore(database).add("Till"))
    assert tokens.count(TokenTaken) == MANY - 1


def test_one_rating_and_one_correction_of_a_place_are_in_force(database):
    fill(database)
    keep, correct = Ratings(database).keep, Overrules(database).add
    assert at_once(lambda number: keep(Rating(SESSION, None, None, TOM, None, number))) == [None] * MANY
    assert count(database, ratings, ratings.c.score.is_not(None)) == 1
    place = {"session_id": SESSION, "kind": "label", "turn": 1, "sentence": 0, "rule": None, "points": None}
    more = {"labels": ["hear"], "reason": "It does.", "made_by": TOM}
    assert at_once(lambda _: correct(NewOverrule(id=new_id(), **place, **more))) == [None] * MANY
    assert count(database, overrules, overrules.c.withdrawn_at.is_(None)) == 1


@contextmanager
def held(database):
    """Somebody else is about to change a session, and takes their time."""
    with database.writing() as connection:
        connection.execute(update(sessions).where(sessions.c.id == SESSION).values(level=1))
        yield


def test_what_another_program_holds_is_waited_for_and_then_told(database, settings):
    fill(database)
    hurried = Database(settings.database_url, 0.1)
    with held(database), pytest.raises(DatabaseUnavailable, match="Another program holds"), held(hurried):
        pass
    with held(hurried):
        pass
