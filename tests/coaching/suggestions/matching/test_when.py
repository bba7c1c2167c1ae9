"""The context in which a rule applies."""

import pytest

from coaching.recognition import RecognisedSentence
from coaching.suggestions.matching.when import Situation, read_when
from coaching.yamlfile import read

SENTENCES = [
    RecognisedSentence(text, 0, len(text), labels, {})
    for text, labels in [
        ("Hi Anna,", ("courtesy",)),
        ("I am sorry.", ("apologize",)),
        ("Shall I refund it?", ("resolve", "inquire")),
        ("It comes soon.", ()),
        ("Kind regards", ("courtesy",)),
    ]
]
SITUATION = Situation(SENTENCES, (1, 4), "chat", "angry", facts={"thing": "your kettle", "name": "Anna"})


@pytest.mark.parametrize(
    ("written", "sentences"),
    [
        ("labels: [resolve]", [2]),
        ("labels: [resolve, apologize]", []),
        ("without: [apologize, courtesy]", [2, 3]),
        ("draft_with: [resolve]", [0, 1, 2, 3, 4]),
        ("draft_with: [hear]", []),
        ("draft_without: [hear]", [0, 1, 2, 3, 4]),
        ("draft_without: [apologize]", []),
        ("place: first", [1]),
        ("place: last", [3]),
        ("customer: [calm, angry]", [0, 1, 2, 3, 4]),
        ("customer: [calm]", []),
        ("question: true", [2]),
        ("question: false", [0, 1, 3, 4]),
        ("unless: sorry|soon", [0, 2, 4]),
        ("at_least: 3", [0, 1, 2, 3, 4]),
        ("unsaid: [thing]", [0, 1, 2, 3, 4]),
        ("unsaid: [thing, name]", []),
        ("unsaid: [amount]", []),
        ("place: last\nwithout: [resolve]", [3]),
    ],
)
def test_all_that_is_given_has_to_hold(tmp_path, written, sentences):
    file = tmp_path / "when.yml"
    file.write_text(written, "utf-8")
    when = read_when(read(file), ("calm", "angry"))
    assert [number for number in range(len(SENTENCES)) if when.holds(number, SITUATION)] == sentences


def test_a_customer_who_wrote_nothing_feels_nothing_that_a_rule_could_ask_for(tmp_path):
    file = tmp_path / "when.yml"
    file.write_text("customer: [calm]", "utf-8")
    assert not read_when(read(file), ("calm", "angry")).holds(0, Situation(SENTENCES, (1, 4), "chat", None))
