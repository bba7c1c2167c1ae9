"""Suggested wording fits the case: nouns in their places, clues that show the cause, more than one text."""

import pytest

from coaching.customer.scenario import Fact
from coaching.customer.scenario_file import load_scenarios
from coaching.debrief.advice_words import advice_words
from coaching.debrief.wording import _CLAUSE, _WRITTEN
from coaching.hints.card import question_about_cause
from coaching.hints.wording import hint_wording


def _shows_nothing(fact: Fact) -> bool:
    return fact.id in {"wedding", "preference", "meaning"}


def test_a_clue_is_asked_for_only_where_it_shows_the_cause():
    wedding = load_scenarios()["product_question_unanswered"]
    asked = question_about_cause(wedding, frozenset(), hint_wording().card) or ""
    assert not any(fact.topic in asked for fact in wedding.facts if _shows_nothing(fact))


def test_every_case_is_asked_about_something_that_shows_its_cause_or_nothing():
    for scenario in load_scenarios().values():
        told = frozenset(fact.id for fact in scenario.facts)
        assert question_about_cause(scenario, told, hint_wording().card) is None


@pytest.mark.parametrize(("topic", "noun"), [("the lamp", True), ("whether it leaks", False), ("how it came", False)])
def test_a_topic_has_to_be_a_noun(topic: str, noun: bool):
    assert (_CLAUSE.match(topic) is None) is noun


@pytest.mark.parametrize(("text", "written"), [("I have your letter here.", True), ("You told me about it.", False)])
def test_nobody_on_the_telephone_reads_a_message(text: str, written: bool):
    assert bool(_WRITTEN.search(text)) is written


def test_what_is_advised_often_has_more_than_one_wording():
    for rule in ("ownership", "next_step", "mistake.empty_promise", "mistake.blame"):
        assert len(set(advice_words().rules[rule].say)) > 2
