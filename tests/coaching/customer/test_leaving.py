"""How customers leave: with what they came for, or grudgingly; and the debrief tells no more than is true."""

from dataclasses import replace

from scripts import message
from test_customer_reactions import COURIER, HEARD
from test_customer_sessions import GOOD

from coaching.customer.wanting import has_enough, unmet

SORRY = ("apologize", "I'm sorry that the telescope promised for Tuesday is not there.")


def settled(customer, turns=4):
    reply = customer.begin("late_parcel", "formal", 3, 2)
    for said in GOOD["late_parcel"][:turns]:
        reply = customer.respond(reply.state, said)
    return reply.state


def test_who_said_that_all_is_settled_is_not_cut_off(customer):
    state = settled(customer)
    assert state.settled
    closed = customer.close(state)
    assert closed.ending.kind == "content" and closed.topics == ("ending_content",)
    assert customer.close(replace(state, settled=False)).ending.kind == "agent_closes"


def test_content_needs_what_they_came_for(customer, constants):
    state = settled(customer, 3)
    story = customer.scenarios["late_parcel"]
    left = unmet(story, state.feelings, state.experience, constants)
    assert [want.every for want in left] == [("cause", "heard")]
    assert customer.respond(state, message(("courtesy", "Goodbye, and take care."))).ending.kind == "grudging"
    assert not unmet(story, settled(customer).feelings, settled(customer).experience, constants)


def test_what_is_open_is_named_before_it_is_let_be(customer):
    first, other, _ = customer.scenarios["late_parcel"].wants
    assert has_enough((), first, dated=False, named=0, glad=False)
    assert not has_enough((first,), first, dated=True, named=0, glad=True)
    assert has_enough((first,), first, dated=True, named=1, glad=False)
    assert not has_enough((first,), first, dated=False, named=3, glad=True)
    assert not has_enough((first, other), first, dated=True, named=1, glad=True)
    assert has_enough((other,), first, dated=True, named=0, glad=True)
    assert not has_enough((other,), first, dated=True, named=0, glad=False)


def test_an_ending_tells_nothing_that_nobody_said(customer):
    story = customer.scenarios["late_parcel"]
    secret = replace(story.facts[-1], lines=(replace(story.facts[-1].lines[0], text="It is for the lighthouse."),))
    ended = {**story.endings, "content": ("Gone", "She is content. The lighthouse has its lamp again.")}
    other = replace(story, facts=(*story.facts[:-1], secret), endings=ended)
    mine = replace(customer, scenarios={"late_parcel": other})
    state = settled(customer)
    assert mine.close(state).ending.text == "She is content."
    spoken = replace(state, said=(*state.said, "It is for the lighthouse."))
    assert mine.close(spoken).ending.text == "She is content. The lighthouse has its lamp again."


def test_only_who_was_sharp_is_sorry_for_it_and_late(customer):
    for persona in ("formal", "elderly", "exhausted", "anxious"):
        reply = customer.begin("late_parcel", persona, 3, 1)
        for said in (message(HEARD, SORRY), message(COURIER)):
            reply = customer.respond(reply.state, said)
            assert "softens" not in reply.topics
    for seed in range(8):
        reply = customer.begin("late_parcel", "formal", seed, 1)
        for said in GOOD["late_parcel"]:
            if reply.ending is None:
                reply = customer.respond(reply.state, said)
        own = {line.text for line in customer.phrasebook["softens"] if line.persona == "formal"}
        general = {line.text for line in customer.phrasebook["softens"]} - own
        assert not general & set(reply.state.said)


def test_after_the_warning_no_further_no_is_listened_to(customer):
    reply = customer.begin("late_parcel", "ironic", 1, 3)
    reply = customer.respond(reply.state, message(HEARD, COURIER))
    warned = replace(reply.state, warned=True)
    no = message(("deflect", "My supervisor would send you to the depot as well."))
    assert customer.respond(warned, no).ending.kind == "supervisor"
    assert customer.respond(reply.state, no).ending is None
