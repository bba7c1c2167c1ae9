"""Moves that the recogniser is unsure of: told with their sentence, kept with the turn, counted nowhere."""

import json
import sqlite3

import pytest
from fake_rasa import FAREWELL

TEXT = "I am sorry. We are busy."


@pytest.fixture
def played(api):
    session = api.start()
    answer = api.say(session, TEXT)
    assert answer.status_code == 200, answer.text
    return answer.json["session"]


def unsure(session):
    return [sentence["unsure"] for turn in session["turns"] for sentence in turn["agent"]["sentences"]]


def test_they_come_with_their_sentence(api, played):
    assert unsure(played) == [[], ["blame", "dismiss", "rush"]]
    assert unsure(api.get(f"/sessions/{played['id']}").json) == unsure(played)


def test_they_are_no_part_of_the_score(api, played):
    assert [label for label, done in played["steps"].items() if done] == ["apologize"]
    card = api.say(played, FAREWELL).json["session"]["scorecard"]
    assert card["mistakes"] == []


def test_turns_stored_before_there_were_any_can_be_read(api, played, tmp_path):
    with sqlite3.connect(tmp_path / "heard.sqlite3") as database:
        ((stored,),) = database.execute("SELECT sentences FROM turns").fetchall()
        older = [{key: each[key] for key in each if key != "unsure"} for each in json.loads(stored)]
        database.execute("UPDATE turns SET sentences = ?", (json.dumps(older),))
    database.close()
    assert unsure(api.get(f"/sessions/{played['id']}").json) == [[], []]
    assert api.say(played, FAREWELL).json["session"]["scorecard"]["score"] >= 0
