"""One reply is of one piece, and its lines suit who speaks where."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripts import message
from test_customer_sessions import GOOD, MESSAGES

from coaching.customer.phrasebook import choose
from coaching.customer.scenario import Line
from coaching.customer.step import HELPFUL

HEARD = ("hear", "So the parcel was promised for Tuesday and still hasn't come, with the birthday on Saturday.")
STOCK = ("empathize", "I completely understand how frustrating that must be.")
COURIER = ("resolve", "A courier brings a second telescope from stock on Friday.")
SORRY = ("apologize", "I'm sorry.")
COMPLAINTS = {"scenario:restate", "scenario:demand", "unheard", "ask_remedy", "scenario:not_enough"}


@pytest.fixture
def begun(customer):
    return customer.begin("late_parcel", "furious", 3, 3).state


@pytest.mark.parametrize("said", [(HEARD, STOCK), (STOCK, HEARD)])
def test_a_set_phrase_beside_a_true_restatement_is_forgiven(customer, begun, said):
    topics = customer.respond(begun, message(*said)).topics
    assert topics[0] == "hear" and "stock" not in topics
    assert "stock" in customer.respond(begun, message(STOCK)).topics


def test_relief_and_complaint_never_come_in_one_breath(customer):
    for persona in customer.personas:
        for seed in range(12):
            topics = customer.respond(customer.begin("late_parcel", persona, seed).state, message(COURIER)).topics
            assert "scenario:relief" in topics
            assert not COMPLAINTS & set(topics)


def test_a_plain_offer_counts_without_a_label(customer, begun):
    plain = customer.respond(begun, message(("", "A second telescope from stock, by courier on Friday.")))
    assert {"by_saturday", "replacement"} <= set(plain.state.experience.offers)
    for other in (
        ("", "Is a second telescope from stock, by courier on Friday, any use?"),
        ("", "We can't send a second telescope from stock."),
        ("", "I have it open: a telescope by courier, promised for Tuesday, and no second telescope from stock."),
        ("hear", "So a second telescope from stock would help."),
        ("dismiss", "A second telescope from stock, on Friday, is out of the question."),
    ):
        assert not customer.respond(begun, message(other)).state.experience.offers


def test_what_the_customer_is_to_do_is_no_offer(customer, begun):
    for labels, text, counts in (
        ("resolve+inquire", "Have you tried to ring the neighbours?", False),
        ("resolve+inquire", "Shall I look after it myself?", True),
    ):
        assert bool(customer.respond(begun, message((labels, text))).state.experience.offers) == counts


def test_a_friendly_how_can_i_help_asks_for_nothing_in_particular(customer):
    for scenario in customer.scenarios:
        reply = customer.respond(customer.begin(scenario).state, message(("courtesy", "Hello, how can I help you?")))
        assert not {"hold_back", "cannot_say"} & set(reply.topics)
        assert not [topic for topic in reply.topics if topic.startswith("fact:")]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The label left out the second line of the address.", True),
        ("Could the second line of the address be missing on the label?", False),
        ("I'll find out whether the label left out the address line.", False),
    ],
)
def test_only_who_knows_the_cause_tells_it(customer, begun, sentence, told):
    assert customer.respond(begun, message(("diagnose", sentence))).state.experience.cause_told == told


def test_what_the_card_shows_counts_as_specific(customer, begun):
    standard = ("hear", "I see that we answered on Wednesday with the standard text, and the depot every evening.")
    bare = replace(
        customer,
        scenarios={
            "late_parcel": replace(
                customer.scenarios["late_parcel"],
                brief=replace(customer.scenarios["late_parcel"].brief, order=(), history=()),
            )
        },
    )
    with_card, without = (each.respond(begun, message(standard, SORRY)).state.feelings for each in (customer, bare))
    assert with_card.interactional > without.interactional


def test_who_parts_in_peace_says_what_helped(customer):
    for scenario in GOOD:
        reply = customer.begin(scenario, "anxious")
        for said in GOOD[scenario]:
            reply = customer.respond(reply.state, said)
        best = max(reply.state.experience.helped, key=reply.state.experience.helped.get)
        assert best in HELPFUL
        # Who was asked whether that was all answers it.
        assert reply.topics[-2:] in ((f"helped_{best}", "ending_content"), ("nothing_more", "ending_content"))


def test_softening_is_said_in_steps(customer):
    softened = 0
    for persona in customer.personas:
        replies = [customer.begin("late_parcel", persona, 2, 3)]
        for said in GOOD["late_parcel"]:
            replies.append(customer.respond(replies[-1].state, said))
            new = [topic for topic in replies[-1].topics if topic == "softens" or topic.startswith("helped_")]
            softened += "softens" in new
            if replies[-1].ending is None and new:
                assert replies[-1].mood.anger < replies[-2].mood.anger
    assert softened >= len(customer.personas) / 2


def test_a_farewell_settles_what_is_deserved(customer):
    reply = customer.begin("late_parcel", "formal")
    for said in GOOD["late_parcel"][:4]:
        reply = customer.respond(reply.state, said)
    parted = customer.respond(reply.state, GOOD["late_parcel"][4])
    waited = customer.respond(reply.state, message(("courtesy", "You are welcome.")))
    assert parted.mood.satisfaction > waited.mood.satisfaction
    assert parted.mood.anger < waited.mood.anger
    assert parted.ending.kind == "content"


def test_only_who_strays_strays_and_in_their_own_words(customer):
    strayed = dict.fromkeys(customer.personas, 0)
    for persona in customer.personas:
        for seed in range(40):
            state = customer.begin("late_parcel", persona, seed, 1).state
            reply = customer.respond(state, message(HEARD))
            if "aside" in reply.topics:
                strayed[persona] += 1
                line = reply.state.said[len(state.said) + reply.topics.index("aside")]
                assert line in {each.text for each in customer.phrasebook["aside"] if each.persona == persona}
    assert {persona for persona, times in strayed.items() if times} == {
        who.id for who in customer.personas.values() if who.asides
    }


def test_lines_of_the_own_voice_and_channel_come_first_and_another_s_never():
    lines = [
        Line("any"),
        Line("own", persona="ironic"),
        Line("chat", channels=("chat",)),
        Line("mail", channels=("email",)),
    ]
    drawn = [choose(lines, "calm", "ironic", "chat", (), Random(seed)).text for seed in range(400)]
    assert "mail" not in drawn
    assert drawn.count("own") > drawn.count("chat") > drawn.count("any") > 0


def test_nobody_swears_unless_they_may(customer):
    rude = Line("Oh, this bloody parcel.", swears=True)
    allowed = replace(customer, phrasebook={**customer.phrasebook, "greeting": (rude,)}, swearing=True)
    for each, says in ((allowed, True), (replace(allowed, swearing=False), False)):
        state = each.begin("late_parcel").state
        assert state.swearing == says
        reply = each.respond(state, message(("courtesy", "Good morning.")))
        assert (rude.text in reply.state.said) == says


@settings(max_examples=25)
@given(
    st.sampled_from(["late_parcel", "warranty_claim", "data_breach"]),
    st.sampled_from(["chatty", "elderly", "influencer", "non_native", "exhausted"]),
    st.integers(1, 5),
    st.integers(0, 9),
    st.lists(MESSAGES, max_size=40),
)
def test_at_any_level_nothing_is_said_twice_and_it_ends(customer, scenario, persona, level, seed, script):
    replies = [customer.begin(scenario, persona, seed, level)]
    for said in script:
        if replies[-1].ending is None:
            replies.append(customer.respond(replies[-1].state, said))
    lines = [line for reply in replies for line in reply.lines]
    assert len(lines) == len(set(lines))
    for reply, after in zip(replies, replies[1:], strict=False):
        assert 1 <= len(after.lines) == len(after.topics) <= 3
        for on, value in reply.state.feelings.to_json().items():
            moved = sum(change.by for change in after.changes if change.on == on)
            assert abs(value + moved - after.state.feelings.to_json()[on]) < 1e-9
    assert len(script) < 31 or replies[-1].ending is not None
