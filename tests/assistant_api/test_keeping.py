"""Finished replies: kept only where that is switched on, without personal data, and not for ever."""

from dataclasses import replace
from datetime import timedelta

import jsonschema
import pytest
from api_client import Api, assert_problem
from test_openapi import strict

from assistant_api import create_app, keeping
from assistant_api.drafts import Drafts
from assistant_api.store import kept as kept_store
from assistant_api.store.records import now

REPLY = {
    "draft": "Hello Maya Lindqvist, I have refunded £24.50 for order 48213. Write to me at sam@shop.example any time.",
    "customer": "My number is +44 20 7946 0958, and my lamp is still not here! Lindqvist",
    "channel": "email",
}
PERSONAL = ("Maya", "Lindqvist", "sam@", "shop.example", "7946")


@pytest.fixture(autouse=True)
def checked(monkeypatch, report):
    seen = []
    monkeypatch.setattr(Drafts, "check", lambda self, *asked: seen.append(asked) or report)
    return seen


@pytest.fixture
def keeps(settings, database):
    """An application that keeps replies."""
    return Api(create_app(replace(settings, keep_drafts=True, keep_drafts_days=30)))


@pytest.fixture
def days_pass(monkeypatch):
    """Lets days go by."""

    def move(days):
        later = now() + timedelta(days=days)
        for module in (keeping, kept_store):
            monkeypatch.setattr(module, "now", lambda: later)

    return move


def kept(api, **query):
    return api.get("/drafts/kept", query_string=query).json["drafts"]


def on_disk(tmp_path):
    return b"".join(path.read_bytes() for path in tmp_path.glob("heard.sqlite3*"))


def test_off_unless_it_is_switched_on(api, checked, tmp_path):
    problem = assert_problem(api.post("/drafts/keep", REPLY), "keeping-off", 403)
    assert "HEARD_KEEP_DRAFTS=1" in problem["detail"]
    assert kept(api) == [] and checked == []
    assert api.get("/about").json["keeps_drafts"] is False
    assert b"refunded" not in on_disk(tmp_path)


def test_a_check_is_never_kept(keeps, tmp_path):
    assert keeps.post("/drafts/check", {"draft": REPLY["draft"]}).status_code == 200
    assert kept(keeps) == []
    assert b"refunded" not in on_disk(tmp_path)


def test_what_is_kept(keeps, report, checked, tmp_path):
    answer = keeps.post("/drafts/keep", REPLY)
    assert answer.status_code == 201, answer.text
    assert checked == [(REPLY["draft"], REPLY["customer"], "email")]
    assert answer.json == {
        "id": answer.json["id"],
        "draft": "Hello [name], I have refunded £24.50 for order 48213. Write to me at [email] any time.",
        "customer": "My number is [phone], and my lamp is still not here! [name]",
        "channel": "email",
        "score": report["score"],
        "rubric": report["rubric"]["version"],
        "rules": [finding["rule"] for finding in report["findings"]],
        "recogniser": report["recogniser"],
        "kept_at": answer.json["kept_at"],
    }
    assert kept(keeps) == [answer.json]
    about = keeps.get("/about").json
    assert (about["keeps_drafts"], about["keep_drafts_days"]) == (True, 30)
    held = on_disk(tmp_path)
    assert b"refunded" in held
    assert [word for word in PERSONAL if word.encode() in held] == []


def test_logs_hold_no_text(keeps, caplog):
    caplog.set_level(0)
    draft = keeps.post("/drafts/keep", REPLY).json
    keeps.delete(f"/drafts/kept/{draft['id']}")
    keeps.delete("/drafts/kept")
    assert f"reply {draft['id']} is kept" in caplog.text and "is erased" in caplog.text
    assert [word for word in (*PERSONAL, "refunded", "lamp") if word in caplog.text] == []


@pytest.mark.parametrize("field", ["draft", "customer"])
def test_nothing_in_a_language_in_which_names_are_not_found(keeps, checked, field):
    body = {**REPLY, field: "Sehr geehrte Frau Lindqvist, wir haben Ihnen den Betrag heute Morgen zurückerstattet."}
    problem = assert_problem(keeps.post("/drafts/keep", body), "validation", 422)
    assert [error["field"] for error in problem["errors"]] == [field]
    assert "Lindqvist" not in str(problem)
    assert kept(keeps) == [] and checked == []


