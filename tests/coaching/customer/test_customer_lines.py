"""The words that ship: enough of them, each once, fit to be said."""

import re
from collections import Counter
from random import Random

import pytest

from coaching.customer.mood import BANDS
from coaching.customer.scene import FACT, SCENARIO
from coaching.customer.speech import Speech
from coaching.customer.typos import Typist
from coaching.customer.typos_file import typing_habits
from coaching.moves import MISTAKES

ROUGH = re.compile(r"\b(damn|hell|crap|shit|f[u*]ck\w*|bloody|bastard|idiot|moron|stupid (?:cow|man|woman))\b", re.I)
TOPICS = [
    *MISTAKES,
    *("mistake", "stock", "sorry_again", "repeated", "apologize", "empathize", "hear", "confirm", "diagnose"),
    *("resolve", "resolve_poor", "accept_offer", "doubt_offer", "thank", "greeting", "asked_twice", "on_card"),
    *("cannot_say", "ask_remedy", "ask_cause", "unheard", "waiting", "settled", "threat_walks_off"),
    *("threat_supervisor", "ending_content", "ending_grudging", "ending_walks_off", "ending_supervisor"),
    *("ending_agent_closes", "hold_back", "interrupt", "provoke", "contradiction", "still_checking", "passed_on_again"),
    *("nothing_more", "says_no", "says_yes", "chooses", "soonest", "leaves_choice", "cleared", "alarmed", "begrudged"),
    *("softens", "aside", "helped_hear", "helped_empathize", "helped_apologize", "helped_resolve", "helped_diagnose"),
]


def all_lines(customer):
    for lines in customer.phrasebook.values():
        yield from lines
    for scenario in customer.scenarios.values():
        for lines in [*scenario.lines.values(), *(fact.lines for fact in scenario.facts)]:
            yield from lines


def test_the_phrasebook_has_every_topic_and_no_other(customer):
    assert set(customer.phrasebook) == set(TOPICS)
    assert not any(topic.startswith((FACT, SCENARIO)) for topic in customer.phrasebook)


def test_no_line_is_written_twice(customer):
    general = Counter(line.text for lines in customer.phrasebook.values() for line in lines)
    assert [text for text, count in general.items() if count > 1] == []
    for scenario in customer.scenarios.values():
        own = [*scenario.lines.values(), *(fact.lines for fact in scenario.facts)]
        counted = Counter(line.text for lines in own for line in lines)
        assert [text for text, count in counted.items() if count > 1 or text in general] == []


def test_lines_are_short_clean_and_without_stage_directions(customer):
    openings = [
        (line, 500 if scenario.channel in ("email", "form") else 150)
        for scenario in customer.scenarios.values()
        for each in scenario.openings
        for line in each.lines
    ]
    for text, most in [(line.text, 150) for line in all_lines(customer)] + openings:
        assert len(text) <= most, text
        assert not re.search(r"[*\[\]()#_]|  ", text), text


def test_only_lines_marked_for_it_swear(customer):
    unmarked = [line.text for line in all_lines(customer) if not line.swears]
    openings = [line for scenario in customer.scenarios.values() for each in scenario.openings for line in each.lines]
    assert [text for text in unmarked + openings if ROUGH.search(text)] == []


def test_moods_and_personas_of_lines_exist(customer):
    for line in all_lines(customer):
        assert line.mood in (None, *BANDS)
        assert line.persona is None or line.persona in customer.personas
    for scenario in customer.scenarios.values():
        assert scenario.persona in customer.personas
        assert {each.persona for each in scenario.openings} == {None, *customer.personas}


def test_every_persona_has_words_of_their_own_in_every_topic(customer):
    for persona in customer.personas.values():
        own = {
            topic for topic, lines in customer.phrasebook.items() if any(each.persona == persona.id for each in lines)
        }
        assert set(TOPICS) - own == (set() if persona.asides else {"aside"})


