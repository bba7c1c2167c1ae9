"""What is stored of one person: handed out whole, or erased."""

import json

import pytest
from api_client import Api, assert_problem
from full_store import ADA, OTHER, ROOT, SESSION, TOM, fill
from full_store import session as row
from sqlalchemy import delete, event, func, insert, select, update

from assistant_api.access import Door
from assistant_api.store import Database
from assistant_api.store.people import find_person
from assistant_api.store.person_data import ERASED, person_data
from assistant_api.store.tables import audit, comments, metadata, overrules, people, sessions, turns


@pytest.fixture
def full(database):
    fill(database)
    return database


@pytest.fixture
def asking(app, full, monkeypatch):
    """The API as one of the people uses it."""

    def by(person_id):
        with full.reading() as connection:
            person = find_person(connection, person_id)
        monkeypatch.setattr(Door, "person", lambda self, request, lock: person)
        return Api(app)

    return by


def left(database, needle):
    """Tables in which something stands."""
    found = set()
    with database.reading() as connection:
        for table in metadata.sorted_tables:
            if any(needle in repr(tuple(row)) for row in connection.execute(select(table))):
                found.add(table.name)
    return found


def test_everything_is_handed_out(asking):
    answer = asking(ADA).get(f"/people/{ADA}/export")
    assert answer.status_code == 200
    told = answer.json
    assert told["person"]["name"] == "Ada" and told["teams"] == ["Parcels"]
    assert [one["id"] for one in told["sessions"]] == [SESSION]
    session = told["sessions"][0]
    assert session["turns"][0]["text"].startswith("Sorry about the parcel")
    assert session["comments"][0]["text"] == "Well said."
    assert session["disputes"][0]["answer"] == "You did."
    assert [len(session[name]) for name in ("corrections", "ratings", "result")] == [1, 1, 1]
    assert [one["text"] for one in told["comments_written"]] == ["So is this."]
    assert [one["name"] for one in told["tokens"]] == ["Ada's script"]
    assert [one["draft"] for one in told["kept_replies"]] == ["Hello [name]."]
    assert [one["code"] for one in told["certificates"]] == ["HEARD-1"]
    assert [(one["action"], one["person_name"]) for one in told["record"]] == [("sign-in", "Ada"), ("read", "Tom")]
    for secret in ("argon2id", "t" * 64, "v" * 64):
        assert secret not in answer.text


def test_handing_out_and_erasing_are_noted(asking, full):
    asking(ADA).get(f"/people/{ADA}/export")
    asking(ROOT).delete(f"/people/{ADA}/data")
    with full.reading() as connection:
        lines = connection.execute(select(audit).order_by(audit.c.serial)).all()[-2:]
    assert [(one.action, one.person_name) for one in lines] == [("export", ERASED), ("erase", "Root")]
    assert all("Ada" not in repr(tuple(one)) and ADA not in repr(tuple(one)) for one in lines)


def test_nothing_stays_but_what_belongs_to_others(asking, full, rasa, tmp_path):
    answer = asking(ADA).delete(f"/people/{ADA}/data")
    assert answer.json == {"sessions": 1, "account": True}
    assert left(full, ADA) == {"audit"}  # In the detail of what others did: an id that leads to nobody.
    assert left(full, "Ada") == left(full, "ada@example.com") == set()
    assert left(full, "So is this.") == {"comments"}
    assert left(full, "Hello [name].") == left(full, SESSION) - {"audit"} == set()
    assert b"Sorry about the parcel \xe2\x80\x94 aaaa" not in b"".join(
        one.read_bytes() for one in tmp_path.glob("heard.sqlite3*")
    )
    assert rasa.rebuilt == [(SESSION, [{"event": "restart"}])]
    with full.reading() as connection:
        assert connection.execute(select(sessions.c.id)).scalars().all() == [OTHER]
        assert connection.execute(select(turns.c.session_id)).scalars().all() == [OTHER]
        assert connection.execute(select(comments.c.author_id)).scalar_one().startswith("erased-")


def test_a_trainers_corrections_stay_without_them(asking, full):
    asking(TOM).delete(f"/people/{TOM}/data")
    with full.reading() as connection:
        assert connection.execute(select(overrules.c.made_by)).scalar_one().startswith("erased-")
        assert connection.execute(select(comments.c.mentions)).scalars().all() == [[ADA]]
    assert left(full, "Tom") == set()


def test_the_last_admin_keeps_the_account(asking, full):
    assert asking(ROOT).delete(f"/people/{ROOT}/data").json == {"sessions": 0, "account": False}
    with full.writing() as connection:
        connection.execute(update(people).where(people.c.id == TOM).values(role="admin"))
    assert asking(ROOT).delete(f"/people/{ROOT}/data").json == {"sessions": 0, "account": True}


def test_where_nobody_signs_in_it_is_all_of_it(api):
    session = api.start()
    api.say(session, "Hello, Gareth.")
    assert [one["id"] for one in api.get("/people/owner/export").json["sessions"]] == [session["id"]]
    assert api.delete("/people/owner/data").json == {"sessions": 1, "account": False}
    assert api.get("/sessions").json["sessions"] == []


@pytest.mark.parametrize("asks", [ADA, TOM])
@pytest.mark.parametrize("of", [ROOT, "nobody"])
def test_others_are_not_there(asking, asks, of):
    api = asking(asks)
    assert_problem(api.get(f"/people/{of}/export"), "not-found", 404)
    assert_problem(api.delete(f"/people/{of}/data"), "not-found", 404)


def test_a_trainer_does_not_take_out_what_is_stored_of_their_agents(asking):
    assert_problem(asking(TOM).get(f"/people/{ADA}/export"), "not-found", 404)


def test_an_admin_does(asking):
    assert asking(ROOT).get(f"/people/{ADA}/export").json["person"]["id"] == ADA
    assert_problem(asking(ROOT).get("/people/nobody/export"), "not-found", 404)


def queries_of(database, work):
    seen = []
    event.listen(database.engine, "before_cursor_execute", lambda *asked: seen.append(asked[2]))
    work()
    return len(seen)


def test_the_number_of_queries_does_not_grow(full):
    few = Database(str(full.engine.url), 1)
    before = queries_of(few, lambda: person_data(few, ADA))
    with full.writing() as connection:
        connection.execute(delete(comments))
        for number in range(20):
            connection.execute(insert(sessions).values(**row(f"more-{number}", ADA)))
        assert connection.execute(select(func.count()).select_from(sessions)).scalar_one() == 22
    many = Database(str(full.engine.url), 1)
    assert queries_of(many, lambda: person_data(many, ADA)) == before


def test_what_is_handed_out_is_json_throughout(full):
    assert json.loads(json.dumps(person_data(full, ADA)))["person"]["id"] == ADA
