"""The application with a real Rasa server and a real action server, which die and come back in mid-session."""

import os
import socket

import pytest
from api_client import Api, assert_problem, new_id

from assistant_api import create_app
from assistant_api.settings import Settings
from assistant_api.store import Database
from assistant_api.store.migrate import migrate
from launcher.settings import LaunchSettings
from launcher.stack import action_server, rasa_server, wait_until_ready

pytestmark = pytest.mark.rasa

SAID = (
    "Hello Maya. I am so sorry that the telescope did not come on Tuesday as we promised.",
    "/restart is no command here. What does the tracking page say?",
    "I understand how worrying that is with the birthday on Saturday.",
    "A new one goes out by courier today and will be with you by noon tomorrow.",
    "I have refunded what you paid for express delivery.",
)


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    folder = tmp_path_factory.mktemp("real_rasa")
    return {
        **os.environ,
        "HEARD_RASA_URL": f"http://127.0.0.1:{free_port()}",
        "HEARD_ACTIONS_URL": f"http://127.0.0.1:{free_port()}",
        "HEARD_RASA_TOKEN": "a-token-for-this-test",
        "HEARD_DATABASE_URL": f"sqlite:///{folder / 'heard.sqlite3'}",
        "HEARD_LOGS": str(folder),
    }


@pytest.fixture(scope="module")
def servers(environment):
    settings = LaunchSettings.from_environment(environment)
    found = {"actions": action_server(settings), "rasa": rasa_server(settings)}
    try:
        for server in found.values():
            server.start()
        wait_until_ready(list(found.values()), say=lambda line: None)
        yield found
    finally:
        for server in found.values():
            server.stop()


@pytest.fixture
def real(environment, servers):
    settings = Settings.from_environment(environment)
    migrate(Database(settings.database_url, settings.database_timeout))
    return Api(create_app(settings))


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def play(api, seed):
    session = api.start(seed=seed)
    for text in SAID:
        answer = api.say(session, text)
        assert answer.status_code == 200, answer.text
    return api.get(f"/sessions/{session['id']}").json


def conversation(session):
    """All that the customer made of it, without ids and times."""
    return [(turn["number"], turn["customer"], turn["mood"], turn["changes"]) for turn in session["turns"]]


def test_no_turn_is_lost_or_doubled_when_servers_die(real, servers):
    undisturbed = play(real, seed=4)
    session = real.start(seed=4)
    real.say(session, SAID[0])
    for server, text in (("actions", SAID[1]), ("rasa", SAID[2])):
        servers[server].stop()
        turn_id = new_id()
        problem = assert_problem(real.say(session, text, turn_id), "customer-unreachable", 503)
        assert "Your message is kept" in problem["detail"]
        servers[server].start()
        wait_until_ready([servers[server]], say=lambda line: None)
        assert real.say(session, text, turn_id).status_code == 200
    for text in SAID[3:]:
        assert real.say(session, text).status_code == 200
    disturbed = real.get(f"/sessions/{session['id']}").json
    assert [turn["agent"]["text"] for turn in disturbed["turns"]] == list(SAID)
    assert conversation(disturbed) == conversation(undisturbed)


def test_a_session_to_its_end(real):
    session = play(real, seed=1)
    if session["status"] == "open":
        session = real.post(f"/sessions/{session['id']}/end").json
    assert session["status"] == "ended" and session["ending"]["text"]
    assert session["steps"]["apologize"] and session["steps"]["resolve"]
    assert session["scorecard"]["score"] > 0
    assert real.delete(f"/sessions/{session['id']}").status_code == 204


def test_the_level_reaches_the_customer(real):
    """The same words to the same customer, and a harder one stays angrier."""
    moods = {}
    for level in (1, 5):
        session = real.start(seed=4, level=level)
        answers = [real.say(session, text) for text in SAID[:3]]
        moods[level] = [answer.json["turn"]["mood"]["anger"] for answer in answers if answer.status_code == 200]
    assert moods[5][-1] > moods[1][len(moods[5]) - 1]


def test_a_rewind_goes_on_as_the_first_time_would_have_gone(real):
    first = play(real, seed=4)
    again = real.post(f"/sessions/{first['id']}/rewind", {"turn": 3}).json
    assert conversation(again) == conversation(first)[:2]
    other = real.post(f"/sessions/{again['id']}/rewind", {"turn": 1}).json
    for text in SAID[2:]:
        assert real.say(again, text).status_code == 200
    assert conversation(real.get(f"/sessions/{again['id']}").json) == conversation(first)
    changed = real.say(other, "Calm down, please. It is our policy.").json["turn"]
    assert changed["mood"]["anger"] > first["turns"][0]["mood"]["anger"]
    assert conversation(real.get(f"/sessions/{first['id']}").json) == conversation(first)


def test_every_scenario_and_persona_can_be_played(real):
    for scenario in real.get("/scenarios").json["scenarios"]:
        for persona in real.get("/personas").json["personas"]:
            body = {"scenario": scenario["id"], "persona": persona["id"]}
            answer = real.post("/sessions", body)
            assert answer.status_code == 201, answer.text
            assert answer.json["opening"]


def test_health(real):
    health = real.get("/health").json
    assert health["status"] == "ok", health
