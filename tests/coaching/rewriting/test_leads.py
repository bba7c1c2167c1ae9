import itertools

import pytest

from coaching.channels import CHANNELS
from coaching.rewriting import STYLES
from coaching.rewriting.keeping import added
from coaching.rewriting.leadfile import leads
from coaching.rewriting.leads import briefer, close, lead, tail
from coaching.rewriting.situations import Told, told
from coaching.understanding import EMOTIONS

CUSTOMER = "My kettle stopped working, I asked twice and nobody answered. It was for my mum's birthday on Saturday."
PLAIN = {"felt": False, "sorry": False, "thanked": False, "mistaken": True}


def test_the_lead_takes_up_what_they_told_and_apologises(case):
    text = lead("warmer", case(told=told(CUSTOMER)), **PLAIN).text
    assert "birthday" in text
    assert "sorry that your kettle let you down" in text


def test_the_apologetic_lead_begins_with_the_apology_and_owns_it(case):
    text = lead("more_apologetic", case(told=told(CUSTOMER), style="more_apologetic"), **PLAIN).text
    assert text.split()[2] == "sorry"
    assert any(text.endswith(own.replace("I won't", "I won't")) for own in leads().own)


def test_what_the_draft_says_already_is_not_said_again(case):
    heard = case(told=told(CUSTOMER))
    assert lead("warmer", heard, **{**PLAIN, "felt": True, "sorry": True}) is None
    assert "sorry" not in lead("warmer", heard, **{**PLAIN, "sorry": True}).text
    assert "birthday" not in lead("warmer", heard, **{**PLAIN, "felt": True}).text


def test_nobody_is_told_sorry_where_nothing_is_known_to_be_amiss(case):
    unknown = case(known=False, complains=False)
    assert lead("warmer", unknown, **{**PLAIN, "mistaken": False}) is None
    asking = case(complains=False, asks=True)
    assert lead("more_apologetic", asking, **PLAIN) is None
    assert lead("warmer", asking, **{**PLAIN, "thanked": True}) is None


def test_a_team_says_we(case):
    text = lead("warmer", case(told=told(CUSTOMER), team=True), **PLAIN).text
    assert "We're" in text or "we're" in text
    assert " I " not in f" {text} " and "I'm" not in text


def test_condolence_comes_alone(case):
    grieving = case(told=told("My wife died in May and your site crashed."))
    text = lead("warmer", grieving, **PLAIN).text
    assert "loss" in text and text.count("sorry") == 1
    assert close("warmer", grieving) is None


def test_shorter_ways_are_shorter(case):
    shortened = case(told=told(CUSTOMER), style="shorter")
    front = lead("shorter", shortened, **PLAIN)
    lengths = [len(one.text) for one in (front, *briefer(front, shortened))]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(("style", "channel", "feeling"), itertools.product(STYLES, CHANNELS, EMOTIONS))
def test_whatever_is_added_promises_nothing_and_is_whole(case, style, channel, feeling):
    for heard, team in itertools.product((told(CUSTOMER), Told((), ())), (False, True)):
        one = case(told=heard, team=team, style=style, channel=channel, feeling=feeling)
        texts = [lead(style, one, **PLAIN), close(style, one), *(tail(kind, one) for kind in leads().tails)]
        for text in (added_one.text for added_one in texts if added_one is not None):
            assert not added("", CUSTOMER, text)
            assert "{" not in text and "[" not in text


def test_the_file_has_a_feeling_for_each_emotion_and_a_wording_for_each_kind():
    assert set(leads().feelings) == set(EMOTIONS)
    assert set(leads().lead) == set(STYLES)
