"""Personal data is taken out of what an agent writes before it is stored, sent to the customer or logged."""

import logging

import pytest
from api_client import SCENARIO, new_id

from assistant_api.catalogue import Catalogue
from assistant_api.privacy.door import clean

MINE = "Hello Maya, it is Gareth Whitcombe here. Ring me on 07700 900461. Is it 14 Alder Court?"
STORED = "Hello Maya, it is [name] here. Ring me on [phone]. Is it 14 Alder Court?"


def on_disk(tmp_path):
    return b"".join(path.read_bytes() for path in tmp_path.glob("heard.sqlite3*"))


def test_it_is_neither_stored_nor_sent_nor_logged(api, rasa, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    session = api.start()
    answer = api.say(session, MINE).json
    assert answer["taken_out"] == ["name", "phone"]
    assert answer["turn"]["agent"]["text"] == STORED
    assert rasa.played[1:] == [(1, STORED)]
    assert b"Whitcombe" not in on_disk(tmp_path) and b"900461" not in on_disk(tmp_path)
    assert b"[phone]" in on_disk(tmp_path)
    assert "Whitcombe" not in caplog.text and "900461" not in caplog.text
    read = api.get(f"/sessions/{session['id']}").json
    assert [turn["agent"]["text"] for turn in read["turns"]] == [STORED]


def test_what_belongs_to_the_case_stays(api):
    brief = Catalogue.load().scenario(SCENARIO).brief
    told = f"You are {brief.customer}, and I have {brief.order[0]} before me."
    answer = api.say(api.start(), told).json
    assert answer["turn"]["agent"]["text"] == told
    assert answer["taken_out"] == []


def test_the_same_turn_again_is_the_same_turn(api, rasa):
    session, turn_id = api.start(), new_id()
    first = api.say(session, MINE, turn_id)
    again = api.say(session, MINE, turn_id)
    assert again.json == first.json
    # What a page has read back may be sent again as well.
    assert api.say(session, STORED, turn_id).status_code == 200
    assert len(rasa.played) == 2


def test_a_page_that_sends_again_what_it_read_back(api):
    session, turn_id = api.start(), new_id()
    first = api.say(session, MINE, turn_id).json["turn"]["agent"]["text"]
    assert api.say(session, first, turn_id).json["turn"]["agent"]["text"] == STORED


@pytest.mark.parametrize(
    ("text", "known", "cleaned", "kinds"),
    [
        ("Thanks @Ravi Patel, ring Gareth on 07700 900461", ("Ravi Patel",), None, ("name", "phone")),
        ("Nothing here.", (), "Nothing here.", ()),
        ("a@b.io and c@d.io", (), "[email] and [email]", ("email",)),
    ],
)
def test_any_other_text(text, known, cleaned, kinds):
    entering = clean(text, *known)
    assert entering.taken_out == kinds
    if cleaned is not None:
        assert entering.text == cleaned
    else:
        assert "Ravi Patel" in entering.text and "Gareth" not in entering.text