def test_a_page_at_a_time_and_the_newest_first(keeps):
    ids = [keeps.post("/drafts/keep", {"draft": f"I have refunded £{number}."}).json["id"] for number in range(1, 6)]
    found, cursor = [], None
    while True:
        page = keeps.get("/drafts/kept", query_string={"limit": 2, **({"before": cursor} if cursor else {})}).json
        found += [one["id"] for one in page["drafts"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert found == ids[::-1]


def test_one_is_erased(keeps, tmp_path):
    first = keeps.post("/drafts/keep", {"draft": "I have refunded the lamp."}).json
    second = keeps.post("/drafts/keep", {"draft": "I have refunded the chair."}).json
    assert keeps.delete(f"/drafts/kept/{first['id']}").status_code == 204
    assert kept(keeps) == [second]
    assert_problem(keeps.delete(f"/drafts/kept/{first['id']}"), "not-found", 404)
    assert b"lamp" not in on_disk(tmp_path) and b"chair" in on_disk(tmp_path)


def test_all_are_erased(keeps, tmp_path):
    for _ in range(3):
        keeps.post("/drafts/keep", REPLY)
    assert keeps.delete("/drafts/kept").status_code == 204
    assert kept(keeps) == []
    assert b"refunded" not in on_disk(tmp_path)
    assert keeps.delete("/drafts/kept").status_code == 204


def test_keeping_another_erases_what_has_lapsed(keeps, days_pass, tmp_path):
    keeps.post("/drafts/keep", {"draft": "I have refunded the lamp."})
    days_pass(29)
    second = keeps.post("/drafts/keep", {"draft": "I have refunded the chair."}).json
    assert len(kept(keeps)) == 2
    days_pass(31)
    # Not listed any more, erased or not.
    assert kept(keeps) == [second]
    days_pass(31)
    keeps.post("/drafts/keep", {"draft": "I have refunded the table."})
    assert b"lamp" not in on_disk(tmp_path) and b"chair" in on_disk(tmp_path)


def test_a_start_erases_what_has_lapsed_even_where_nothing_is_kept_any_more(keeps, settings, days_pass, tmp_path):
    keeps.post("/drafts/keep", REPLY)
    off = Api(create_app(settings))
    assert len(kept(off)) == 1
    days_pass(31)
    # Nothing is asked of the kept replies: any first request will do, and after it the first of each day.
    assert Api(create_app(settings)).get("/moves").status_code == 200
    assert b"refunded" not in on_disk(tmp_path)


def test_the_first_request_of_a_day_erases_what_has_lapsed(keeps, days_pass, tmp_path):
    keeps.post("/drafts/keep", REPLY)
    days_pass(31)
    assert keeps.get("/moves").status_code == 200
    assert b"refunded" not in on_disk(tmp_path)


def test_a_database_that_is_away_stops_nothing_else(settings, caplog):
    away = Api(create_app(replace(settings, database_url="postgresql://nobody@127.0.0.1:1/none", keep_drafts=True)))
    assert away.get("/moves").status_code == 200
    assert "could not be erased: The database does not answer." in caplog.text
    assert_problem(away.post("/drafts/keep", REPLY), "database-unavailable", 503)


def test_the_answers_are_as_the_document_says(keeps):
    answers = {"/drafts/keep": keeps.post("/drafts/keep", REPLY), "/drafts/kept": keeps.get("/drafts/kept")}
    document = keeps.get("/openapi.json").json
    for path, answer in answers.items():
        described = document["paths"][f"/api/v1{path}"][answer.request.method.lower()]["responses"]
        schema = strict(described[str(answer.status_code)]["content"]["application/json"]["schema"])
        whole = {**schema, "components": strict({"schemas": document["components"]["schemas"]})}
        jsonschema.validate(answer.json, whole, jsonschema.Draft4Validator)


@pytest.mark.model
def test_with_the_recogniser(keeps, monkeypatch):
    monkeypatch.undo()
    answer = keeps.post("/drafts/keep", {"draft": "Calm down, Maya. As per our policy we cannot refund parcels."})
    assert answer.status_code == 201, answer.text
    assert "Maya" not in answer.json["draft"]
    assert any(rule.startswith("policy.") for rule in answer.json["rules"])
    assert 0 <= answer.json["score"] < 50
