"""What is changed, refused and erased, over each database: the same."""

from dataclasses import replace
from datetime import timedelta

import pytest
from api_client import Api, assert_problem
from full_store import ADA, OTHER, ROOT, SESSION, TEAM, fill, session
from sqlalchemy import func, insert, select

from assistant_api import create_app
from assistant_api.access import Door
from assistant_api.store import now
from assistant_api.store.certificates import Certificates
from assistant_api.store.people import find_person
from assistant_api.store.tables import attempts, certificates, metadata, people, sessions

TASK = {"title": "Parcels", "scenario": "late_parcel", "level": 3, "pass_mark": 60, "people": [ADA]}
NEW = {"name": "Émile", "login": "emile@example.com", "role": "agent"}
# Where somebody writes something: with a NUL, which PostgreSQL cannot keep, it is refused by the name of its field.
WRITTEN = [
    ("POST", f"/sessions/{SESSION}/turns", {"turn_id": "3" * 8 + "-3333-4333-8333-" + "3" * 12, "text": "{}"}, "text"),
    ("POST", f"/review/sessions/{SESSION}/comments", {"turn": 1, "text": "{}"}, "text"),
    ("POST", f"/review/sessions/{SESSION}/dispute", {"reason": "{}"}, "reason"),
    ("POST", "/people", {**NEW, "name": "{}"}, "name"),
    ("POST", "/people", {**NEW, "login": "{}@example.com"}, "login"),
    ("POST", "/teams", {"name": "{}"}, "name"),
    ("POST", "/tokens", {"name": "{}"}, "name"),
    ("POST", "/assignments", {**TASK, "title": "{}"}, "title"),
    ("POST", "/assignments", {**TASK, "note": "{}"}, "note"),
    ("POST", "/goals", {"team": "{}", "measure": "score", "target": 70}, "team"),
    ("POST", "/webhooks", {"url": "https://example.com/{}", "events": ["session.ended"]}, "url"),
    ("POST", "/sessions", {"scenario": "{}"}, "scenario"),
    ("POST", "/drafts/keep", {"draft": "{}"}, "draft"),
    ("POST", "/sign-in", {"login": "{}", "password": "a lamp on the stairs"}, "login"),
    ("POST", "/sessions", {"scenario": "late_parcel", "seed": 2**31}, "seed"),
    ("PUT", f"/calibration/sessions/{SESSION}", {"turn": 2**31, "sentence": 0, "labels": []}, "turn"),
    ("PUT", f"/calibration/sessions/{SESSION}", {"score": 2**31}, "score"),
]
# Ids that nothing can have, and that a database may be unable to look for.
NOWHERE = ("\0", "9" * 30, "-1", "x" * 300, "%", "é", "\ud7ff\U0001f642")


@pytest.fixture
def asking(app, database, monkeypatch):
    """The API as one of the people of ``full_store`` uses it."""
    fill(database)

    def by(person_id):
        with database.reading() as connection:
            person = find_person(connection, person_id)
        monkeypatch.setattr(Door, "person", lambda self, request, lock: person)
        return Api(app)

    return by


def holding(database, needle):
    """Tables in which something stands."""
    with database.reading() as connection:
        return {
            table.name
            for table in metadata.sorted_tables
            if any(needle in repr(tuple(row)) for row in connection.execute(select(table)))
        }


def count(database, table):
    with database.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def filled_in(value, text):
    return value.replace("{}", text) if isinstance(value, str) else value


def test_what_cannot_be_kept_is_refused_by_the_name_of_its_field(asking, caplog):
    api, wrong = asking(ROOT), []
    for method, path, body, field in WRITTEN:
        for text in ("a\0b", "\0", "\ud800"):
            answer = api.client.open(
                f"/api/v1{path}", method=method, json={key: filled_in(value, text) for key, value in body.items()}
            )
            named = [error["field"] for error in answer.json.get("errors", [])]
            if answer.status_code != 422 or field not in named:
                wrong.append((path, text, answer.status_code, named or answer.text))
    assert wrong == []
    assert "not foreseen" not in caplog.text


def test_what_is_nowhere_is_not_found(asking, caplog):
    api, wrong = asking(ROOT), []
    for rule in api.app.url_map.iter_rules():
        # Scenario files are no business of the database.
        if not rule.rule.startswith("/api/v1") or not rule.arguments or "scenario-files" in rule.rule:
            continue
        for method in rule.methods & {"GET", "DELETE"}:
            for nothing in NOWHERE:
                path = rule.build(dict.fromkeys(rule.arguments, nothing))[1]
                answer = api.client.open(path, method=method)
                if answer.status_code not in (404, 422):
                    wrong.append((method, path, answer.status_code))
    assert wrong == []
    assert "not foreseen" not in caplog.text


