"""What requests may hold; every refusal names the field and what was expected."""

import io
import json

import pytest
from api_client import SCENARIO, assert_problem, new_id

from coaching.errors import DataError

TURN = "/sessions/11111111-1111-4111-8111-111111111111/turns"
GOOD = {"turn_id": new_id(), "text": "Hello."}


@pytest.mark.parametrize(
    ("path", "body", "field", "expected"),
    [
        ("/sessions", {}, "scenario", "the id of a scenario"),
        ("/sessions", {"scenario": 3}, "scenario", "the id of a scenario"),
        ("/sessions", {"scenario": "x" * 101}, "scenario", "the id of a scenario"),
        ("/sessions", {"scenario": SCENARIO, "seed": -1}, "seed", "a whole number from 0"),
        ("/sessions", {"scenario": SCENARIO, "seed": 2**31}, "seed", "a whole number from 0"),
        ("/sessions", {"scenario": SCENARIO, "seed": "7"}, "seed", "a whole number from 0"),
        ("/sessions", {"scenario": SCENARIO, "seed": True}, "seed", "a whole number from 0"),
        (
            "/sessions",
            {"scenario": SCENARIO, "sede": 7},
            "sede",
            "takes assignment, blind, scenario, persona, seed, level, hints",
        ),
        (TURN, {"text": "Hello."}, "turn_id", "a UUID"),
        (TURN, {**GOOD, "turn_id": "one"}, "turn_id", "a UUID"),
        (TURN, {**GOOD, "text": None}, "text", "text of 1 to 4000 characters"),
        (TURN, {**GOOD, "text": ["Hello."]}, "text", "text of 1 to 4000 characters"),
        (TURN, {**GOOD, "text": ""}, "text", "something to read"),
        (TURN, {**GOOD, "text": " \n\t"}, "text", "something to read"),
        (TURN, {**GOOD, "text": "\x01\x1b\u200b"}, "text", "something to read"),
        (TURN, {**GOOD, "text": "He\0llo"}, "text", "without NUL characters; there is one at position 2"),
        (TURN, {**GOOD, "text": "Hel\ud800lo"}, "text", "half a surrogate pair at position 3"),
        (TURN, {**GOOD, "text": "x" * 4001}, "text", "text of 1 to 4000 characters"),
        ("/sessions/1/end", {"reason": "tired"}, "reason", "no fields at all"),
        ("/drafts/check", {}, "draft", "text of 1 to 20000 characters"),
        ("/drafts/check", {"draft": "x" * 20001}, "draft", "text of 1 to 20000 characters"),
        ("/drafts/check", {"draft": "\t"}, "draft", "something to read"),
        ("/drafts/check", {"draft": "Hello.", "customer": 3}, "customer", "the customer's message"),
        ("/drafts/check", {"draft": "Hello.", "customer": "a\0"}, "customer", "without NUL"),
        ("/moves/explain", {"label": "hear"}, "text", "one sentence, text of 1 to 20000 characters"),
        (
            "/moves/explain",
            {"text": "x" * 20_001, "label": "hear"},
            "text",
            "one sentence, text of 1 to 20000 characters",
        ),
        ("/moves/explain", {"text": " ", "label": "hear"}, "text", "something to read"),
        ("/moves/explain", {"text": "Hello."}, "label", "one of hear, empathize"),
        ("/moves/explain", {"text": "Hello.", "label": "kindness"}, "label", "one of hear, empathize"),
        ("/moves/explain", {"text": "Hello.", "label": ["hear"]}, "label", "one of hear, empathize"),
        ("/moves/explain", {"text": "Hello.", "label": "hear", "customer": 3}, "customer", "the customer's message"),
        ("/moves/explain", {"text": "Hello.", "label": "hear", "customer": "a\0"}, "customer", "without NUL"),
        ("/sessions", [], "body", "a JSON object"),
        ("/sessions", "late_parcel", "body", "a JSON object"),
    ],
)
def test_a_field_that_is_not_as_expected(api, rasa, path, body, field, expected):
    # By hand: half a surrogate pair can be written in JSON, but not in UTF-8.
    answer = api.post(path, data=json.dumps(body), content_type="application/json")
    problem = assert_problem(answer, "validation", 422)
    assert [error["field"] for error in problem["errors"]] == [field]
    assert expected in problem["errors"][0]["expected"]
    assert f"{field}: expected" in problem["detail"]
    assert rasa.asked == []


