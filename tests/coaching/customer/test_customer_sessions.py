"""Whole sessions with hand-labelled messages: how they end, and what is true of every one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts import message

from coaching.customer.scenario import ENDINGS
from coaching.customer.state import CustomerState
from coaching.errors import CoachError
from coaching.moves import LABELS

GOOD = {
    "late_parcel": [
        message(
            ("hear", "So the parcel was promised for Tuesday and it still hasn't come."),
            ("empathize", "With your daughter's birthday on Saturday that must be maddening."),
        ),
        message(
            ("apologize", "I'm sorry that the parcel promised for Tuesday still hasn't come."),
        ),
        message(
            ("resolve", "A courier brings you a second telescope from stock tomorrow."),
            ("resolve", "I have refunded the express fee of £6.95."),
        ),
        message(
            ("diagnose", "Our labels leave out the flat, so the driver took it back every day."),
        ),
        message(
            ("courtesy", "Is there anything else I can do for you?"),
        ),
    ],
    "double_charge": [
        message(
            ("hear", "So the account was charged £184.20 twice for October."),
            ("empathize", "Being overdrawn through no fault of yours must be frightening."),
        ),
        message(
            ("apologize", "I'm sorry that we charged your account twice, £184.20 each."),
        ),
        message(
            ("resolve", "I have sent the second payment back, it will be there within two hours."),
            ("resolve", "And we pay the bank fee."),
        ),
        message(
            ("diagnose", "The first debit was marked failed and our system sent it again."),
        ),
        message(
            ("courtesy", "Is there anything else I can do for you?"),
        ),
    ],
    "hotel_room": [
        message(
            ("hear", "So your room, booked and paid in March, has been given to somebody else."),
            ("empathize", "In the lobby, with suitcases, on your anniversary: that is a rotten welcome."),
        ),
        message(
            ("apologize", "I'm sorry that the room you paid for in March was given to somebody else."),
        ),
        message(
            ("resolve", "You have a room tonight at our Customs House, and a taxi is on its way."),
            ("resolve", "Tomorrow the harbour suite is yours."),
        ),
        message(
            ("diagnose", "The note about your late arrival never came over from the booking site."),
        ),
        message(
            ("courtesy", "Is there anything else I can do for you?"),
        ),
    ],
}
RUDE = [message(("hostile", f"Oh, do stop whining, number {number}.")) for number in range(9)]
REFUSING = [message(("dismiss", f"There is nothing I can do, as I said {number} times.")) for number in range(9)]
SILENT = [message(("", f"One moment, number {number}.")) for number in range(40)]
PERSONAS = ("furious", "anxious", "formal", "ironic")
every_customer = pytest.mark.parametrize(
    ("scenario", "persona"), [(scenario, persona) for scenario in GOOD for persona in PERSONAS]
)


def play(customer, scenario, persona, messages, seed=0):
    """All replies, the opening's first, up to the end of the script or of the session."""
    replies = [customer.begin(scenario, persona, seed)]
    for each in messages:
        if replies[-1].ending is None:
            replies.append(customer.respond(replies[-1].state, each))
    return replies


def lines(replies):
    return [line for reply in replies for line in reply.lines]


@every_customer
def test_all_five_steps_leave_every_customer_content(customer, scenario, persona):
    replies = play(customer, scenario, persona, GOOD[scenario])
    assert replies[-1].ending.kind == "content"
    assert replies[-1].mood.band in ("calm", "pleased")
    moods = [reply.mood.anger for reply in replies]
    assert moods == sorted(moods, reverse=True)


@every_customer
def test_insults_make_every_customer_walk_off(customer, scenario, persona):
    replies = play(customer, scenario, persona, RUDE)
    assert replies[-1].ending.kind == "walks_off"
    assert replies[-1].mood.band == "furious"
    assert len(replies) <= 6


@every_customer
def test_refusals_make_every_customer_ask_for_a_supervisor(customer, scenario, persona):
    assert play(customer, scenario, persona, REFUSING)[-1].ending.kind == "supervisor"


@every_customer
def test_a_remedy_without_a_word_of_sympathy_is_taken_grudgingly(customer, scenario, persona):
    remedy = GOOD[scenario][2]
    waits = [message(("inquire", f"And may I have a minute for step {number}?")) for number in range(3)]
    replies = play(customer, scenario, persona, [remedy, *waits, message(("courtesy", "Have a nice day, goodbye."))])
    assert replies[-1].ending.kind == "grudging"


