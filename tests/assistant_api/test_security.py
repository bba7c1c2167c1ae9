"""Who may ask, and what browsers are told."""

from dataclasses import replace

import pytest
from api_client import SCENARIO, Api, assert_problem

from assistant_api import create_app

BODY = {"scenario": SCENARIO}


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1"])
def test_our_own_names(api, host):
    assert api.get("/moves", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil", "[::2]", "[", ""]
)
def test_names_that_are_not_ours(api, host):
    assert_problem(api.get("/moves", headers={"Host": host}), "untrusted-host", 400)
    page = api.client.get("/", headers={"Host": host})
    assert (page.status_code, page.mimetype) == (400, "text/html")


def test_names_that_the_settings_allow(settings, database):
    api = Api(create_app(replace(settings, hosts=frozenset({"coach.example"}))))
    assert api.get("/moves", headers={"Host": "coach.example:443"}).status_code == 200
    assert_problem(api.get("/moves", headers={"Host": "localhost"}), "untrusted-host", 400)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://localhost"},
    ],
)
def test_our_own_pages_may_change_things(api, headers):
    assert api.post("/sessions", BODY, headers=headers).status_code == 201


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:9999"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "null"},
    ],
)
def test_pages_of_others_may_not(api, rasa, headers):
    session = api.start()
    for answer in (
        api.post("/sessions", BODY, headers=headers),
        api.post(f"/sessions/{session['id']}/end", headers=headers),
        api.delete(f"/sessions/{session['id']}", headers=headers),
    ):
        assert_problem(answer, "cross-origin", 403)
    assert len(rasa.asked) == 1


def test_every_answer_keeps_the_browser_to_our_own_files(api):
    for answer in (api.client.get("/"), api.get("/moves"), api.get("/nothing"), api.client.get("/nothing")):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_conversations_are_not_cached(api):
    session = api.start()
    assert api.get(f"/sessions/{session['id']}").headers["Cache-Control"] == "no-store"


def test_logs_hold_no_message(api, rasa, caplog):
    caplog.set_level(0)
    session = api.start()
    api.say(session, "Quetzalcoatlus one.")
    rasa.script.answers = ["down", "actions"]
    api.say(session, "Quetzalcoatlus two.")
    rasa.trackers.clear()
    turn = api.get(f"/sessions/{session['id']}").json["turns"][1]
    api.say(session, "Quetzalcoatlus two.", turn["turn_id"])
    api.post("/drafts/check", {"draft": "Quetzalcoatlus\0"})
    api.post(f"/sessions/{session['id']}/end")
    api.delete(f"/sessions/{session['id']}")
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("assistant_api"))
    assert session["id"] in ours
    assert "Quetzalcoatlus" not in caplog.text
    assert "Where is it?" not in caplog.text