def test_every_wrong_field_is_named(api):
    problem = assert_problem(api.post(TURN, {"turn_id": "one", "text": ""}), "validation", 422)
    assert [error["field"] for error in problem["errors"]] == ["turn_id", "text"]


def test_what_was_written_is_not_repeated(api, caplog):
    answer = api.post(TURN, {"turn_id": new_id(), "text": "Quetzal\0coatlus"})
    assert "Quetzal" not in answer.text + caplog.text


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"{", "character 1"),
        (b"", "character 0"),
        (b"\xff\xfe", "UTF-8"),
        (b"[" * 60_000, "nests too deeply"),
        (b'{"scenario": ' + b"9" * 5000 + b"}", "a number too long"),
    ],
)
def test_a_body_that_is_no_json(api, raw, said):
    answer = api.post(TURN, data=raw, content_type="application/json")
    assert said in assert_problem(answer, "not-json", 400)["detail"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_body_that_is_not_announced_as_json(api, kind):
    for path in ("/sessions", "/sessions/1/end"):
        assert_problem(api.post(path, data=b'{"scenario": "late_parcel"}', content_type=kind), "not-json-type", 415)


@pytest.mark.parametrize(
    ("path", "kib"), [("/sessions", 64), (TURN, 64), ("/drafts/check", 512), ("/drafts/check/batch", 4096)]
)
def test_more_than_the_route_takes(api, path, kib):
    fits = api.post(path, {"other": "x" * (kib * 1024 - 20)})
    assert_problem(fits, "validation", 422)
    problem = assert_problem(api.post(path, {"other": "x" * kib * 1024}), "too-large", 413)
    assert f"{kib} KiB" in problem["detail"]


@pytest.mark.parametrize(("path", "kib"), [("/sessions", 64), ("/drafts/check", 512)])
def test_more_than_the_route_takes_in_chunks(api, path, kib):
    answer = api.post(
        path,
        input_stream=io.BytesIO(json.dumps({"other": "x" * kib * 1024}).encode()),
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert_problem(answer, "too-large", 413)


def test_an_address_that_is_not_there(api):
    for path in ("/nothing", "/sessions/1/nothing", "/sessions/"):
        assert_problem(api.get(path), "not-found", 404)
    answer = api.client.get("/api/v2/sessions")
    assert_problem(answer, "not-found", 404)


def test_a_method_that_is_not_taken(api):
    answer = api.client.put("/api/v1/sessions", json={})
    assert_problem(answer, "method-not-allowed", 405)
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_a_fault_of_ours_is_told_without_its_details(api, app, monkeypatch, caplog):
    def fail(*arguments):
        raise RuntimeError("Quetzal" + "coatlus")

    session = api.start()["id"]
    monkeypatch.setattr(app.extensions["heard"].practice.records, "read", fail)
    answer = api.get(f"/sessions/{session}")
    assert_problem(answer, "server-error", 500)
    assert "Quetzalcoatlus" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text and "in get_session" in caplog.text


def test_a_data_file_with_an_error_is_logged_with_its_place(api, app, monkeypatch, caplog):
    def fail(*arguments):
        raise DataError("rules/policy.yml", 7, "nothing", "a text")

    monkeypatch.setattr(app.extensions["heard"].drafts, "_ready", fail)
    answer = api.post("/drafts/check", {"draft": "Hello."})
    assert_problem(answer, "server-error", 500)
    assert "DataError (rules/policy.yml:7: found nothing; expected a text)" in caplog.text
    assert "policy.yml" not in answer.text


def test_pages_get_pages(api, app, monkeypatch):
    missing = api.client.get("/nothing")
    assert (missing.status_code, missing.mimetype) == (404, "text/html")
    assert api.client.get("/api").mimetype == "text/html"

    def fail(**arguments):
        raise RuntimeError("Quetzal" + "coatlus")

    monkeypatch.setitem(app.view_functions, "pages.home", fail)
    broken = api.client.get("/")
    assert (broken.status_code, broken.mimetype) == (500, "text/html")
    assert "Quetzalcoatlus" not in broken.text
