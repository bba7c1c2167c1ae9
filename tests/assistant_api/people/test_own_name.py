"""Who is signed in may say their own name in practice; it goes nowhere that is not erased with them."""

from datetime import datetime, timezone

import pytest

from assistant_api.cli.corrections_export import row_of

SAID = "My name is Amy and I look after this myself. My colleague Gareth will ring you."
STORED = "My name is Amy and I look after this myself. My colleague [name] will ring you."


def on_disk(tmp_path):
    return b"".join(path.read_bytes() for path in tmp_path.glob("heard.sqlite3*"))


def test_ones_own_name_stays_and_others_go(staff, rasa):
    agent = staff.agent
    answer = agent.say(agent.start(), SAID).json
    assert answer["turn"]["agent"]["text"] == STORED and answer["taken_out"] == ["name"]
    assert rasa.played[-1] == (1, STORED)
    assert agent.say(agent.start(), "It is Amy Agent here.").json["turn"]["agent"]["text"] == "It is Amy Agent here."


@pytest.mark.parametrize("said", ["My name is Amy Whitcombe.", "My name is Gareth."])
def test_another_of_the_same_first_name_is_somebody_else(staff, said):
    answer = staff.agent.say(staff.agent.start(), said).json
    assert answer["turn"]["agent"]["text"] == "My name is [name]."


def test_nobody_says_the_name_of_another_who_is_signed_in(staff):
    answer = staff.other_agent.say(staff.other_agent.start(), SAID).json
    assert "Amy" not in answer["turn"]["agent"]["text"]


def test_it_is_erased_with_the_person(staff, tmp_path):
    agent = staff.agent
    session = agent.start()
    agent.say(session, SAID)
    assert b"name is Amy" in on_disk(tmp_path)
    assert staff.admin.delete(f"/people/{staff.ids['amy']}/data").status_code == 200
    assert b"Amy" not in on_disk(tmp_path)


def test_it_is_taught_to_nobody():
    said = "My name is Merrin. I am sorry, Merrin again."
    overruled = {
        "id": "one",
        "sentence": 1,
        "labels": ["apologize"],
        "reason": "Merrin says so.",
        "created_at": datetime(2026, 11, 30, tzinfo=timezone.utc),
        "session_id": "a",
        "role": "trainer",
        "text": said,
        "sentences": [{}, {"text": "I am sorry, Merrin again.", "start": 19, "labels": []}],
        "asked": None,
        "opening": {"lines": ["Where is Merrin?"]},
    }
    # No word announces the name in the second sentence, which alone would keep it.
    row = row_of(overruled)
    assert row["text"] == "I am sorry, [name] again." and "Merrin" not in str(row)