def test_a_person_is_erased_and_nothing_of_theirs_stays(asking, database):
    assert asking(ADA).delete(f"/people/{ADA}/data").json == {"sessions": 1, "account": True}
    for needle in ("Ada", "ada@example.com", "Hello [name].", "aaaa said so", "HEARD-1"):
        assert holding(database, needle) == set(), needle
    assert holding(database, ADA) == {"audit"}
    assert holding(database, "So is this.") == {"comments"}
    assert count(database, sessions) == 1


def test_what_is_old_enough_is_erased(settings, database, rasa):
    fill(database)
    for days, name in ((29, "young"), (31, "old")):
        with database.writing() as connection:
            connection.execute(insert(sessions).values(**session(name, ADA, now() - timedelta(days=days, hours=1))))
    Api(create_app(replace(settings, keep_sessions_days=30))).get("/moves")
    with database.reading() as connection:
        assert connection.execute(select(sessions.c.id)).scalars().all() == ["young"]
    assert {one for one, _ in rasa.rebuilt} == {SESSION, OTHER, "old"}


def test_assignments_goals_and_certificates(asking, database):
    api = asking(ROOT)
    made = api.post("/assignments", {**TASK, "title": "Łamps, 100%", "tries": 2, "due_on": "2026-12-31"})
    assert made.status_code == 201, made.text
    one = made.json["id"]
    with database.writing() as connection:
        for number, score in enumerate((59, 60, 100)):
            values = session(f"try {number}", ADA, now() - timedelta(hours=3 - number))
            connection.execute(insert(sessions).values(**{**values, "assignment_id": one, "score": score}))
    assert len(Certificates(database).award(one)) == 1
    assert Certificates(database).award(one) == []
    kept = Certificates(database).of([one])[one, ADA]
    assert (kept.session_id, kept.score, kept.title) == ("try 1", 60, "Łamps, 100%")
    read = api.get(f"/assignments/{one}").json
    assert read["due_on"] == "2026-12-31"
    goal = api.post("/goals", {"team": TEAM, "measure": "mistakes", "target": 0.5, "due_on": "2026-12-31"})
    assert goal.status_code == 201, goal.text
    assert any(one["target"] == 0.5 for one in api.get("/goals").json["goals"])
    assert count(database, certificates) == 2


def test_a_rating_is_kept_in_place_of_the_last_and_taken_back(asking, database):
    api = asking(ROOT)
    place = f"/calibration/sessions/{SESSION}"
    for score in (10, 20, None):
        answer = api.client.put(f"/api/v1{place}", json={"score": score})
        assert answer.status_code == 200, answer.text
        with database.reading() as connection:
            kept = connection.exec_driver_sql("SELECT score FROM ratings WHERE score IS NOT NULL").scalars().all()
        assert kept == ([] if score is None else [score])


def test_signing_in_is_limited(settings, database):
    api = Api(create_app(replace(settings, sign_in=True)))
    body = {"login": "nobody@example.com", "password": "a lamp on the stairs"}
    answers = [api.post("/sign-in", body).status_code for _ in range(30)]
    refused = answers.index(429)
    assert set(answers[:refused]) == {403} and set(answers[refused:]) == {429} and refused > 2
    assert count(database, attempts) == 2 * refused
    assert_problem(api.post("/sign-in", body), "too-many-attempts", 429)


def test_names_in_order_whatever_their_letters(asking, database):
    names = ["Zoë", "écru", "Émile", "_x", "ann", "Ann", "10", "9", "O'Hara", "-a", "Łu", "zoe"]
    with database.writing() as connection:
        for number, name in enumerate(names):
            entry = {"id": f"{number:03}", "name": name, "login": f"{number}@example.com", "role": "agent"}
            connection.execute(insert(people).values(**entry, active=True, created_at=now()))
    listed = [one["name"] for one in asking(ROOT).get("/people").json["people"]]
    order = [one for one in listed if one in names]
    assert order == ["-a", "10", "9", "_x", "ann", "Ann", "O'Hara", "zoe", "Zoë", "Émile", "écru", "Łu"]
