"""Who speaks English as a second language says nothing but what was written for them, in any session."""

import re
from random import Random

import pytest
from scripts import message

from coaching.customer.scenario_file import load_scenarios
from coaching.moves import LABELS, MISTAKES

SCENARIOS = load_scenarios()
WHO = "non_native"
MANNERS = (
    ("hear", "empathize", "apologize", "inquire", "thank", "courtesy", "hear+inquire"),
    ("inquire", "resolve", "diagnose", "", ""),
    ("blame", "dismiss", "policy", "deflect", "rush", "weak_apology", "empty_promise", "inquire"),
    LABELS,
)
TURNS = 12


def own(customer, story):
    """All that they may say in a scenario, its openings included."""
    lines = [line for topic in customer.phrasebook.values() for line in topic]
    lines += [line for topic in [*story.lines.values(), *(fact.lines for fact in story.facts)] for line in topic]
    texts = {line.text for line in lines if line.persona == WHO}
    return texts | {line for opening in story.openings if opening.persona == WHO for line in opening.lines}


def says(rng, label, story):
    """A sentence with this label about this case."""
    if "inquire" in label:
        return label, f"May I ask about {rng.choice(story.facts).topic}?"
    if "resolve" in label:
        return label, f"I have arranged this for you now: {rng.choice(story.remedies).title}."
    return label, f"{rng.choice([*story.brief.order, *story.brief.history])}, number {rng.randrange(10**6)}."


def replies(customer, story, seed):
    """A session of up to twelve turns with an agent of one manner."""
    rng = Random(seed)
    found = [customer.begin(story.id, WHO, seed, 1 + seed % 5)]
    for _ in range(TURNS):
        if found[-1].ending is None:
            labels = rng.choices(MANNERS[seed % len(MANNERS)], k=rng.choice((1, 1, 2, 3)))
            found.append(customer.respond(found[-1].state, message(*(says(rng, label, story) for label in labels))))
    return found if found[-1].ending else [*found, customer.close(found[-1].state)]


@pytest.mark.parametrize("story", SCENARIOS.values(), ids=SCENARIOS)
def test_no_line_of_other_people_reaches_them(customer, story):
    mine, turns = own(customer, story), 0
    for seed in range(12):
        session = replies(customer, story, seed)
        assert set(session[-1].state.said) <= mine
        turns += len(session) - 2
    assert turns > 70


def test_they_have_words_enough_to_be_mistreated_for_long(customer):
    for topic in (*MISTAKES, "repeated", "asked_twice"):
        assert sum(line.persona == WHO for line in customer.phrasebook[topic]) >= 5


def test_their_own_words_are_polite_and_simple(customer):
    lines = [line.text for topic in customer.phrasebook.values() for line in topic if line.persona == WHO]
    assert max(len(text.split()) for text in lines) <= 22
    words = {word for text in lines for word in re.findall(r"\w+", text)}
    assert sorted(word for word in words if len(word) > 13) == ["misunderstanding"]
    assert not [text for text in lines if "my accent" in text or "English is bad" in text]
