"""The actions, called with a tracker as Rasa sends it, compared by the events and messages they answer with."""

from dataclasses import replace

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.actions import ActionCustomerCloses, ActionCustomerOpens, ActionCustomerTurn
from bot.actions.shared_customer import shared_customer, swearing
from coaching.customer import Customer
from coaching.moves import APOLOGIZE, LABELS
from coaching.recognition import RecognisedSentence

SCENARIO = "late_parcel"
SORRY = RecognisedSentence(
    "I am sorry your parcel is late.", 0, 31, (APOLOGIZE,), {label: float(label == APOLOGIZE) for label in LABELS}
)
PLAIN = RecognisedSentence("It is Tuesday.", 32, 46, (), dict.fromkeys(LABELS, 0.0))


@pytest.fixture(scope="module")
def customer():
    return Customer.load()


def tracker(message, state=None, channel="practice"):
    """A tracker's JSON after one user message."""
    user = {"event": "user", "text": "", "parse_data": message, "input_channel": channel, "timestamp": 1.0}
    slots = {"customer_state": state, "scenario": SCENARIO, "persona": None, "mood_band": None, "seed": 0}
    return Tracker.from_dict({"sender_id": "s", "slots": slots, "latest_message": message, "events": [user]})


def command(name, **entities):
    return {
        "text": f"/{name}",
        "intent": {"name": name},
        "entities": [{"entity": key, "value": value} for key, value in entities.items()],
    }


def turn(*sentences):
    return {
        "text": " ".join(sentence.text for sentence in sentences),
        "intent": {"name": "apologize"},
        "entities": [{"entity": "apologize", "value": SORRY.text, "start": 0, "end": 31}],
        "sentences": [sentence.to_json() for sentence in sentences],
        "recogniser": "0123456789ab",
    }


def run(action, *about, **options):
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, tracker(*about, **options), {})
    texts = [message["text"] for message in dispatcher.messages if message["text"]]
    data = [message["custom"] for message in dispatcher.messages if message["custom"]]
    return events, texts, data


def slots(reply):
    state = reply.state.to_json()
    values = {"customer_state": state, "mood_band": reply.mood.band}
    values |= {name: state[name] for name in ("scenario", "persona", "seed", "level", "channel", "swearing")}
    return {name: {"event": "slot", "timestamp": None, "name": name, "value": value} for name, value in values.items()}


def by_name(events):
    assert len({event["name"] for event in events}) == len(events)
    return {event["name"]: event for event in events}


def test_opening_sets_the_slots_and_says_the_lines(customer):
    expected = customer.begin(SCENARIO, None, 7)
    events, texts, data = run(ActionCustomerOpens(customer), command("start_session", scenario=SCENARIO, seed=7))
    assert by_name(events) == slots(expected)
    assert texts == list(expected.lines)
    assert data == [{"reply": expected.to_json()}]


def test_opening_takes_the_persona(customer):
    persona = sorted(set(customer.personas) - {customer.scenarios[SCENARIO].persona})[0]
    events, _, _ = run(ActionCustomerOpens(customer), command("start_session", scenario=SCENARIO, persona=persona))
    assert by_name(events) == slots(customer.begin(SCENARIO, persona, 0))


@pytest.mark.parametrize("level", [1, 5])
def test_opening_takes_the_level(customer, level):
    expected = customer.begin(SCENARIO, None, 0, level)
    events, _, _ = run(ActionCustomerOpens(customer), command("start_session", scenario=SCENARIO, level=level))
    assert by_name(events) == slots(expected)
    assert by_name(events)["level"]["value"] == expected.state.level == level


def test_the_slots_tell_by_what_lines_are_chosen(customer):
    bold = replace(customer, swearing=True)
    events, _, _ = run(ActionCustomerOpens(bold), command("start_session", scenario=SCENARIO))
    told = {name: event["value"] for name, event in by_name(events).items()}
    assert (told["channel"], told["swearing"]) == (customer.scenarios[SCENARIO].channel, True)


@pytest.mark.parametrize(("value", "expected"), [(None, False), ("", False), ("0", False), ("1", True)])
def test_swearing_is_a_setting_off_by_default(value, expected):
    assert swearing({} if value is None else {"HEARD_SWEARING": value}) is expected


@pytest.mark.parametrize("value", ["yes", "2", "on"])
def test_another_value_of_it_stops_the_action_server(monkeypatch, value):
    monkeypatch.setenv("HEARD_SWEARING", value)
    with pytest.raises(SystemExit, match="HEARD_SWEARING is .* expected 1 for on or 0 for off"):
        shared_customer.__wrapped__()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"scenario": "no_such"}, "no_such"),
        ({"persona": "nobody"}, "nobody"),
        ({"seed": "x"}, "seed is 'x'"),
        ({"level": 6}, "level"),
        ({"level": "hard"}, "level is 'hard'"),
        ({"level": True}, "level is True"),
    ],
)
def test_what_cannot_begin_is_refused(customer, asked, told):
    message = command("start_session", **{"scenario": SCENARIO, **asked})
    events, texts, data = run(ActionCustomerOpens(customer), message)
    assert (events, texts) == ([], [])
    assert told in data[0]["refused"]
    assert told in run(ActionCustomerOpens(customer), message, channel="cmdline")[1][0]


def test_a_turn_plays_every_sentence(customer):
    opened = customer.begin(SCENARIO)
    expected = customer.respond(opened.state, [SORRY, PLAIN])
    events, texts, data = run(ActionCustomerTurn(customer), turn(SORRY, PLAIN), opened.state.to_json())
    assert by_name(events) == slots(expected)
    assert texts == list(expected.lines)
    sentences = [SORRY.to_json(), PLAIN.to_json()]
    assert data == [{"reply": {**expected.to_json(), "sentences": sentences, "recogniser": "0123456789ab"}}]


def test_other_channels_get_text_alone(customer):
    opened = customer.begin(SCENARIO)
    expected = customer.respond(opened.state, [SORRY])
    _, texts, data = run(ActionCustomerTurn(customer), turn(SORRY), opened.state.to_json(), channel="cmdline")
    assert (texts[: len(expected.lines)], data) == (list(expected.lines), [])


def test_the_first_words_in_a_shell_begin_the_default_scenario(customer):
    events, texts, _ = run(ActionCustomerTurn(customer), turn(SORRY), channel="cmdline")
    assert by_name(events) == slots(customer.begin(SCENARIO))
    assert texts == list(customer.begin(SCENARIO).lines)


def test_closing_tells_the_ending(customer):
    opened = customer.begin(SCENARIO)
    expected = customer.close(opened.state)
    events, texts, _ = run(ActionCustomerCloses(customer), command("end_session"), opened.state.to_json())
    assert (by_name(events), texts) == (slots(expected), list(expected.lines))
    _, texts, _ = run(ActionCustomerCloses(customer), command("end_session"), opened.state.to_json(), channel="cmdline")
    assert expected.ending.title in texts[-1]


@pytest.mark.parametrize("action", [ActionCustomerTurn, ActionCustomerCloses])
@pytest.mark.parametrize("broken", [False, True], ids=["ended", "unreadable"])
def test_a_state_that_cannot_go_on_is_refused_in_words(customer, action, broken):
    state = {"turn": 3} if broken else customer.close(customer.begin(SCENARIO).state).state.to_json()
    events, texts, data = run(action(customer), turn(SORRY), state)
    assert (events, texts) == ([], [])
    assert data[0]["refused"]


def test_nothing_to_close(customer):
    assert "No conversation" in run(ActionCustomerCloses(customer), command("end_session"))[2][0]["refused"]
