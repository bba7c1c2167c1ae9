import json

import pytest

from coaching.customer import CustomerState, Mood, Reply
from coaching.customer.constants_file import load_constants
from coaching.customer.feelings import Feelings
from coaching.errors import CoachError

BANDS = load_constants().bands


@pytest.mark.parametrize(
    ("anger", "satisfaction", "band"),
    [(1, 0, "furious"), (0.6, 0.9, "angry"), (0.4, 0.1, "annoyed"), (0.1, 0.2, "calm"), (0.1, 0.9, "pleased")],
)
def test_bands(anger, satisfaction, band):
    assert Mood.of(Feelings(anger, satisfaction, 0, 0, 0), BANDS).band == band


def test_bands_follow_anger_from_best_to_worst():
    seen = [Mood.of(Feelings(step / 100, 0, 0, 0, 0), BANDS).band for step in range(101)]
    assert list(dict.fromkeys(seen)) == ["calm", "annoyed", "angry", "furious"]


def test_a_reply_is_plain_json_with_the_contract_s_keys(customer):
    reply = customer.begin("hotel_room", None, 4)
    assert isinstance(reply, Reply)
    data = json.loads(json.dumps(reply.to_json()))
    assert set(data) == {"state", "lines", "topics", "mood", "changes", "ending"}
    assert set(data["mood"]) == {"anger", "satisfaction", "band"}
    assert data["ending"] is None
    assert data["state"]["turn"] == 0
    assert data["state"]["persona"] == customer.scenarios["hotel_room"].persona


def test_changes_and_ending_are_plain_json(customer):
    state = customer.begin("hotel_room").state
    reply = customer.respond(state, [])
    assert {"words", "rule", "on", "by"} == set(reply.to_json()["changes"][0])
    assert {"kind", "title", "text"} == set(customer.close(state).to_json()["ending"])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("feelings"),
        lambda data: data.update(feelings={"anger": "much"}),
        lambda data: data.update(turn=None),
        lambda data: data.update(ending={"kind": "explodes", "title": "", "text": ""}),
        lambda data: data.update(experience=[]),
    ],
)
def test_a_state_that_is_none_is_refused(customer, spoil):
    data = customer.begin("late_parcel").state.to_json()
    spoil(data)
    with pytest.raises(CoachError, match="no state of a customer"):
        CustomerState.from_json(data)


def test_a_state_of_a_scenario_that_is_gone_is_refused(customer):
    data = customer.begin("late_parcel").state.to_json() | {"scenario": "gone"}
    with pytest.raises(CoachError, match="no scenario 'gone'"):
        customer.respond(CustomerState.from_json(data), [])
