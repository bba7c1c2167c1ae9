"""What the four kinds of pattern find, and what is not the agent's own."""

import pytest

from coaching.suggestions.matching.quotes import quoted
from coaching.suggestions.matching.search import Search
from coaching.suggestions.rulefile import read_pack

PACK = """
title: Words
message: A message.
why: A reason.
source: A source.
rules:
  - id: phrases
    note: Phrases.
    words: [don't worry, at the end of the day]
    replaces: words
    replace: [""]
    severity: low
    fires: ["Don't worry.", "don’t   worry"]
    quiet: ["I worry.", "Do not."]
  - id: expression
    note: An expression.
    pattern: 'we (?P<mark>(?P<how>really) care),? (?P<rest>[^.]+)'
    replaces: words
    replace: ["care {how} about {rest}"]
    severity: low
    fires: ["We really care, all of us.", "We really care about it."]
    quiet: ["We care.", "Really?"]
  - id: tokens
    note: Tokens.
    tokens:
      - [{LEMMA: utilise}]
      - [{LOWER: very, OP: "+"}, {POS: ADJ}]
    replaces: words
    replace: ["use"]
    severity: low
    fires: ["We utilise it.", "It is very very late."]
    quiet: ["We use it.", "It is late."]
  - id: grammar
    note: Grammar.
    dependency:
      - - {RIGHT_ID: verb, RIGHT_ATTRS: {TAG: VBN}}
        - {LEFT_ID: verb, REL_OP: ">", RIGHT_ID: aux, RIGHT_ATTRS: {DEP: auxpass}}
        - {LEFT_ID: verb, REL_OP: ">", RIGHT_ID: subject, RIGHT_ATTRS: {DEP: nsubjpass}}
    mark: [subject+, verb]
    replaces: words
    replace: ["we {verb:VBD} {subject}"]
    severity: low
    fires: ["A mistake was made.", "Your order was lost."]
    quiet: ["We made a mistake.", "We lost it."]
"""


@pytest.fixture(scope="module")
def find(tmp_path_factory):
    file = tmp_path_factory.mktemp("packs") / "words.yml"
    file.write_text(PACK, "utf-8")
    search = Search({rule.id: rule.look for rule in read_pack(file).rules})

    def find(sentence):
        return {
            id.removeprefix("words."): [(sentence[one.start : one.end], dict(one.places)) for one in matches]
            for id, matches in search.find(sentence).items()
        }

    return find


@pytest.mark.parametrize(
    ("sentence", "rule", "words"),
    [
        ("Please DON’T\n worry.", "phrases", ["DON’T\n worry"]),
        ("At the end of the day, don't worry.", "phrases", ["At the end of the day", "don't worry"]),
        ("We don't worrying.", "phrases", []),
        ("We utilised it and utilise it.", "tokens", ["utilised", "utilise"]),
        ("It is very very good.", "tokens", ["very very good"]),
        ("We used it.", "tokens", []),
        ("A big mistake was sadly made.", "grammar", ["A big mistake was sadly made"]),
        ("We made a mistake.", "grammar", []),
    ],
)
def test_words_are_found(find, sentence, rule, words):
    assert [text for text, _ in find(sentence).get(rule, [])] == words


def test_groups_and_nodes_are_places_for_the_replacement(find):
    assert find("We really care, all of us.")["expression"] == [("really care", {"how": "really", "rest": "all of us"})]
    ((_, places),) = find("Your last order was lost.")["grammar"]
    assert places["subject"] == "Your last order"
    assert places["verb_VBD"] == "lost"


@pytest.mark.parametrize(
    "sentence",
    [
        'They told you "don\'t worry", and that was wrong.',
        "You wrote “we utilise it”.",
        "You say that 'a mistake was made' here.",
    ],
)
def test_what_is_quoted_is_not_found(find, sentence):
    assert find(sentence) == {}


def test_a_sentence_found_again_is_the_same(find):
    assert find("We utilise it.") == find("We utilise it.")


@pytest.mark.parametrize(
    ("draft", "theirs"),
    [
        ('You wrote: "It is late. It is sad." I am sorry.', {1}),
        ("> It is late.\nI am sorry.", {0}),
        ("“It is late.”", set()),
        ('A 15" screen. A 17" screen.', set()),
        ("I am sorry.", set()),
    ],
)
def test_sentences_of_somebody_else(draft, theirs):
    from coaching.recognition import split_sentences

    assert quoted(draft, split_sentences(draft)) == theirs