def test_every_mistake_finds_an_answer_in_every_mood(customer):
    for mistake in MISTAKES:
        for band in BANDS[:4]:
            assert any(line.mood == band for line in customer.phrasebook[mistake])


def test_voices_differ_audibly(customer):
    line = "You don't get it. I've waited, and that's NOT fine!"
    written = {name: persona.voice.word(line, "angry") for name, persona in customer.personas.items()}
    assert written == {
        "furious": "You don't get it. I've waited, and that's NOT fine!",
        "anxious": "you don't get it. i've waited, and that's not fine!",
        "formal": "You do not get it. I have waited, and that is not fine.",
        "ironic": "You don't get it. I've waited, and that's not fine!",
        "chatty": "You don't get it. I've waited, and that's not fine!",
        "exhausted": "You don't get it. I've waited, and that's not fine!",
        "non_native": "You do not get it. I have waited, and that is not fine.",
        "elderly": "You don't get it. I've waited, and that's not fine!",
        "influencer": "You don't get it. I've waited, and that's not fine!",
    }


@pytest.mark.parametrize(
    ("persona", "mood", "line", "written"),
    [
        ("furious", "angry", "Fine. I'm here.", "Fine. I'm here!"),
        ("furious", "calm", "Fine. I'm here.", "Fine. I'm here."),
        ("anxious", "annoyed", "Fine. I'm here.", "fine. i'm here.."),
        ("anxious", "pleased", "Fine. I'm here.", "fine. i'm here."),
        ("formal", "angry", "Don't you see that's what it's about?", "Don't you see that is what it is about?"),
        ("formal", "angry", "So that's that.", "So that is that."),
        ("formal", "angry", "It's MQ-5096.", "It is MQ-5096."),
        ("ironic", "angry", "NO. YOU fix it.", "No. You fix it."),
        ("ironic", "angry", "ST-48213.", "ST-48213."),
    ],
)
def test_a_voice_writes(customer, persona, mood, line, written):
    assert customer.personas[persona].voice.word(line, mood) == written


def test_only_who_shouts_sounds_furious(customer):
    assert customer.personas["furious"].shown("furious") == "furious"
    assert customer.personas["formal"].shown("furious") == "angry"
    assert customer.personas["formal"].shown("calm") == "calm"


@pytest.mark.parametrize(("channel", "slips"), [("chat", True), ("phone", False)])
def test_nobody_mistypes_what_they_say_aloud(customer, channel, slips):
    story = next(scenario for scenario in customer.scenarios.values() if scenario.channel == channel)
    who = customer.personas["chatty"]
    typist = Typist(who.voice.mistypes, channel, 1.0, typing_habits(), Random(1))
    speech = Speech(story, who, customer.phrasebook, "angry", (), Random(1), swearing=False, typist=typist)
    speech.open()
    assert (speech.lines != [who.voice.word(text, "angry") for text in speech.said]) is slips


def test_nobody_is_heard_to_write(customer):
    """No capitals, no small beginnings, no dots that trail off on the phone, whoever speaks and however they feel."""
    stories = [story for story in customer.scenarios.values() if story.channel == "phone"]
    lines = {line.text for topic in customer.phrasebook.values() for line in topic if not line.swears}
    for story in stories:
        lines |= {line.text for each in story.lines.values() for line in each}
        lines |= {line for opening in story.openings for line in opening.lines}
    for who in customer.personas.values():
        for mood in BANDS:
            for line in lines:
                said = who.voice.word(line, mood, aloud=True)
                assert not re.search(r"\.\.|…|(?<![\w-])[A-Z]{2,}(?![\w-])|[:;]-?[)(]", said), said
                assert not re.match(r"[a-z]", said), said


def test_days_keep_their_capital_when_they_are_not_shouted(customer):
    voice = customer.personas["furious"].voice
    assert voice.word("On TUESDAY! Not in JUNE!", "furious", aloud=True) == "On Tuesday! Not in June!"
