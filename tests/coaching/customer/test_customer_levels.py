"""The five levels: what they publish, and that each one changes how the same customer behaves."""

import json
from dataclasses import replace

import pytest
from scripts import LEVELS, message
from test_customer_sessions import GOOD

from coaching.customer.levels import FILE, METERS, load_levels
from coaching.errors import DataError

HARDER = ("withheld", "provokes", "typos", "sting")
EASIER = ("patience", "forgiveness", "credit", "facts")
LONG = [("", f"Sentence number {number} goes on and on, as nobody wants to read it now.") for number in range(12)]


def pairs():
    return zip(list(LEVELS.values()), list(LEVELS.values())[1:], strict=False)


def test_every_parameter_gets_no_easier_from_level_to_level():
    assert list(LEVELS) == [1, 2, 3, 4, 5]
    for easy, hard in pairs():
        assert all(getattr(easy, name) <= getattr(hard, name) for name in HARDER)
        assert all(getattr(easy, name) >= getattr(hard, name) for name in EASIER)
        assert (easy.interrupts or 10**6) >= (hard.interrupts or 10**6)
        assert METERS.index(easy.meter) <= METERS.index(hard.meter)


def test_a_level_is_published_with_words_a_trainee_understands():
    for level in LEVELS.values():
        told = json.loads(json.dumps(level.to_json()))
        assert told["number"] == level.number
        assert 30 < len(told["description"]) < 160


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('  "5":', '  "6":', "one of 1, 2, 3, 4, 5"),
        ("meter: hidden", "meter: none", "one of figures, band, face, hidden"),
        ("facts: 3", "facts: 0", "a number from 1 to 3"),
        ("interrupts: 80", "interrupts: soon", "a number from 1 to 1000"),
    ],
)
def test_wrong_levels_are_told(tmp_path, old, new, expected):
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "levels.yml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DataError, match=expected):
        load_levels(path)


@pytest.mark.parametrize("scenario", sorted(GOOD))
@pytest.mark.parametrize("persona", ["furious", "formal", "elderly"])
def test_the_same_good_script_ends_worse_at_each_level(customer, scenario, persona):
    ends = []
    for level in LEVELS:
        reply = customer.begin(scenario, persona, 1, level)
        for said in GOOD[scenario][:4]:
            reply = customer.respond(reply.state, said)
        ends.append((reply.mood.satisfaction, -reply.mood.anger))
    assert ends == sorted(set(ends), reverse=True)


def test_the_scenario_s_own_level_is_played_unless_another_is_asked_for(customer):
    story = customer.scenarios["late_parcel"]
    assert customer.begin("late_parcel").state.level == story.difficulty
    assert customer.begin("late_parcel", level=5).state.level == 5


def test_an_invitation_brings_as_many_facts_as_the_level_allows(customer):
    asked = message(("hear", "Please tell me what happened, from the start."))
    for level in (2, 5):
        state = customer.begin("double_charge", "formal", 1, level).state
        assert len(customer.respond(state, asked).state.told) == LEVELS[level].facts


def held_back(customer):
    story = customer.scenarios["late_parcel"]
    return next(fact for fact in story.facts if fact.given == "trusted")


def test_a_trusted_fact_is_held_back_until_the_customer_feels_heard(customer):
    fact = held_back(customer)
    question = message(("inquire", f"May I ask about {fact.cues[0]}?"))
    begun = customer.begin("late_parcel", "furious", 1, 5).state
    asked = customer.respond(begun, question)
    assert "hold_back" in asked.topics and fact.id not in asked.state.told
    listened = replace(asked.state, feelings=replace(asked.state.feelings, interactional=0.9))
    assert fact.id in customer.respond(listened, question).state.told
    assert fact.id in customer.respond(customer.begin("late_parcel", "furious", 1, 1).state, question).state.told


def test_an_angry_customer_stops_listening_to_a_long_message_and_a_calm_one_does_not(customer):
    remedy = ("resolve", "A courier brings a second telescope from stock on Friday.")
    said = message(*LONG, remedy)
    state = customer.begin("late_parcel", "furious", 1, 4).state
    reply = customer.respond(state, said)
    assert reply.topics[0] == "interrupt"
    assert not reply.state.experience.offers
    calm = replace(state, feelings=replace(state.feelings, anger=0.2))
    assert customer.respond(calm, said).state.experience.offers
    assert customer.respond(replace(state, level=1), said).state.experience.offers


def test_in_writing_twice_as_many_words_are_read(customer):
    story = replace(customer.scenarios["late_parcel"], channel="email")
    written = replace(customer, scenarios={"late_parcel": story})
    said = message(*LONG[:9])
    state = customer.begin("late_parcel", "furious", 1, 4).state
    assert "interrupt" in customer.respond(state, said).topics
    assert "interrupt" not in written.respond(state, said).topics


def test_provocations_come_with_the_level_and_only_while_angry(customer):
    provoked = {level: 0 for level in (1, 3, 5)}
    for level in provoked:
        for seed in range(60):
            state = customer.begin("late_parcel", "furious", seed, level).state
            provoked[level] += "provoke" in customer.respond(state, message(("", "Well."))).topics
            calm = replace(state, feelings=replace(state.feelings, anger=0.2, interactional=0.9, distributive=0.9))
            assert "provoke" not in customer.respond(calm, message(("", "Well."))).topics
    assert provoked[1] == 0 < provoked[3] < provoked[5]


def test_typing_errors_come_with_the_level_and_never_from_a_formal_hand(customer):
    def slips(persona, level):
        found = 0
        for seed in range(60):
            reply = customer.begin("late_parcel", persona, seed, level)
            voice = customer.personas[persona].voice
            found += list(reply.lines) != [voice.word(line, "furious") for line in reply.state.said]
        return found

    shown = customer.personas["furious"].shown("furious")
    assert shown == "furious"
    assert slips("furious", 1) == 0 < slips("furious", 3) < slips("furious", 5)
    assert [reply.lines for reply in (customer.begin("late_parcel", "formal", 3, level) for level in (1, 5))] == [
        customer.begin("late_parcel", "formal", 3, 3).lines
    ] * 2
