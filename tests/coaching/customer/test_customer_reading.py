from dataclasses import replace

import pytest
from scripts import message

from coaching.customer.matching import hits, same_sentence, stems
from coaching.customer.reading import take_in, taken_as
from coaching.recognition import RecognisedSentence


@pytest.fixture
def read(customer):
    state = customer.begin("double_charge", "formal", 1).state

    def read(*sentences, told=()):
        story = customer.scenarios["double_charge"]
        before = type(state)(**{**state.__dict__, "told": (*state.told, *told)})
        return take_in(message(*sentences), before, story, customer.cues, lambda text, case: 0.5)

    return read


@pytest.mark.parametrize(
    ("sentence", "cues", "count"),
    [
        ("We are refunding the delivery fees.", ["refund delivery"], 2),
        ("We refund it.", ["refund delivery"], 0),
        ("Your ORDER number, please", ["order number", "number"], 3),
        ("That wouldn't work", ["wouldn't"], 1),
        ("", ["order"], 0),
    ],
)
def test_cues_are_met_as_stems_in_any_order(sentence, cues, count):
    assert hits(sentence, cues) == count


def test_sentences_are_known_again_without_case_and_punctuation():
    assert same_sentence("I'm SO sorry!") == same_sentence("i'm so sorry")
    assert same_sentence("I'm sorry") != same_sentence("I am sorry")
    assert stems("Parcels") == stems("parcel")


def test_remedies_and_cause_are_found_only_under_their_moves(read):
    text = "I have refunded the second payment today, the bank's fee as well."
    assert {remedy for remedy, _ in read(("resolve", text)).acts[0].remedies} == {"refund", "refund_fast", "bank_fee"}
    assert read(("hear", text)).acts[0].remedies == ()
    assert read(("diagnose", "Our system took the first debit for failed and sent it again.")).acts[0].names_cause
    assert not read(("hear", "Our system sent it again?")).acts[0].names_cause


def test_asking_to_act_is_an_offer_and_asks_for_no_fact(read):
    offer = read(("resolve+inquire", "Shall I pay the bank's fee?"))
    assert offer.offers and not offer.facts and not offer.puzzles


def test_a_restatement_wants_a_yes_and_an_invitation_the_story(read):
    assert read(("hear", "So the rent is due on Friday?")).confirms
    invited = read(("hear", "Tell me what happened."))
    assert not invited.confirms and invited.invited and len(invited.facts) > 2


def test_questions_are_told_apart(read):
    assert [fact.id for fact in read(("inquire", "What did the bank charge as a fee?")).facts] == ["bank_fee"]
    assert read(("inquire", "Which shoes do you wear?")).puzzles
    assert read(("inquire", "When is the rent due?"), told=("rent",)).asks_again
    assert read(("inquire", "Your customer number, please.")).asks_card
    assert not read(("", "When is the rent due?"), told=("rent",)).asks_again
    assert not read(("courtesy+inquire", "Is there anything else I can do?")).puzzles


def test_farewells_close_and_greetings_do_not(read):
    assert read(("courtesy", "Have a nice day, goodbye.")).closes
    assert read(("courtesy", "Is there anything else I can do for you?")).closes
    assert not read(("courtesy", "Hello, this is Ana.")).closes


def test_a_sentence_said_twice_in_one_message_is_known_again(read):
    acts = read(("apologize", "I'm sorry."), ("apologize", "i'm sorry")).acts
    assert [act.again for act in acts] == [False, True]


def test_a_doubtful_mistake_gets_the_benefit_of_the_doubt(customer):
    state, story = customer.begin("double_charge").state, customer.scenarios["double_charge"]
    (plain,) = message(("inquire+blame", "Did you tell your bank?"))
    for confidence, moves in ((0.39, ("inquire",)), (0.6, ("inquire", "blame"))):
        sentence = replace(plain, confidence={"inquire": 0.2, "blame": confidence})
        read = take_in([sentence], state, story, customer.cues, customer.specificity)
        assert read.acts[0].moves == moves


def test_a_doubted_mistake_is_taken_for_one_where_words_raise_it():
    doubted = RecognisedSentence("Not my department.", 0, 18, ("deflect",), {"deflect": 0.1})
    assert taken_as(doubted) == ()
    assert taken_as(replace(doubted, raised={"deflect": "deflect.not_mine"})) == ("deflect",)


def test_a_cause_told_in_many_words_is_no_wondering(customer):
    told = "Since we changed couriers, the label has been leaving out the flat, so the driver couldn't find your bell."
    wondered = "I will find out whether the label leaves out the flat."
    for text, names in ((told, True), (wondered, False)):
        begun = customer.begin("late_parcel")
        reply = customer.respond(begun.state, message(("diagnose", text)))
        assert reply.state.experience.cause_told is names


def test_giving_back_their_words_offers_nothing_though_they_were_about_a_remedy(customer):
    begun = customer.begin("late_parcel")
    echo = message(("hear+resolve", "A telescope by Saturday, by courier, paid for as express."))
    assert customer.respond(begun.state, echo).state.experience.offers == {}
    deed = message(("hear+resolve", "So it is Saturday: I'll send a second telescope by courier."))
    assert customer.respond(begun.state, deed).state.experience.offers


def test_have_i_got_that_right_wants_a_yes_and_puzzles_nobody(read):
    taken = read(("hear", "The telescope was promised for Tuesday."), ("inquire", "Have I got that right?"))
    assert taken.confirms and not taken.puzzles and not taken.facts


def test_is_that_all_right_is_about_the_offer(read):
    taken = read(("resolve", "I'll send a second telescope by courier."), ("inquire", "Is that all right?"))
    assert taken.offers and not taken.puzzles
