"""Which rule of a mistake's pack fires on a sentence."""

import pytest

from coaching.recognition import RecognisedSentence
from coaching.suggestions.hits import label_hits
from coaching.suggestions.matching.when import Situation
from coaching.suggestions.rulefile import read_pack

PACK = """\
title: House words
label: rush
message: A message.
why: A reason.
source: A source.
rules:
  - id: rest
    note: The rest.
    when: {confident: 0.6}
    replaces: sentence
    replace: ["Take your time."]
    severity: low
    fires: ["One.", "Two."]
    quiet: ["Three.", "Four."]
"""


@pytest.mark.parametrize(
    ("confidence", "raised", "fires"),
    [
        ({"rush": 0.7}, {}, True),
        ({"rush": 0.5}, {}, False),
        ({"rush": 0.5}, {"rush": "house.rest"}, True),
        ({}, {}, True),
    ],
)
def test_a_rule_may_ask_how_sure_the_recogniser_is(tmp_path, confidence, raised, fires):
    file = tmp_path / "house.yml"
    file.write_text(PACK, "utf-8")
    sentence = RecognisedSentence("We must end.", 0, 12, ("rush",), confidence, raised=raised)
    hits = list(label_hits(read_pack(file).rules, "rush", [{}], Situation([sentence], (0, 1), "chat", None)))
    assert bool(hits) == fires
