"""The debrief's words: each rule has some, each persona and face enough, and wrong files are told."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from played_scripts import SCRIPTS, play

from coaching.customer.acts import BREACHES
from coaching.customer.constants_file import load_constants
from coaching.customer.ledger import Change
from coaching.customer.persona import load_personas
from coaching.customer.scenario_file import load_scenarios
from coaching.debrief import advice_words as advice
from coaching.debrief.ledger_words import ledger_words, why
from coaching.debrief.model_sentences import STEPS_OF_FEELING, model_file, read_model_sentences
from coaching.debrief.praise import praise_words
from coaching.debrief.rating import rate, survey_lines
from coaching.errors import DataError
from coaching.hints.addressed import addressed
from coaching.moves import MISTAKES
from coaching.paths import training_data


def test_every_rule_that_the_ledger_can_write_has_words():
    constants = load_constants()
    moves = {f"{move}_{kind}" for move in constants.gains for kind in ("specific", "stock")}
    overdone = {f"{move}_overdone" for move, gain in constants.gains.items() if gain.annoys_from is not None}
    assert moves | overdone | {*constants.mistakes} | {*BREACHES} <= {*ledger_words().rules}


def test_every_rule_in_played_ledgers_has_words(customer):
    for scenario, kinds in SCRIPTS.items():
        for script in kinds.values():
            for turn in play(customer, scenario, script).turns:
                assert {change.rule for change in turn.reply.changes} <= {*ledger_words().rules}


def test_every_rule_has_a_title_and_every_feeling_in_played_ledgers_a_name(customer):
    words = ledger_words()
    assert {*words.titles} == {*words.rules} and all(words.titles.values())
    assert words.titles["hear_stock"] == "Hear, a stock phrase" and words.titles["blame"] == "Blame"
    played = [play(customer, scenario, script) for scenario, kinds in SCRIPTS.items() for script in kinds.values()]
    moved = {change.on for session in played for turn in session.turns for change in turn.reply.changes}
    assert {"anger", "interactional"} <= moved <= {*words.feelings}
    assert words.hurts == {"anger", "deviation"}


def test_the_strongest_rule_is_told_and_not_twice():
    changes = (
        Change("Sorry.", "apologize_stock", "interactional", 0.2),
        Change("Sorry.", "courtesy_stock", "interactional", 0.19),
        Change("Sorry.", "judged_anew", "anger", -0.5),
    )
    told = set()
    first = why(changes, told)
    assert ledger_words().rules["apologize_stock"] in first and ledger_words().rules["judged_anew"] not in first
    assert why(changes[:1], told) == ledger_words().rules["apologize_stock"]
    assert why(changes[2:], set()) == ledger_words().rules["judged_anew"]


def test_every_persona_has_at_least_four_lines_for_every_face_and_none_comes_twice():
    lines = survey_lines()
    for face in lines.values():
        assert {*face} == {*load_personas()}
        assert all(len(own) >= 4 for own in face.values())
    every = Counter(line for face in lines.values() for own in face.values() for line in own)
    assert every.most_common(1)[0][1] == 1


def test_other_sessions_get_other_lines_and_the_same_one_the_same(customer):
    rude, who = SCRIPTS["late_parcel"]["rude"], customer.personas["furious"]
    said = {seed: {rate(play(customer, "late_parcel", rude, seed=seed), who).line for _ in "ab"} for seed in range(12)}
    assert all(len(lines) == 1 for lines in said.values())
    assert len(set.union(*said.values())) > 2


def test_a_persona_of_ones_own_is_lent_a_voice(customer):
    own = replace(customer.personas["furious"], id="my_uncle")
    assert rate(play(customer, "late_parcel", []), own).line in survey_lines()["bad"]["formal"]


def test_each_scenario_of_the_project_has_model_sentences():
    assert {*read_model_sentences(model_file())} == {
        path.stem for path in (training_data() / "scenarios").glob("*.yml")
    }


@pytest.mark.model
def test_model_sentences_do_their_step_and_make_no_mistake(reader):
    for scenario, sentences in read_model_sentences(model_file()).items():
        for step in STEPS_OF_FEELING:
            labels = {label for one in reader.recognise(sentences[step]) for label in one.labels}
            assert step in labels and not labels & {*MISTAKES}, (scenario, step, labels)


def test_offers_are_said_to_the_customer():
    for scenario in load_scenarios().values():
        for line in addressed(scenario).brief.may_offer:
            assert not re.search(r"\b(?:her|his|him|hers)\b|\byou(?:r)? supervisor\b", line), line


def test_all_advice_can_be_worded_where_nothing_is_known():
    known = {"contact": "write to you", "topic": "x", "remedy": "y", "amount": "z", "limit": "y"}
    known |= {"first": "f", "never": "n", "plainly": "p", "told": "t"}
    for name, rule in advice.advice_words().rules.items():
        assert any(advice.fill(text, known) for text in rule.say), name
        assert advice.fill(rule.why, known), name


def test_what_is_not_known_is_not_filled():
    assert advice.fill("{offer} Now.", {}) is None
    assert advice.fill("{offer} Now.", {"offer": "This."}) == "This. Now."


def test_praise_has_words_for_every_line():
    assert all(text.endswith(".") for text in praise_words().rules.values())


def test_a_misspelt_step_is_told_with_its_line(tmp_path):
    path = tmp_path / "model_sentences.yml"
    path.write_text("note: x\nsource: y\nscenarios:\n  late_parcel:\n    heer: Hm.\n")
    with pytest.raises(DataError, match="heer"):
        read_model_sentences(path)
