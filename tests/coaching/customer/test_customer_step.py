from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st
from scripts import CONSTANTS, FAILURES, TEMPERS, acts, play, scripts

from coaching.customer.acts import Act
from coaching.customer.feelings import Experience, Feelings
from coaching.customer.step import feel


@given(scripts(most_turns=20, breaks=True), TEMPERS, FAILURES, st.sampled_from([1, 2, 3, 4, 5]))
def test_every_feeling_stays_between_0_and_1(script, temper, failure, level):
    for feelings in play(script, temper, failure, level):
        assert all(0 <= value <= 1 for value in asdict(feelings).values())


@given(scripts(), TEMPERS, FAILURES)
def test_the_same_script_gives_the_same_feelings(script, temper, failure):
    assert play(script, temper, failure) == play(script, temper, failure)


@given(scripts(breaks=True), st.lists(acts(breaks=True), max_size=4), TEMPERS, FAILURES)
def test_the_ledger_adds_up_to_the_change_and_names_words_and_rule(script, message, temper, failure):
    before = play(script, temper, failure)[-1]
    felt = feel(before, Experience(), message, len(script) + 1, temper, failure, CONSTANTS)
    for on, value in asdict(before).items():
        moved = sum(change.by for change in felt.changes if change.on == on)
        assert abs(value + moved - getattr(felt.feelings, on)) < 1e-9
    assert all(change.rule and change.by != 0 for change in felt.changes)
    assert {change.words for change in felt.changes} <= {act.words for act in message} | {""}


def test_a_remedy_offered_twice_counts_once_at_its_best():
    temper, failure = TEMPERS.elements[0], FAILURES.elements[0]
    remedy = Act("a courier", ("resolve",), 1, (("courier", 0.6),))
    once = play([[remedy]], temper, failure)[-1]
    twice = play([[remedy], [remedy]], temper, failure)[-1]
    assert once.distributive < 0.6
    assert twice.distributive < 0.6
    heard_first = play([[Act("x", ("hear", "empathize"), 1)], [remedy]], temper, failure)[-1]
    assert once.distributive < heard_first.distributive < 0.6


def test_a_remedy_taken_half_heartedly_counts_more_once_the_customer_is_heard():
    temper, failure = TEMPERS.elements[0], FAILURES.elements[0]
    remedy = Act("a courier", ("resolve",), 1, (("courier", 0.6),))
    path = play([[remedy], [Act("x", ("hear", "empathize"), 1)], [remedy]], temper, failure)
    assert path[3].distributive > path[2].distributive


def test_an_action_that_is_no_remedy_of_the_scenario_is_worth_a_little():
    temper, failure = TEMPERS.elements[0], FAILURES.elements[0]
    path = play([[Act("I'll note that down", ("resolve",), 0.2)]], temper, failure)
    assert 0 < path[1].distributive <= CONSTANTS.words.unknown_fit


def test_a_message_without_words_costs_patience_and_a_little_anger():
    temper, failure = TEMPERS.elements[0], FAILURES.elements[0]
    before, after = play([[]], temper, failure)
    assert after.patience < before.patience
    assert before.anger <= after.anger < before.anger + 0.05


def test_the_sentence_that_did_it_is_credited_with_the_anger_it_took():
    temper, failure = TEMPERS.elements[0], FAILURES.elements[0]
    feelings = temper.opening(failure, CONSTANTS)
    good, idle = Act("good", ("empathize",), 1), Act("idle", ())
    felt = feel(feelings, Experience(), [idle, good], 1, temper, failure, CONSTANTS)
    took = {change.words: change.by for change in felt.changes if change.on == "anger"}
    assert took["good"] < -0.03
    assert "idle" not in took


def test_feelings_and_experience_survive_json():
    feelings = Feelings(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
    experience = Experience({"hear": 2}, {"courier": 0.31}, cause_told=True)
    assert Feelings.from_json(feelings.to_json()) == feelings
    assert Experience.from_json(experience.to_json()) == experience
