"""What each of the project's customers keeps to themselves until somebody has listened."""

from dataclasses import replace

import pytest
from scripts import message

from coaching.customer.matching import hits
from coaching.customer.scenario import TRUSTED
from coaching.customer.scenario_file import load_scenarios

SCENARIOS = load_scenarios()
FACTS = [(scenario, fact) for scenario in SCENARIOS.values() for fact in scenario.facts if fact.given == TRUSTED]


def asks_for(fact, scenario):
    """A question that meets this fact better than any other."""
    others = [other for other in scenario.facts if other is not fact]
    return next(
        f"May I ask you about {words}?"
        for words in (fact.topic, *fact.cues)
        if hits(words, fact.cues) > max(hits(words, other.cues) for other in others)
    )


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_everybody_holds_one_thing_back_or_two(scenario):
    assert 1 <= sum(fact.given == TRUSTED for fact in scenario.facts) <= 2


@pytest.mark.parametrize(("scenario", "fact"), FACTS, ids=[scenario.id for scenario, _ in FACTS])
def test_it_is_told_to_who_has_listened_and_to_nobody_who_has_not(customer, scenario, fact):
    question = message(("inquire", asks_for(fact, scenario)))
    for persona in (scenario.persona, "non_native"):
        begun = customer.begin(scenario.id, persona, 1, 3).state
        cold = customer.respond(begun, question)
        assert "hold_back" in cold.topics and fact.id not in cold.state.told
        heard = replace(cold.state, feelings=replace(cold.state.feelings, interactional=0.9))
        assert fact.id in customer.respond(heard, question).state.told


@pytest.mark.parametrize(("scenario", "fact"), FACTS, ids=[scenario.id for scenario, _ in FACTS])
def test_it_has_words_of_its_own_for_who_speaks_english_as_a_second_language(scenario, fact):
    assert len([line for line in fact.lines if line.persona is None]) >= 2
    assert any(line.persona == "non_native" for line in fact.lines)