@every_customer
def test_a_customer_who_is_left_waiting_leaves_in_the_persona_s_way(customer, scenario, persona):
    replies = play(customer, scenario, persona, SILENT)
    assert replies[-1].ending.kind == customer.personas[persona].leaves
    assert 5 < len(replies) < 20


@every_customer
def test_the_agent_can_close_at_any_time(customer, scenario, persona):
    for replies in (play(customer, scenario, persona, []), play(customer, scenario, persona, GOOD[scenario][:2])):
        closed = customer.close(replies[-1].state)
        assert closed.ending.kind == "agent_closes"
        assert closed.state.turn == replies[-1].state.turn
        assert closed.lines and closed.lines[0] not in lines(replies)
        with pytest.raises(CoachError, match="has ended"):
            customer.close(closed.state)
        with pytest.raises(CoachError, match="has ended"):
            customer.respond(closed.state, message(("hear", "So the parcel is late?")))


def test_every_kind_of_ending_has_its_title_and_text_in_every_scenario(customer):
    for scenario in customer.scenarios.values():
        assert set(scenario.endings) == set(ENDINGS)


def test_a_threat_comes_before_the_last_word(customer):
    replies = play(customer, "late_parcel", "furious", RUDE)
    threats = {line.text for line in customer.phrasebook["threat_walks_off"]}
    assert threats & set(replies[-2].state.said)
    assert replies[-2].ending is None


def test_a_good_turn_after_the_threat_keeps_the_customer(customer):
    replies = play(customer, "late_parcel", "anxious", RUDE)
    again = customer.respond(replies[-2].state, GOOD["late_parcel"][1])
    assert again.ending is None
    assert again.mood.anger < replies[-2].mood.anger


def test_unknown_ids_name_the_known_ones(customer):
    with pytest.raises(CoachError, match="'lost_cat'.*double_charge, .*hotel_room, .*late_parcel"):
        customer.begin("lost_cat")
    with pytest.raises(CoachError, match="'grumpy'.*furious, anxious, formal, ironic"):
        customer.begin("late_parcel", "grumpy")


def test_seeds_make_sessions_read_differently(customer):
    told = [tuple(lines(play(customer, "late_parcel", "ironic", GOOD["late_parcel"], seed))) for seed in range(10)]
    assert len(set(told)) == 10
    shared = [len(set(one) & set(two)) / len(one) for one in told for two in told if one is not two]
    assert sum(shared) / len(shared) < 0.6


def test_the_mood_does_not_depend_on_the_seed(customer):
    ends = {play(customer, "hotel_room", "formal", GOOD["hotel_room"], seed)[-1].ending.kind for seed in range(10)}
    assert ends == {"content"}


MESSAGES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(LABELS), max_size=3, unique=True).map("+".join),
        st.sampled_from(
            [
                "I have refunded the second payment today.",
                "What is your order number?",
                "Please tell me what happened.",
                "When is the birthday?",
                "A courier brings it on Saturday.",
                "Is there anything else?",
                "Sorry about that.",
                "So it was due on Tuesday?",
                "ok",
                "…",
            ]
        ),
    ),
    max_size=3,
).map(lambda pairs: message(*pairs))


@given(st.sampled_from(sorted(GOOD)), st.sampled_from(PERSONAS), st.integers(0, 9), st.lists(MESSAGES, max_size=45))
def test_of_any_session(customer, scenario, persona, seed, script):
    replies = play(customer, scenario, persona, script, seed)
    said = lines(replies)
    assert len(said) == len(set(said))
    assert all(1 <= len(reply.lines) <= 3 for reply in replies)
    assert all(reply.ending is None for reply in replies[:-1])
    assert [reply.state.turn for reply in replies] == list(range(len(replies)))
    if len(script) >= 40:
        assert replies[-1].ending is not None
    for reply, following, said_by_agent in zip(replies, replies[1:], script, strict=False):
        stored = CustomerState.from_json(json.loads(json.dumps(reply.state.to_json())))
        assert stored == reply.state
        assert customer.respond(stored, said_by_agent) == following
