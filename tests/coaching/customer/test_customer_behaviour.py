"""What the customer says to what."""

import pytest
from scripts import message

FLAT = "flat 6"


@pytest.fixture
def begun(customer):
    return customer.begin("late_parcel", "furious", 3).state


def topics(customer, scenario, said):
    """The topics, in the phrasebook and the scenario, that the lines come from."""
    story = customer.scenarios[scenario]
    found = set()
    for topic, lines in [*customer.phrasebook.items(), *story.lines.items()]:
        found |= {topic} if {line.text for line in lines} & set(said) else set()
    return found | {fact.id for fact in story.facts if {line.text for line in fact.lines} & set(said)}


def answer(customer, state, *sentences):
    """The reply's topics, and the state after it."""
    reply = customer.respond(state, message(*sentences))
    return topics(customer, state.scenario, reply.state.said[len(state.said) :]), reply.state


def test_a_question_gets_its_fact_and_no_other(customer, begun):
    told, state = answer(customer, begun, ("inquire", "Which flat does the driver have to ring at?"))
    facts = {fact.id for fact in customer.scenarios["late_parcel"].facts}
    assert told & facts <= {"flat", "at_home"}
    assert "flat" in state.told or "at_home" in state.told


def test_facts_are_not_volunteered(customer, begun):
    facts = {fact.id for fact in customer.scenarios["late_parcel"].facts}
    for sentence in [("apologize", "I am sorry about your flat."), ("resolve", "I'll tell the driver your flat.")]:
        told, _ = answer(customer, begun, sentence)
        assert not told & facts


def test_an_invitation_brings_the_story(customer, begun):
    told, state = answer(customer, begun, ("hear", "Please tell me what happened, from the start."))
    assert len(state.told) == 2
    assert not {fact.id for fact in customer.scenarios["late_parcel"].facts if fact.on_card} & told


def test_a_restatement_is_confirmed_not_answered_as_a_question(customer, begun):
    told, state = answer(customer, begun, ("hear", "So it was due on Tuesday, to your flat, is that right?"))
    assert "confirm" in told
    assert state.told == begun.told


def test_being_asked_twice_is_noticed_and_costs(customer, begun):
    _, once = answer(customer, begun, ("inquire", "When is the birthday party?"))
    told, twice = answer(customer, once, ("inquire", "And when was the party, please?"))
    other = customer.respond(once, message(("inquire", "And may I have a phone number?"))).state
    assert "asked_twice" in told
    assert twice.feelings.patience < other.feelings.patience
    assert twice.feelings.anger > other.feelings.anger


def test_asking_for_what_the_card_shows_annoys_but_is_answered(customer, begun):
    told, state = answer(customer, begun, ("inquire", "What is your order number?"))
    assert {"on_card", "order_number"} <= told
    assert "order_number" in state.told


def test_a_question_without_an_answer_is_said_to_be_one(customer, begun):
    told, _ = answer(customer, begun, ("inquire", "Which browser are you using?"))
    assert "cannot_say" in told


@pytest.mark.parametrize(
    "mistake", ["blame", "dismiss", "policy", "deflect", "rush", "empty_promise", "weak_apology", "hostile"]
)
def test_a_mistake_is_answered_first_whatever_else_was_said(customer, begun, mistake):
    told, state = answer(
        customer, begun, ("empathize", "With the birthday on Saturday I see why."), (mistake, "Then again, well.")
    )
    assert mistake in told
    assert state.said[len(begun.said)] in {line.text for line in customer.phrasebook[mistake]}


def test_what_was_not_heard_is_said_again(customer, begun):
    told, _ = answer(customer, begun, ("", "One moment."))
    assert "restate" in told


def test_without_a_remedy_the_customer_asks_for_one(customer, begun):
    heard = message(
        ("hear", "So the parcel was promised for Tuesday and still hasn't come."),
        ("empathize", "With the birthday on Saturday that must be maddening."),
    )
    reply = customer.respond(begun, heard)
    said = topics(customer, "late_parcel", reply.state.said[len(begun.said) :])
    assert said & {"ask_remedy", "demand"}


def test_a_remedy_that_fits_is_welcome_and_a_poor_one_is_not(customer, begun):
    fitting, _ = answer(customer, begun, ("resolve", "A courier brings a second telescope from stock on Friday."))
    poor, _ = answer(customer, begun, ("resolve", "You get a voucher from us."))
    assert "relief" in fitting and "not_enough" not in fitting
    assert "not_enough" in poor and "relief" not in poor


def test_an_offer_in_question_form_is_accepted(customer, begun):
    told, _ = answer(customer, begun, ("resolve+inquire", "Shall I send a courier who is there on Friday?"))
    assert "accept_offer" in told


def test_the_true_cause_is_recognised(customer, begun):
    told, state = answer(customer, begun, ("diagnose", "The label left out the second line of the address."))
    assert "cause" in told
    assert state.experience.cause_told


def test_stock_phrases_and_the_third_sorry_are_called_so(customer, begun):
    told, state = answer(customer, begun, ("empathize", "Understandably frustrating, certainly."))
    assert "stock" in told
    for number in range(2):
        _, state = answer(customer, state, ("apologize", f"Sorry, sorry, number {number}."))
    told, _ = answer(customer, state, ("apologize", "So sorry, really."))
    assert "sorry_again" in told


def test_the_same_sentence_again_is_noticed(customer, begun):
    _, state = answer(customer, begun, ("empathize", "I understand how frustrating this must be."))
    told, after = answer(customer, state, ("empathize", "I understand how frustrating this must be!"))
    assert "repeated" in told
    assert after.feelings.interactional == state.feelings.interactional


def test_the_cause_is_asked_for_and_once_more_by_who_came_for_it(customer, begun):
    state, asked = begun, 0
    script = [
        ("hear", "So the parcel was promised for Tuesday and still hasn't come, and the birthday is on Saturday."),
        ("resolve", "A courier brings a second telescope from stock on Friday."),
        ("resolve", "The express fee of £6.95 is on its way back."),
        ("thank", "Thank you for telling us."),
    ]
    for sentence in script:
        told, state = answer(customer, state, sentence)
        asked += "ask_cause" in told
    assert "cause" in customer.scenarios["late_parcel"].wants[-1].every
    assert asked == 2
    assert "ask_cause" in state.spoken


def test_a_message_without_words_is_answered(customer, begun):
    assert customer.respond(begun, []).lines


def test_a_fact_that_a_threat_left_no_room_for_counts_as_untold(customer, begun):
    state = begun
    for number in range(3):
        state = customer.respond(state, message(("dismiss", f"No, {number} times no."))).state
        reply = customer.respond(
            state,
            message(("dismiss", "No."), ("inquire", "Your flat, please?"), ("inquire", "And a phone number to ring?")),
        )
        if reply.ending is not None:
            break
        said = set(reply.state.said[len(state.said) :])
        for fact in customer.scenarios["late_parcel"].facts:
            if fact.id in reply.state.told and fact.id not in state.told:
                assert said & {line.text for line in fact.lines}
