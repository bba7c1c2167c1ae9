"""Typing errors over many seeds: like people's, never in what the agent needs, never two in one word."""

import difflib
import re
from random import Random

import pytest
from test_customer_lines import ROUGH

from coaching.customer.levels import load_levels
from coaching.customer.persona import load_personas
from coaching.customer.phrasebook import load_lines
from coaching.customer.scenario_file import load_scenarios
from coaching.customer.typos import Slip, Typist, possible
from coaching.customer.typos_file import KINDS, typing_habits

HABITS = typing_habits()
SCENARIOS, PERSONAS = load_scenarios(), load_personas()
FACTS = [line.text for story in SCENARIOS.values() for fact in story.facts for line in fact.lines]
OPENINGS = [line for story in SCENARIOS.values() for opening in story.openings for line in opening.lines]
GENERAL = [line.text for lines in load_lines().values() for line in lines]
LINE = (
    "It's ST-48213, due on Tuesday the 3rd at the Kestle depot, £84.00 paid, and their driver hasn't rung, because "
    "nobody told him. Then the telescope was gone, I think, and I'm still waiting there."
)


def typed(line, kinds=KINDS, channel="chat", chance=1.0, seed=0):
    return Typist(kinds, channel, chance, HABITS, Random(seed)).type(line)


def words(text):
    return re.findall(r"[\w'’£.@-]*[\w'’]", text.lower().replace(",", " "))


def changes(line, slipped):
    """Pairs of the words that differ, before and after."""
    one, two = words(line), words(slipped)
    assert len(one) == len(two), (line, slipped)
    return [(before, after) for before, after in zip(one, two, strict=True) if before != after]


@pytest.mark.parametrize(
    ("kind", "line", "typed"),
    [
        ("swapped", "about", {"aobut", "abuot", "abotu"}),
        ("dropped", "about", {"aout", "abut", "abot"}),
        ("doubled", "wait", {"waait", "waiit", "waitt"}),
        ("beside", "kind", {"kund", "kond", "kibd", "kimd"}),
        ("apostrophe", "No, I don't.", {"No, I dont."}),
        ("apostrophe", "I'm sure we're right, we'll see.", {"Im sure we're right, we'll see."}),
        ("capital", "Please look. Maya knows.", {"please look. Maya knows."}),
        ("capital", "Look. I am here.", {"look. I am here.", "Look. i am here."}),
        ("space", "Well, yes, and 3, 4 or Ada, too.", {"Well, yes,and 3, 4 or Ada, too."}),
        ("confused", "I put it there.", {"I put it their."}),
    ],
)
def test_each_kind_of_error_is_made_as_people_make_it(kind, line, typed):
    made = {line[: slip.start] + slip.text + line[slip.end :] for slip in possible(line, kind, HABITS)}
    assert made == typed


def test_names_figures_dates_prices_and_what_the_case_is_about_stay():
    for seed in range(600):
        for before, after in changes(LINE, typed(LINE, seed=seed)):
            assert before in HABITS.everyday or before in HABITS.confused, (before, after)
    for line in ("ST-48213.", "£84.00, on the 3rd.", "Kapoor", "kestle.example", "HE-77305", "Tuesday at 18:00"):
        assert {typed(line, seed=seed) for seed in range(50)} == {line}


def test_two_errors_at_most_never_in_one_word_and_readable():
    twice = 0
    for seed in range(2):
        for line in FACTS + OPENINGS + GENERAL:
            slipped = typed(line, seed=seed)
            made = changes(line, slipped)
            spaces = len(re.findall(r",(?! |\d|$|\")", slipped)) - len(re.findall(r",(?! |\d|$|\")", line))
            assert len(made) + spaces <= (2 if len(line) >= HABITS.long else 1)
            twice += len(made) + spaces == 2
            for before, after in made:
                assert difflib.SequenceMatcher(None, before, after).ratio() >= 0.6, (before, after)
                assert before[0] == after[0] or before in HABITS.confused
            assert re.findall(r"\d", slipped) == re.findall(r"\d", line)
            assert bool(ROUGH.search(slipped)) == bool(ROUGH.search(line))
    assert twice > 50


def test_no_error_makes_a_rude_word_or_a_number():
    made = {slip.text for word in HABITS.words for kind in KINDS for slip in possible(word, kind, HABITS)}
    assert len(made) > 2000
    assert not made & set("one two three four five six seven eight nine ten cunt tit tits".split())
    assert not [each for each in made if ROUGH.search(each)]


def test_the_same_seed_types_the_same_and_others_differ():
    assert [typed(LINE, seed=seed) for seed in range(20)] == [typed(LINE, seed=seed) for seed in range(20)]
    assert len({typed(LINE, seed=seed) for seed in range(40)}) > 25


def test_letters_are_read_over_before_they_go_and_nobody_mistypes_aloud():
    made = {
        channel: sum(typed(LINE, channel=channel, chance=0.5, seed=seed) != LINE for seed in range(400))
        for channel in HABITS.channels
    }
    assert made["phone"] == 0 < made["email"] < made["chat"] * 0.7
    thumbs = ("apostrophe", "capital", "space")
    assert {typed(LINE, thumbs, "email", seed=seed) for seed in range(50)} == {LINE}


def test_each_persona_makes_their_own_errors_and_some_make_none():
    assert {name for name, who in PERSONAS.items() if not who.voice.mistypes} == {"formal", "non_native", "elderly"}
    confuse = {name for name, who in PERSONAS.items() if "confused" in who.voice.mistypes}
    assert confuse == {"chatty", "influencer"}
    used = {kind for who in PERSONAS.values() for kind in who.voice.mistypes}
    assert used == set(KINDS)


def test_the_same_is_said_at_every_level_and_the_more_is_mistyped_the_harder(customer):
    counts = {}
    for level in load_levels():
        slipped = 0
        for seed in range(80):
            reply = customer.begin("late_parcel", "chatty", seed, level)
            assert reply.state.said == customer.begin("late_parcel", "chatty", seed, 1).state.said
            slipped += reply.lines != customer.begin("late_parcel", "chatty", seed, 1).lines
        counts[level] = slipped
    assert counts[1] == 0 < counts[3] < counts[5]


def test_a_slip_says_which_words_it_replaces():
    assert list(possible("Well, yes, and so on", "space", HABITS)) == [Slip(6, 14, "yes,and")]
