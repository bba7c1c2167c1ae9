"""Real servers, the trained model and the practice channel."""

import json
import subprocess
import sys

import pytest
import requests

from coaching.customer import Customer
from coaching.paths import ROOT, recogniser_model
from coaching.recognition import RecognisedSentence, Recogniser
from launcher.rasa_model import rasa_model
from tests.bot.servers import TOKEN, running

pytestmark = [pytest.mark.rasa, pytest.mark.model]

SCENARIO = "late_parcel"
SAID = "I am so sorry that your parcel is late. Could I have your order number, please?"


@pytest.fixture(scope="module")
def model():
    if not rasa_model().exists():
        pytest.fail("there is no Rasa model for these sources; run `make train`")
    return rasa_model()


@pytest.fixture(scope="module")
def servers(model, tmp_path_factory):
    with running(model, tmp_path_factory.mktemp("logs")) as both:
        yield both


@pytest.fixture(scope="module")
def customer():
    return Customer.load()


def start(servers, session, seed=5):
    return servers.post(session=session, event="start", scenario=SCENARIO, persona=None, seed=seed)[1]["reply"]


def turn(servers, session, number, text=SAID, customer="Where is my parcel?"):
    return servers.post(session=session, event="turn", turn=number, text=text, customer=customer)


def test_a_session_plays_as_the_customer_does_without_rasa(servers, customer):
    opened = start(servers, "whole")
    expected = customer.begin(SCENARIO, None, 5)
    assert opened == expected.to_json()
    said = "\n".join(opened["lines"])
    _, answer = turn(servers, "whole", 1, customer=said)
    sentences = [RecognisedSentence.from_json(item) for item in answer["reply"].pop("sentences")]
    recogniser = Recogniser.load()
    assert answer["reply"].pop("recogniser") == recogniser.version
    assert [item.to_json() for item in sentences] == [item.to_json() for item in recogniser.recognise(SAID, said)]
    expected = customer.respond(expected.state, sentences)
    assert answer["reply"] == expected.to_json()
    _, answer = servers.post(session="whole", event="end", turn=1)
    assert answer["reply"] == customer.close(expected.state).to_json()
    assert "refused" in turn(servers, "whole", 2)[1]


@pytest.mark.parametrize("text", ["/restart", '/start_session{"scenario": "x"}', "  /end_session I am sorry."])
def test_a_slash_is_no_command(servers, text):
    start(servers, "slash")
    _, answer = turn(servers, "slash", 1, text)
    assert answer["reply"]["state"]["turn"] == 1
    assert all(text[item["start"] : item["end"]] == item["text"] for item in answer["reply"]["sentences"])


def test_the_level_is_the_customers(servers, customer):
    asked = {"event": "start", "scenario": SCENARIO, "persona": None, "seed": 5}
    for level in (1, 5):
        _, answer = servers.post(session=f"level-{level}", level=level, **asked)
        assert answer["reply"] == customer.begin(SCENARIO, None, 5, level).to_json()
    status, answer = servers.post(session="level-6", level=6, **asked)
    assert (status, "a whole number from 1 to 5" in answer["error"]) == (400, True)


def test_unknown_scenarios_are_refused(servers):
    status, answer = servers.post(session="unknown", event="start", scenario="no_such", seed=0)
    assert (status, SCENARIO in answer["refused"]) == (200, True)


def test_a_rebuilt_tracker_goes_on_where_the_session_stood(servers):
    opened = start(servers, "first")
    _, lived = turn(servers, "first", 1)
    _, expected = turn(servers, "first", 2, "I have refunded the delivery fee.")
    state = lived["reply"]["state"]
    servers.put_events(
        "second",
        [
            {"event": "session_started"},
            {"event": "action", "name": "action_listen"},
            {"event": "bot", "text": opened["lines"][0]},
            {"event": "user", "text": SAID, "parse_data": {"intent": {"name": "apologize"}}},
            {"event": "slot", "name": "customer_state", "value": state},
            {"event": "action", "name": "action_listen"},
        ],
    )
    assert turn(servers, "second", 2, "I have refunded the delivery fee.") == (200, expected)


def test_a_turn_lost_with_the_action_server_can_be_played_again(servers):
    start(servers, "lost")
    servers.stop("actions")
    try:
        assert turn(servers, "lost", 1) == (502, {"error": "action_server"})
    finally:
        servers.start_actions()
    status, answer = turn(servers, "lost", 1)
    assert (status, answer["reply"]["state"]["turn"]) == (200, 1)


def test_stories(model, tmp_path):
    command = [sys.executable, "-m", "rasa", "test", "core", "--e2e", "--fail-on-prediction-errors", "--no-plot"]
    command += ["--stories", "tests/stories", "--model", str(model), "--out", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]


def test_rasas_model_holds_the_shared_recogniser(model):
    import tarfile

    with tarfile.open(model) as archive:
        (inside,) = (member for member in archive.getmembers() if member.name.endswith("heard.joblib"))
        assert archive.extractfile(inside).read() == recogniser_model().read_bytes()


def test_the_bot_and_the_assistant_say_the_same_of_five_hundred_sentences(servers):
    rows = (ROOT / "training_data" / "held_out.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in rows[:: len(rows) // 500]][:500]
    assert len(set(texts)) >= 490
    recogniser = Recogniser.load()
    for text in texts:
        url = f"{servers.url}/model/parse"
        found = requests.post(url, params={"token": TOKEN}, json={"text": text}, timeout=60).json()
        assert found["recogniser"] == recogniser.version
        assert found["sentences"] == [sentence.to_json() for sentence in recogniser.recognise(text)], text
