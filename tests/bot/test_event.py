import json

import pytest

from bot.channels.event import PracticeEvent
from coaching.errors import CoachError


def test_start_becomes_the_command():
    event = PracticeEvent.from_json(
        {"session": "s-1", "event": "start", "scenario": "late_parcel", "persona": None, "seed": 7}
    )
    command, asked = event.text[:14], json.loads(event.text[14:])
    assert (event.session, event.after, command) == ("s-1", None, "/start_session")
    assert asked == {"scenario": "late_parcel", "seed": 7}


def test_start_names_the_persona_where_there_is_one():
    body = {"session": "s", "event": "start", "scenario": "late_parcel", "persona": "irate", "seed": 0}
    assert '"persona": "irate"' in PracticeEvent.from_json(body).text


@pytest.mark.parametrize("level", [1, 5])
def test_start_names_the_level_where_there_is_one(level):
    body = {"session": "s", "event": "start", "scenario": "late_parcel", "seed": 0, "level": level}
    assert json.loads(PracticeEvent.from_json(body).text[14:])["level"] == level
    assert "level" not in PracticeEvent.from_json({**body, "level": None}).text


def test_turn_follows_on_the_turn_before_and_is_never_a_command():
    body = {"session": "s", "event": "turn", "turn": 3, "text": "/restart", "customer": "Where is it?"}
    event = PracticeEvent.from_json(body)
    assert (event.after, event.customer) == (2, "Where is it?")
    assert not event.text.startswith("/")


def test_end_names_the_turn_answered_last():
    assert PracticeEvent.from_json({"session": "s", "event": "end", "turn": 0}) == PracticeEvent(
        "s", "/end_session", after=0
    )


TURN = {"session": "s", "event": "turn", "turn": 1, "text": "Hello."}
START = {"session": "s", "event": "start", "scenario": "late_parcel", "seed": 0}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ([], "the body"),
        (None, "the body"),
        ({}, "session"),
        ({"session": "s"}, "event"),
        ({**TURN, "event": "sing"}, "event"),
        ({**TURN, "session": "a/b"}, "session"),
        ({**TURN, "session": "s" * 65}, "session"),
        ({**TURN, "turn": 0}, "turn"),
        ({**START, "level": 0}, "level"),
        ({**START, "level": 6}, "level"),
        ({**START, "level": "3"}, "level"),
        ({**START, "level": True}, "level"),
        ({**TURN, "turn": True}, "turn"),
        ({**TURN, "turn": "1"}, "turn"),
        ({**TURN, "text": " \n"}, "text"),
        ({**TURN, "text": 5}, "text"),
        ({**TURN, "customer": ["x"]}, "customer"),
        ({**START, "scenario": 'x"}'}, "scenario"),
        ({**START, "scenario": None}, "scenario"),
        ({**START, "persona": 3}, "persona"),
        ({**START, "seed": 1.5}, "seed"),
        ({"session": "s", "event": "end"}, "turn"),
    ],
)
def test_bad_bodies_are_told_by_field(body, field):
    with pytest.raises(CoachError, match=f"^{field}.*expected"):
        PracticeEvent.from_json(body)
